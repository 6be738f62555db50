/** What the user can mend, and what is a bug. */
@NullMarked
package org.marrow.core.error;

import org.jspecify.annotations.NullMarked;
