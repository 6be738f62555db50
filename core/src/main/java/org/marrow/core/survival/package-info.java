/** Survival analysis of right-censored cohorts, as R's package survival defines it. */
@NullMarked
package org.marrow.core.survival;

import org.jspecify.annotations.NullMarked;
