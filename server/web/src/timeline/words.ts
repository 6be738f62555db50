import type { LevelScale, Measurement, MrdStatus } from "../api/types";
import type { Messages } from "../i18n/en";
import type { Formats } from "../i18n/format";

/** What a result is worded from. */
export interface Result {
  readonly status: MrdStatus;
  /** A fraction. */
  readonly level?: number | undefined;
  /** A fraction. */
  readonly limit?: number | undefined;
  readonly scale?: LevelScale | undefined;
}

export function resultOf(measurement: Measurement): Result {
  return {
    status: measurement.status,
    level: measurement.level,
    limit: measurement.limitOfDetection?.level,
    scale: measurement.scale,
  };
}

/** A level with its per cent, such as `6.2 × 10⁻⁴ (0.062 % IS)`. */
export function levelInWords(level: number, scale: LevelScale | undefined, formats: Formats): string {
  const unit = scale === "INTERNATIONAL_SCALE" ? " IS" : "";
  return `${formats.level(level)} (${formats.percent(level)}${unit})`;
}

/** The result in words. What was not found is never given as zero or as wild type, only as below its own limit. */
export function resultInWords(result: Result, messages: Messages, formats: Formats, level = levelInWords): string {
  const words = messages.result;
  const text = (fraction: number): string => level(fraction, result.scale, formats);
  switch (result.status) {
    case "DETECTED":
      return result.level === undefined ? words.detectedNoLevel : words.detected(text(result.level));
    case "DETECTED_BELOW_QUANTIFICATION":
      return result.level === undefined
        ? words.belowQuantificationNoLevel
        : words.belowQuantification(text(result.level));
    case "NOT_DETECTED_BELOW_LOD":
      return result.limit === undefined ? words.notDetectedUnknown : words.notDetected(text(result.limit));
    case "NOT_DETECTED_LOD_UNKNOWN":
      return words.notDetectedUnknown;
    case "NOT_COVERED":
      return words.notCovered;
  }
}

/** All that a point says, for those who hear the page: date, technique, target, result, limits. */
export function pointInWords(measurement: Measurement, messages: Messages, formats: Formats): string {
  const parts = [
    formats.day(measurement.date),
    messages.technique[measurement.technique],
    measurement.target.name,
    resultInWords(resultOf(measurement), messages, formats),
  ];
  if (measurement.limitOfDetection !== undefined && measurement.status !== "NOT_DETECTED_BELOW_LOD") {
    parts.push(`${messages.mrd.lod} ${formats.level(measurement.limitOfDetection.level)}`);
  }
  return parts.join(", ");
}
