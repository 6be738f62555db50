/** Cell maps as Arrow IPC streams, for the page and for Python and R. */
@NullMarked
package org.marrow.io.arrow;

import org.jspecify.annotations.NullMarked;
