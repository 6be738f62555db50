/** From all genes to the variable ones, and from those to principal components. */
@NullMarked
package org.marrow.singlecell.reduce;

import org.jspecify.annotations.NullMarked;
