/** Risk results with their reasons and with what was missing. */
@NullMarked
package org.marrow.core.risk;

import org.jspecify.annotations.NullMarked;
