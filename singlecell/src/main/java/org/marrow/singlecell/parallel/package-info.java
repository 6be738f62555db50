/** A fixed set of threads whose number never changes a result. */
@NullMarked
package org.marrow.singlecell.parallel;

import org.jspecify.annotations.NullMarked;
