/** The cytogenetic groups of IPSS-R, which three schemes of MDS read. */
@NullMarked
package org.marrow.variants.risk.ipssr;

import org.jspecify.annotations.NullMarked;
