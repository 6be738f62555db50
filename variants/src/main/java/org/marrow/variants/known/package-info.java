/** Variants that are known: hotspots of leukaemia, and what healthy people carry. */
@NullMarked
package org.marrow.variants.known;

import org.jspecify.annotations.NullMarked;
