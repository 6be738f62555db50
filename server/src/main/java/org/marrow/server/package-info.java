/** The server that shows stored results: start and stop. */
@NullMarked
package org.marrow.server;

import org.jspecify.annotations.NullMarked;
