/** Results in PostgreSQL: publishing, reading, and the database that Marrow starts itself. */
@NullMarked
package org.marrow.server.store;

import org.jspecify.annotations.NullMarked;
