/** What the server's tests share: small results, one database, a client that checks each answer. */
@NullMarked
package org.marrow.server.testing;

import org.jspecify.annotations.NullMarked;
