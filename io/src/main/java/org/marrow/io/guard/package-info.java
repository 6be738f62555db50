/** What stands before every reader: access, sizes, end markers, checksums, and one exception for all that a library throws. */
@NullMarked
package org.marrow.io.guard;

import org.jspecify.annotations.NullMarked;
