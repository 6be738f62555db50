/** Cells by genes, and what an analysis of them gives. */
@NullMarked
package org.marrow.core.cell;

import org.jspecify.annotations.NullMarked;
