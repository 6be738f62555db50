/** Variants: VCF and BCF, read strictly and written so that they come back the same. */
@NullMarked
package org.marrow.io.vcf;

import org.jspecify.annotations.NullMarked;
