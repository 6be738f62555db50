package org.marrow.variants.call;

import org.jspecify.annotations.Nullable;

/**
 * A sequenced molecule: one read, or two mates.
 *
 * @param number from 0, in the order of the file
 * @param read the one that comes first in the file
 */
record Fragment(int number, PlacedRead read, @Nullable PlacedRead mate) {}
