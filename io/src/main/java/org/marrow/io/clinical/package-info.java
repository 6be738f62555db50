/** Clinical values and treatments, one table each. */
@NullMarked
package org.marrow.io.clinical;

import org.jspecify.annotations.NullMarked;
