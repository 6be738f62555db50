/** Alignments: SAM, BAM and CRAM, read behind guards, and BAM with its index written. */
@NullMarked
package org.marrow.io.bam;

import org.jspecify.annotations.NullMarked;
