/** HGVS names of variants: read letter by letter, printed back, compared. */
@NullMarked
package org.marrow.variants.hgvs;

import org.jspecify.annotations.NullMarked;
