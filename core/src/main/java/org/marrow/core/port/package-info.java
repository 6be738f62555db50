/** The interfaces that the io and server modules implement. */
@NullMarked
package org.marrow.core.port;

import org.jspecify.annotations.NullMarked;
