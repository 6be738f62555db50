/** All schemes, and all that they say of one patient. */
@NullMarked
package org.marrow.variants.risk;

import org.jspecify.annotations.NullMarked;
