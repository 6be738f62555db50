package org.marrow.singlecell.markers;

/**
 * Ranking of marker genes.
 *
 * @param tieCorrection whether the variance of the rank sum is lowered for equal values, of which sparse counts have many;
 *     without it p values are too large, and equal to Scanpy's default
 */
public record MarkerSettings(boolean tieCorrection) {}
