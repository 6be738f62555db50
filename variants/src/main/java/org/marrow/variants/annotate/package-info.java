/** Names variants by HGVS and tells what they do to transcripts. */
@NullMarked
package org.marrow.variants.annotate;

import org.jspecify.annotations.NullMarked;
