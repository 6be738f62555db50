/** IPSS-M of MDS: coefficients, derived variables, score with missing data. */
@NullMarked
package org.marrow.variants.risk.ipssm;

import org.jspecify.annotations.NullMarked;
