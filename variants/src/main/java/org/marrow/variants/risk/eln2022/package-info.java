/** ELN 2022 genetic risk of AML. */
@NullMarked
package org.marrow.variants.risk.eln2022;

import org.jspecify.annotations.NullMarked;
