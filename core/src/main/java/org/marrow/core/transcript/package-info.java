/** Transcripts of genes on a reference, and what a variant does to one. */
@NullMarked
package org.marrow.core.transcript;

import org.jspecify.annotations.NullMarked;
