/** Counts made comparable between cells of different depth. */
@NullMarked
package org.marrow.singlecell.normalise;

import org.jspecify.annotations.NullMarked;
