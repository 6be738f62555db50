/** Small variants as a caller or an annotation file gives them. */
@NullMarked
package org.marrow.core.variant;

import org.jspecify.annotations.NullMarked;
