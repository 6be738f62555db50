/** Measurable residual disease: one measurement, whatever the technique. */
@NullMarked
package org.marrow.core.mrd;

import org.jspecify.annotations.NullMarked;
