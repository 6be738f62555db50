/** Exact distributions and their limits, accurate far into the tails. */
@NullMarked
package org.marrow.core.statistics;

import org.jspecify.annotations.NullMarked;
