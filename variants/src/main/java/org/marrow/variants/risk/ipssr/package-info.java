/** IPSS-R of MDS, its cytogenetic groups, and the age-adjusted IPSS-RA. */
@NullMarked
package org.marrow.variants.risk.ipssr;

import org.jspecify.annotations.NullMarked;
