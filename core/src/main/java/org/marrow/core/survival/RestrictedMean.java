package org.marrow.core.survival;

/**
 * The mean survival time within a period: the area under the curve up to its end.
 *
 * @param until end of the period
 * @param mean 0 to {@code until}
 */
public record RestrictedMean(double until, double mean, double standardError) {}
