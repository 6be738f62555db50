/** Reference sequences in FASTA. */
@NullMarked
package org.marrow.io.fasta;

import org.jspecify.annotations.NullMarked;
