import type { CellMap, CellMapSummary, Patient, PatientList, PatientMrd, PatientRisk, PatientSummary, Run } from "./types";

const BASE = "api/v1";

/** Why an answer is not there. */
export type ApiFailure =
  | { readonly kind: "unreachable" }
  | { readonly kind: "malformed" }
  | { readonly kind: "status"; readonly status: number; readonly message?: string };

export class ApiError extends Error {
  constructor(readonly failure: ApiFailure) {
    super(failure.kind === "status" ? (failure.message ?? `status ${failure.status}`) : failure.kind);
  }
}

async function ask(path: string, accept: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`${BASE}/${path}`, { headers: { Accept: accept }, signal });
  } catch (cause) {
    if (signal.aborted) {
      throw cause;
    }
    throw new ApiError({ kind: "unreachable" });
  }
  if (!response.ok) {
    throw new ApiError({ kind: "status", status: response.status, ...(await messageOf(response)) });
  }
  return response;
}

/** The server says what went wrong in an English sentence where it can. */
async function messageOf(response: Response): Promise<{ message?: string }> {
  try {
    const body: unknown = await response.json();
    const error: unknown = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
    if (typeof error === "object" && error !== null && "message" in error && typeof error.message === "string") {
      return { message: error.message };
    }
  } catch {
    // An answer without a readable body still has its status.
  }
  return {};
}

type Reviver = (key: string, value: unknown) => unknown;

async function json<T>(path: string, signal: AbortSignal, reviver?: Reviver): Promise<T> {
  const response = await ask(path, "application/json", signal);
  try {
    return JSON.parse(await response.text(), reviver) as T;
  } catch (cause) {
    if (signal.aborted) {
      throw cause;
    }
    throw new ApiError({ kind: "malformed" });
  }
}

/** Fields of the schema Real: the server names the numbers that JSON cannot write. */
const REALS: ReadonlySet<string> = new Set([
  "upper", "best", "mean", "worst", "contribution", "resolution", "modularity", "z", "logPValue", "adjustedPValue", "log2FoldChange",
]);
const NAMED_NUMBERS: ReadonlyMap<unknown, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

export function reals(key: string, value: unknown): unknown {
  return REALS.has(key) ? (NAMED_NUMBERS.get(value) ?? value) : value;
}

const segment = encodeURIComponent;
const PAGE = 1000;

/** Reads every page of the list; `soFar` is called after each. */
export async function patients(
  signal: AbortSignal,
  soFar: (patients: readonly PatientSummary[]) => void,
): Promise<readonly PatientSummary[]> {
  const all: PatientSummary[] = [];
  let after: string | undefined;
  do {
    const from: string = after === undefined ? "" : `&after=${segment(after)}`;
    const page = await json<PatientList>(`patients?limit=${PAGE}${from}`, signal);
    all.push(...page.patients);
    after = page.next;
    soFar(all);
  } while (after !== undefined);
  return all;
}

export function patient(id: string, signal: AbortSignal): Promise<Patient> {
  return json(`patients/${segment(id)}`, signal);
}

export function patientMrd(id: string, signal: AbortSignal): Promise<PatientMrd> {
  return json(`patients/${segment(id)}/mrd`, signal, reals);
}

export function patientRisk(id: string, signal: AbortSignal): Promise<PatientRisk> {
  return json(`patients/${segment(id)}/risk`, signal, reals);
}

/** The map that one run made, so that its points and its clusters belong together. */
export function cellMap(id: string, map: CellMapSummary, signal: AbortSignal): Promise<CellMap> {
  return json(`patients/${segment(id)}/cells/${segment(map.sample)}?run=${segment(map.runId)}`, signal, reals);
}

export async function cellPoints(id: string, map: CellMapSummary, signal: AbortSignal): Promise<Uint8Array> {
  const path = `patients/${segment(id)}/cells/${segment(map.sample)}/points?run=${segment(map.runId)}`;
  const response = await ask(path, "application/vnd.apache.arrow.stream", signal);
  return new Uint8Array(await response.arrayBuffer());
}

export function run(id: string, signal: AbortSignal): Promise<Run> {
  return json(`runs/${segment(id)}`, signal);
}
