/** Rule sets as data: reads {@code .rules} files and evaluates them over everything that is missing. */
@NullMarked
package org.marrow.variants.risk.rules;

import org.jspecify.annotations.NullMarked;
