/** The results API over HTTP, as its OpenAPI document describes it. */
@NullMarked
package org.marrow.server.api;

import org.jspecify.annotations.NullMarked;
