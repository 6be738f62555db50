/** The files of the page, as they were built. */
@NullMarked
package org.marrow.server.page;

import org.jspecify.annotations.NullMarked;
