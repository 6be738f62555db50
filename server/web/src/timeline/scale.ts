import type { IsoDate } from "../api/types";

const DAY_MILLIS = 86_400_000;

/** Days since 1970-01-01, without zones. */
export function dayNumber(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MILLIS);
}

/** Whole powers of ten, both ends included. */
export interface Decades {
  readonly lowest: number;
  readonly highest: number;
}

const FEWEST_DECADES = 2;
/** Shown when there is no level and no limit to choose by. */
const USUAL_DECADES: Decades = { lowest: -5, highest: 0 };
/** log10(1e-5) is not exactly -5 on every engine; this is far below any real difference of levels. */
const ROUNDING = 1e-9;

/** The decades that hold all of `values`, which are levels and limits; what is not a positive number is passed over. */
export function decadesOf(values: readonly number[]): Decades {
  const logs = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  if (logs.length === 0) {
    return USUAL_DECADES;
  }
  const highest = Math.ceil(logs.reduce((a, b) => Math.max(a, b)) - ROUNDING);
  const lowest = Math.floor(logs.reduce((a, b) => Math.min(a, b)) + ROUNDING);
  // Rounding up from below gives -0, which is not the 0 that others compare with.
  return { lowest: Math.min(lowest, highest - FEWEST_DECADES), highest: highest + 0 };
}

/** A level's height in pixels; levels outside the decades go to the nearer edge. */
export interface LevelAxis {
  readonly decades: Decades;
  y(level: number): number;
  /** Whether the level lies inside the decades, so that its place is its own. */
  holds(level: number): boolean;
}

export function levelAxis(decades: Decades, top: number, bottom: number): LevelAxis {
  const span = decades.highest - decades.lowest;
  const place = (level: number): number => (level > 0 ? (Math.log10(level) - decades.lowest) / span : -1);
  return {
    decades,
    y: (level) => bottom - Math.min(1, Math.max(0, place(level))) * (bottom - top),
    holds: (level) => place(level) >= -ROUNDING && place(level) <= 1 + ROUNDING,
  };
}

export interface TimeAxis {
  readonly from: number;
  readonly to: number;
  x(day: number): number;
}

const SHORTEST_DAYS = 28;
/** Pixels kept free before the first and after the last day, for points that stand aside. */
const TIME_MARGIN = 24;

export function timeAxis(days: readonly number[], left: number, right: number): TimeAxis {
  const first = days.reduce((a, b) => Math.min(a, b), days[0] ?? 0);
  const last = days.reduce((a, b) => Math.max(a, b), days[0] ?? 0);
  const short = Math.max(0, SHORTEST_DAYS - (last - first)) / 2;
  const daysAPixel = (last - first + 2 * short) / Math.max(1, right - left - 2 * TIME_MARGIN);
  const margin = TIME_MARGIN * daysAPixel;
  const from = first - short - margin;
  return { from, to: last + short + margin, x: (day) => left + (day - from) / daysAPixel };
}

/** A tick at the first day of a month; `year` where the year is written. */
export interface TimeTick {
  readonly day: number;
  readonly date: Date;
  readonly year: boolean;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240] as const;
const DAYS_A_MONTH = 30.44;

/** Firsts of months, at most about `most` of them, January always among the candidates. */
export function timeTicks(axis: TimeAxis, most: number): readonly TimeTick[] {
  const months = (axis.to - axis.from) / DAYS_A_MONTH;
  const step = MONTH_STEPS.find((candidate) => months / candidate <= most) ?? 240;
  const start = new Date(axis.from * DAY_MILLIS);
  const ticks: TimeTick[] = [];
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (;;) {
    const date = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    const day = Math.round(date.getTime() / DAY_MILLIS);
    if (day > axis.to) {
      return ticks;
    }
    if (day >= axis.from) {
      ticks.push({ day, date, year: ticks.length === 0 || date.getUTCMonth() === 0 });
    }
    month += step;
  }
}
