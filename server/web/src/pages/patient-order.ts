import type { PatientSummary } from "../api/types";

export interface PatientFilter {
  readonly search: string;
  /** A disease code, or empty for all. */
  readonly disease: string;
  /** A centre code, or empty for all. */
  readonly centre: string;
}

export type SortKey = "pseudonym" | "disease" | "centre" | "samples" | "firstDate" | "lastDate" | "lastMrd" | "risk";

export interface Order {
  readonly key: SortKey;
  readonly ascending: boolean;
}

/** Every word of the search must be found in the pseudonym, the centre, or the disease by its code or its names. */
export function matches(patient: PatientSummary, filter: PatientFilter, diseaseNames: readonly string[]): boolean {
  if ((filter.disease !== "" && patient.disease !== filter.disease) || (filter.centre !== "" && patient.centre !== filter.centre)) {
    return false;
  }
  const text = plain([patient.pseudonym, patient.centre, patient.disease, ...diseaseNames].join(" "));
  return plain(filter.search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Lower case and without accents, so that `leucemie` finds `Leucémie`. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}

/** What is not known comes last whichever way the rest is ordered; equal ones stay in the order of their pseudonyms. */
export function ordered(
  patients: readonly PatientSummary[],
  order: Order,
  valueOf: (patient: PatientSummary, key: SortKey) => string | number | undefined,
): readonly PatientSummary[] {
  const sign = order.ascending ? 1 : -1;
  return [...patients].sort((a, b) => {
    const [left, right] = [valueOf(a, order.key), valueOf(b, order.key)];
    if (left === undefined || right === undefined) {
      return left === right ? byName(a, b) : left === undefined ? 1 : -1;
    }
    const compared =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : String(left).localeCompare(String(right), "en", { numeric: true });
    return compared * sign || byName(a, b);
  });
}

function byName(a: PatientSummary, b: PatientSummary): number {
  return a.pseudonym.localeCompare(b.pseudonym, "en", { numeric: true });
}
