/** How the server is set up. */
@NullMarked
package org.marrow.server.config;

import org.jspecify.annotations.NullMarked;
