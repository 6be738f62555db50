/** What the API returns, as openapi.yaml has it. What is unknown is absent: absent never means zero, and never negative. */

export type Disease = "AML" | "MDS" | "CML" | "ALL" | "MPN" | "OTHER" | "UNKNOWN";
export type Technique = "NGS_VARIANT" | "NGS_CLONOTYPE" | "QPCR" | "DPCR" | "FLOW";
export type MrdStatus =
  | "DETECTED"
  | "DETECTED_BELOW_QUANTIFICATION"
  | "NOT_DETECTED_BELOW_LOD"
  | "NOT_DETECTED_LOD_UNKNOWN"
  | "NOT_COVERED";
export type LevelScale =
  | "VARIANT_ALLELE_FRACTION"
  | "RATIO_TO_CONTROL_GENE"
  | "INTERNATIONAL_SCALE"
  | "FRACTION_OF_LEUCOCYTES"
  | "FRACTION_OF_CELLS";
export type SampleMaterial = "BONE_MARROW" | "PERIPHERAL_BLOOD" | "OTHER" | "UNKNOWN";
export type EvidenceMark = "VERIFIED" | "DERIVED" | "FROM_MEMORY" | "OPEN";

/** A day as ISO 8601, such as `2024-03-05`. */
export type IsoDate = string;
/** A moment as ISO 8601 in UTC. */
export type IsoInstant = string;

export interface CategoryRange {
  readonly best: string;
  readonly worst: string;
}

export interface RiskSummary {
  readonly scheme: string;
  readonly edition: string;
  readonly categories: readonly string[];
  readonly category?: string;
  readonly range?: CategoryRange;
}

export interface LastMrd {
  readonly date: IsoDate;
  readonly technique: Technique;
  readonly target: string;
  readonly status: MrdStatus;
  /** A fraction. */
  readonly level?: number;
  /** A fraction. */
  readonly limitOfDetection?: number;
}

export interface PatientSummary {
  readonly pseudonym: string;
  readonly centre: string;
  readonly disease: Disease;
  readonly synthetic: boolean;
  readonly sampleCount: number;
  readonly firstDate?: IsoDate;
  readonly lastDate?: IsoDate;
  readonly risks: readonly RiskSummary[];
  readonly lastMrd?: LastMrd;
}

export interface PatientList {
  readonly patients: readonly PatientSummary[];
  /** Cursor of the next page; absent on the last one. */
  readonly next?: string;
}

export interface Sample {
  readonly id: string;
  readonly material: SampleMaterial;
  readonly collected?: IsoDate;
  readonly timepoint?: string;
}

export interface Treatment {
  readonly name: string;
  readonly start: IsoDate;
  readonly end?: IsoDate;
  readonly line?: number;
}

export interface CellMapSummary {
  readonly sample: string;
  readonly runId: string;
  readonly cells: number;
  readonly clusters: number;
}

export interface Patient {
  readonly pseudonym: string;
  readonly centre: string;
  readonly disease: Disease;
  readonly synthetic: boolean;
  readonly samples: readonly Sample[];
  readonly treatments: readonly Treatment[];
  readonly cellMaps: readonly CellMapSummary[];
  /** Runs about this patient, the latest first. */
  readonly runs: readonly string[];
}

export interface MrdTarget {
  readonly name: string;
  readonly gene?: string;
}

export interface ConfidenceInterval {
  readonly lower: number;
  /** Infinity where nothing bounds it. */
  readonly upper: number;
  readonly confidence: number;
  readonly method: string;
}

export interface LimitOfDetection {
  readonly level: number;
  readonly probability: number;
  readonly basis: string;
}

export interface Measurement {
  readonly sample: string;
  readonly date: IsoDate;
  readonly technique: Technique;
  readonly target: MrdTarget;
  readonly scale: LevelScale;
  readonly status: MrdStatus;
  readonly level?: number;
  readonly interval?: ConfidenceInterval;
  readonly limitOfDetection?: LimitOfDetection;
  readonly limitOfQuantification?: number;
  readonly positive?: number;
  readonly total?: number;
  readonly notes: readonly string[];
  readonly runId: string;
  readonly process: string;
}

export interface PatientMrd {
  readonly measurements: readonly Measurement[];
}

export interface RiskScheme {
  readonly id: string;
  readonly edition: string;
  readonly source: string;
  /** From the most favourable to the most adverse. */
  readonly categories: readonly string[];
}

export interface ScoreRange {
  readonly best: number;
  readonly mean: number;
  readonly worst: number;
}

export interface RiskDriver {
  readonly name: string;
  readonly rule: string;
  readonly contribution?: number;
  readonly reason: string;
  readonly mark: EvidenceMark;
}

export interface RiskFlag {
  readonly code: string;
  readonly explanation: string;
  readonly mark: EvidenceMark;
}

export interface RiskInput {
  readonly name: string;
  readonly value?: string;
  readonly source?: string;
}

export interface RiskResult {
  readonly scheme: RiskScheme;
  readonly category?: string;
  readonly range?: CategoryRange;
  readonly score?: ScoreRange;
  readonly drivers: readonly RiskDriver[];
  readonly flags: readonly RiskFlag[];
  readonly missing: readonly string[];
  readonly settledBy: readonly string[];
  readonly inputs: readonly RiskInput[];
  /** Every category that is possible; absent in results of older versions. */
  readonly possible?: readonly string[];
  readonly runId: string;
  readonly process: string;
  readonly sample?: string;
}

export interface PatientRisk {
  readonly results: readonly RiskResult[];
}

export interface MarkerGene {
  readonly cluster: number;
  readonly gene: string;
  readonly z: number;
  readonly log2FoldChange: number;
}

export interface CellMap {
  readonly cells: number;
  readonly clusters: number;
  readonly resolution: number;
  readonly modularity: number;
  readonly cellsRead: number;
  readonly genesRead: number;
  readonly markers: readonly MarkerGene[];
  readonly notes: readonly string[];
  readonly runId: string;
}

export interface InputFile {
  readonly role: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface RunOutput {
  readonly process: string;
  readonly patient: string;
  readonly sample?: string;
  readonly command: string;
  readonly toolVersion: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly inputs: readonly InputFile[];
}

export interface Run {
  readonly id: string;
  readonly started: IsoInstant;
  readonly finished: IsoInstant;
  readonly published: IsoInstant;
  readonly toolVersion: string;
  readonly synthetic: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  readonly inputs: readonly InputFile[];
  readonly outputs: readonly RunOutput[];
}
