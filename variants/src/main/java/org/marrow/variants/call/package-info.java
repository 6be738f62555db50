/** The targeted caller: small variants of one sample's reads over a panel, each with its calibrated error probability. */
@NullMarked
package org.marrow.variants.call;

import org.jspecify.annotations.NullMarked;
