/** Reads a karyotype as ISCN writes it and derives what the risk schemes ask of it. */
@NullMarked
package org.marrow.variants.karyotype;

import org.jspecify.annotations.NullMarked;
