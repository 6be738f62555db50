/** A patient's own small variants, counted in the reads of a later sample, with this sample's limits. */
@NullMarked
package org.marrow.mrd.track;

import org.jspecify.annotations.NullMarked;
