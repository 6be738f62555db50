/** Reads as the sequencer gave them, in FASTQ. */
@NullMarked
package org.marrow.io.fastq;

import org.jspecify.annotations.NullMarked;
