import type { Measurement, Technique } from "../api/types";

/** The order in which techniques are listed and stand side by side on one day. */
export const TECHNIQUES: readonly Technique[] = ["NGS_VARIANT", "NGS_CLONOTYPE", "QPCR", "DPCR", "FLOW"];

/** One target by one technique: a line of the chart. */
export interface Series {
  readonly technique: Technique;
  readonly target: string;
  /** Place among the targets of the same technique, from 0; chooses the dash. */
  readonly dash: number;
  /** Rows of the measurements, by date. */
  readonly rows: readonly number[];
}

export function seriesOf(measurements: readonly Measurement[]): readonly Series[] {
  const rowsByKey = new Map<string, number[]>();
  measurements.forEach((measurement, row) => {
    const key = `${measurement.technique} ${measurement.target.name}`;
    const rows = rowsByKey.get(key) ?? [];
    rows.push(row);
    rowsByKey.set(key, rows);
  });
  const first = (rows: readonly number[]): Measurement => measurements[rows[0] ?? 0] as Measurement;
  const sorted = [...rowsByKey.values()].sort((a, b) => {
    const [left, right] = [first(a), first(b)];
    const byTechnique = TECHNIQUES.indexOf(left.technique) - TECHNIQUES.indexOf(right.technique);
    return byTechnique || compare(left.target.name, right.target.name);
  });
  const dashes = new Map<Technique, number>();
  return sorted.map((rows) => {
    const { technique, target } = first(rows);
    const dash = dashes.get(technique) ?? 0;
    dashes.set(technique, dash + 1);
    const byDate = [...rows].sort((a, b) => compare(dateOf(measurements, a), dateOf(measurements, b)) || a - b);
    return { technique, target: target.name, dash, rows: byDate };
  });
}

function dateOf(measurements: readonly Measurement[], row: number): string {
  return measurements[row]?.date ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
