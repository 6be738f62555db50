/** Target regions in BED. */
@NullMarked
package org.marrow.io.bed;

import org.jspecify.annotations.NullMarked;
