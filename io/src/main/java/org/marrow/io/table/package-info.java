/** Delimited text: guarded reading with typed cells, mistakes collected, and writing. */
@NullMarked
package org.marrow.io.table;

import org.jspecify.annotations.NullMarked;
