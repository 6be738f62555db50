/** The nearest neighbours of each cell and the fuzzy graph made from them. */
@NullMarked
package org.marrow.singlecell.neighbours;

import org.jspecify.annotations.NullMarked;
