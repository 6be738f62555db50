/** Two coordinates for each cell, to be looked at. */
@NullMarked
package org.marrow.singlecell.embed;

import org.jspecify.annotations.NullMarked;
