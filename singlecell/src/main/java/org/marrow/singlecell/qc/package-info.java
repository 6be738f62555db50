/** Quality of each cell, and which cells and genes are kept. */
@NullMarked
package org.marrow.singlecell.qc;

import org.jspecify.annotations.NullMarked;
