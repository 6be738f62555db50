import type { CellMap, Patient, PatientList, PatientMrd, PatientRisk, PatientSummary, Run } from "./types";

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
    if (typeof body === "object" && body !== null && "message" in body && typeof body.message === "string") {
      return { message: body.message };
    }
  } catch {
    // An answer without a readable body still has its status.
  }
  return {};
}

async function json<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await ask(path, "application/json", signal);
  try {
    return (await response.json()) as T;
  } catch (cause) {
    if (signal.aborted) {
      throw cause;
    }
    throw new ApiError({ kind: "malformed" });
  }
}

const segment = encodeURIComponent;

/** Reads every page of the list; `soFar` is called after each. */
export async function patients(
  signal: AbortSignal,
  soFar: (patients: readonly PatientSummary[]) => void,
): Promise<readonly PatientSummary[]> {
  const all: PatientSummary[] = [];
  let after: string | undefined;
  do {
    const query: string = after === undefined ? "" : `?after=${segment(after)}`;
    const page = await json<PatientList>(`patients${query}`, signal);
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
  return json(`patients/${segment(id)}/mrd`, signal);
}

export function patientRisk(id: string, signal: AbortSignal): Promise<PatientRisk> {
  return json(`patients/${segment(id)}/risk`, signal);
}

export function cellMap(id: string, sample: string, signal: AbortSignal): Promise<CellMap> {
  return json(`patients/${segment(id)}/cells/${segment(sample)}`, signal);
}

export async function cellPoints(id: string, sample: string, signal: AbortSignal): Promise<Uint8Array> {
  const path = `patients/${segment(id)}/cells/${segment(sample)}/points`;
  const response = await ask(path, "application/vnd.apache.arrow.stream", signal);
  return new Uint8Array(await response.arrayBuffer());
}

export function run(id: string, signal: AbortSignal): Promise<Run> {
  return json(`runs/${segment(id)}`, signal);
}
