/** The genes that tell each cluster from all other cells. */
@NullMarked
package org.marrow.singlecell.markers;

import org.jspecify.annotations.NullMarked;
