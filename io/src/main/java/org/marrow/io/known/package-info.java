/** Lists of known variants. */
@NullMarked
package org.marrow.io.known;

import org.jspecify.annotations.NullMarked;
