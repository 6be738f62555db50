import type { LimitOfDetection, Measurement } from "../src/api/types";

/** A quantified NGS measurement; a test changes what it is about. */
export function measurement(change: Partial<Measurement> = {}): Measurement {
  return {
    sample: "S1",
    date: "2024-03-05",
    technique: "NGS_VARIANT",
    target: { name: "NPM1 p.W288Cfs*12", gene: "NPM1" },
    scale: "VARIANT_ALLELE_FRACTION",
    status: "DETECTED",
    level: 0.0123,
    notes: [],
    runId: "run-1",
    process: "MRD_TRACK",
    ...change,
  };
}

/** The same, not found. */
export function notDetected(limit: number, change: Partial<Measurement> = {}): Measurement {
  const { level: _level, ...rest } = measurement(change);
  return { ...rest, status: "NOT_DETECTED_BELOW_LOD", limitOfDetection: lod(limit) };
}

export function lod(level: number): LimitOfDetection {
  return { level, probability: 0.95, basis: "depth 30000 molecules" };
}
