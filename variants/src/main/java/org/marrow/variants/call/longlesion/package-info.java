/** Lesions that a panel shows by more than one small variant: KMT2A-PTD by coverage, and the indels that have names of their own. */
@NullMarked
package org.marrow.variants.call.longlesion;

import org.jspecify.annotations.NullMarked;
