/** Results as JSON, for the files between pipeline steps and for the API. */
@NullMarked
package org.marrow.io.result;

import org.jspecify.annotations.NullMarked;
