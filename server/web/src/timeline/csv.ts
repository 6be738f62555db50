import type { Measurement, Technique } from "../api/types";

const COLUMNS = [
  "patient", "synthetic", "date", "sample", "technique", "target", "status", "scale", "level_fraction",
  "interval_lower", "interval_upper", "interval_confidence", "interval_method", "lod_fraction", "lod_probability",
  "lod_basis", "loq_fraction", "positive", "total", "notes", "run", "process", "shown_on_page", "filter_on_page",
] as const;

/** What a spreadsheet would take for the start of a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** One text cell: an apostrophe keeps a spreadsheet from running it as a formula. */
export function textCell(text: string): string {
  const defused = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

function numberCell(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/**
 * Every measurement as RFC 4180 lines, hidden ones too. The last two columns say whether the page showed the row and which
 * filter it had; an empty cell means that the value is not there, never zero.
 */
export function measurementsCsv(
  patient: string,
  synthetic: boolean,
  measurements: readonly Measurement[],
  hidden: ReadonlySet<Technique>,
): string {
  const filter = hidden.size === 0 ? "none" : `techniques hidden: ${[...hidden].sort().join(" ")}`;
  const lines = measurements.map((measurement) =>
    [
      textCell(patient),
      String(synthetic),
      measurement.date,
      textCell(measurement.sample),
      measurement.technique,
      textCell(measurement.target.name),
      measurement.status,
      measurement.scale,
      numberCell(measurement.level),
      numberCell(measurement.interval?.lower),
      numberCell(measurement.interval?.upper),
      numberCell(measurement.interval?.confidence),
      textCell(measurement.interval?.method ?? ""),
      numberCell(measurement.limitOfDetection?.level),
      numberCell(measurement.limitOfDetection?.probability),
      textCell(measurement.limitOfDetection?.basis ?? ""),
      numberCell(measurement.limitOfQuantification),
      numberCell(measurement.positive),
      numberCell(measurement.total),
      textCell(measurement.notes.join(" | ")),
      textCell(measurement.runId),
      textCell(measurement.process),
      String(!hidden.has(measurement.technique)),
      textCell(filter),
    ].join(","),
  );
  return [COLUMNS.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}
