import { describe, expect, test } from "vitest";
import { en } from "../src/i18n/en";
import { fr } from "../src/i18n/fr";
import { Formats } from "../src/i18n/format";
import { pointInWords, resultInWords } from "../src/timeline/words";
import { lod, measurement, notDetected } from "./measurement";

const ENGLISH = [en, new Formats("en")] as const;
const FRENCH = [fr, new Formats("fr")] as const;

/** No-break spaces are what a reader sees as spaces. */
function seen(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

describe("a result in words", () => {
  test("gives what was not detected as below its own limit", () => {
    const result = { status: "NOT_DETECTED_BELOW_LOD", limit: 3.1e-5 } as const;
    expect(seen(resultInWords(result, ...ENGLISH))).toBe("not detected, < 3.1 × 10⁻⁵ (0.0031%)");
    expect(seen(resultInWords(result, ...FRENCH))).toBe("non détecté, < 3,1 × 10⁻⁵ (0,0031 %)");
  });

  test("names the International Scale", () => {
    const result = { status: "DETECTED", level: 0.00062, scale: "INTERNATIONAL_SCALE" } as const;
    expect(seen(resultInWords(result, ...ENGLISH))).toBe("detected, 6.2 × 10⁻⁴ (0.062% IS)");
  });

  test("is never zero, negative or wild type when nothing was found", () => {
    for (const [words, formats] of [ENGLISH, FRENCH]) {
      for (const result of [
        { status: "NOT_DETECTED_BELOW_LOD", limit: 3e-5 },
        { status: "NOT_DETECTED_BELOW_LOD" },
        { status: "NOT_DETECTED_LOD_UNKNOWN" },
        { status: "NOT_COVERED" },
      ] as const) {
        const text = resultInWords(result, words, formats);
        expect(text).not.toMatch(/wild|sauvage|(^|\s)0(\s|$)|^negative|^négatif/i);
        expect(text).toMatch(/^not |^non /);
      }
    }
  });

  test("tells a point's date, technique, target, result and limit to those who hear it", () => {
    expect(seen(pointInWords(measurement({ limitOfDetection: lod(2e-5) }), ...ENGLISH))).toBe(
      "5 Mar 2024, NGS, variants, NPM1 p.W288Cfs*12, detected, 0.012 (1.2%), LoD 2 × 10⁻⁵",
    );
    expect(seen(pointInWords(notDetected(4e-6, { technique: "QPCR" }), ...FRENCH))).toBe(
      "5 mars 2024, qPCR, NPM1 p.W288Cfs*12, non détecté, < 4 × 10⁻⁶ (0,0004 %)",
    );
  });
});

describe("numbers", () => {
  test("have a power of ten only below one in a hundred", () => {
    const formats = new Formats("en");
    expect([1, 0.456, 0.01, 0.0099, 12.3].map((level) => seen(formats.level(level)))).toEqual([
      "1", "0.46", "0.01", "9.9 × 10⁻³", "12",
    ]);
  });

  test("carry over into the next power when rounded", () => {
    expect(seen(new Formats("en").level(9.97e-5))).toBe("1 × 10⁻⁴");
  });

  test("show no end where there is none", () => {
    expect(new Formats("en").level(Number.POSITIVE_INFINITY)).toBe("∞");
  });

  test("follow the language", () => {
    expect(new Formats("en").bytes(48_123_456)).toBe("48.1 MB");
    expect(new Formats("fr").bytes(48_123_456)).toBe("48,1 Mo");
    expect(new Formats("fr").day("2024-08-01")).toBe("1 août 2024");
    expect(new Formats("fr").signedScore(-0.171)).toBe("−0,17");
    expect(new Formats("en").duration("2026-11-24T09:12:03Z", "2026-11-24T10:18:44Z")).toBe("1 h 6 min 41 s");
  });
});
