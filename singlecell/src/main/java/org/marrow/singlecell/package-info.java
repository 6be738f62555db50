/** From a count matrix to clusters, a map of the cells and the marker genes of each cluster. */
@NullMarked
package org.marrow.singlecell;

import org.jspecify.annotations.NullMarked;
