/** Groups of cells that are more connected among themselves than by chance. */
@NullMarked
package org.marrow.singlecell.cluster;

import org.jspecify.annotations.NullMarked;
