/** Where a result comes from: run, tool, parameters, input hashes. */
@NullMarked
package org.marrow.core.run;

import org.jspecify.annotations.NullMarked;
