/** Transcripts as annotation files lay them on a reference: GFF3 and GTF, and lists of the transcripts to report on. */
@NullMarked
package org.marrow.io.transcript;

import org.jspecify.annotations.NullMarked;
