import type { IsoDate, IsoInstant } from "../api/types";

export type Language = "en" | "fr";

/** Below this a fraction is written with a power of ten. */
const SCIENTIFIC_BELOW = 0.01;
const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
};

export function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => SUPERSCRIPTS[digit] ?? digit).join("");
}

/** A hyphen breaks lines and is too short beside a plus. */
function withMinus(number: string): string {
  return number.replace("-", "−");
}

/** Dates and numbers as the reader's language writes them. */
export class Formats {
  readonly #day: Intl.DateTimeFormat;
  readonly #month: Intl.DateTimeFormat;
  readonly #moment: Intl.DateTimeFormat;
  readonly #integer: Intl.NumberFormat;
  readonly #fraction: Intl.NumberFormat;
  readonly #mantissa: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #score: Intl.NumberFormat;
  readonly #signed: Intl.NumberFormat;
  readonly #size: Intl.NumberFormat;

  constructor(readonly language: Language) {
    const locale = language === "fr" ? "fr-FR" : "en-GB";
    // Days carry no zone, so they are read and written in UTC.
    this.#day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    this.#month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
    this.#moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "long" });
    this.#integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.#fraction = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
    this.#mantissa = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.#percent = new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 });
    this.#score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.#signed = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: "exceptZero",
    });
    this.#size = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  }

  day(date: IsoDate): string {
    return this.#day.format(new Date(`${date}T00:00:00Z`));
  }

  month(date: Date): string {
    return this.#month.format(date);
  }

  moment(instant: IsoInstant): string {
    return this.#moment.format(new Date(instant));
  }

  integer(value: number): string {
    return this.#integer.format(value);
  }

  /** A fraction with two significant digits, such as `0.45` or `3.1 × 10⁻⁵`, in one piece at a line's end. */
  level(fraction: number): string {
    if (fraction >= SCIENTIFIC_BELOW || fraction === 0) {
      return this.#fraction.format(fraction);
    }
    const [mantissa = "", exponent = "0"] = fraction.toExponential(1).split("e");
    return `${this.#mantissa.format(Number(mantissa))}\u00a0×\u00a010${superscript(Number(exponent))}`;
  }

  /** As {@link level} without spaces, where room is short. */
  shortLevel(fraction: number): string {
    return this.level(fraction).replaceAll("\u00a0", "");
  }

  percent(fraction: number): string {
    return this.#percent.format(fraction);
  }

  score(value: number): string {
    return withMinus(this.#score.format(value));
  }

  signedScore(value: number): string {
    return withMinus(this.#signed.format(value));
  }

  bytes(bytes: number): string {
    const units = this.language === "fr" ? ["o", "ko", "Mo", "Go", "To"] : ["B", "kB", "MB", "GB", "TB"];
    let value = bytes;
    let unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return `${this.#size.format(value)} ${units[unit]}`;
  }

  duration(from: IsoInstant, to: IsoInstant): string {
    const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    const parts = hours > 0 ? [`${hours} h`, `${minutes} min`] : minutes > 0 ? [`${minutes} min`] : [];
    return [...parts, `${seconds % 60} s`].join(" ");
  }
}
