import { describe, expect, test } from "vitest";
import { dayNumber, decadesOf, levelAxis, timeAxis, timeTicks } from "../src/timeline/scale";

describe("decades", () => {
  test("hold the smallest and the largest value", () => {
    expect(decadesOf([3.1e-5, 0.42])).toEqual({ lowest: -5, highest: 0 });
  });

  test("begin exactly at a power of ten that is itself a value, and one lower just below it", () => {
    expect(decadesOf([1e-5, 0.5])).toEqual({ lowest: -5, highest: 0 });
    expect(decadesOf([9.9e-6, 0.5])).toEqual({ lowest: -6, highest: 0 });
  });

  test("end exactly at a power of ten that is itself a value, and one higher just above it", () => {
    expect(decadesOf([1e-4, 1])).toEqual({ lowest: -4, highest: 0 });
    expect(decadesOf([1e-4, 1.01])).toEqual({ lowest: -4, highest: 1 });
  });

  test("are at least two, added below", () => {
    expect(decadesOf([0.02])).toEqual({ lowest: -3, highest: -1 });
    expect(decadesOf([0.1])).toEqual({ lowest: -3, highest: -1 });
  });

  test("do not ask for zero, infinity or what is not a number", () => {
    expect(decadesOf([0, Number.POSITIVE_INFINITY, Number.NaN, 1e-3, 0.3])).toEqual({ lowest: -3, highest: 0 });
  });

  test("are the usual ones where nothing is known", () => {
    expect(decadesOf([])).toEqual({ lowest: -5, highest: 0 });
  });
});

describe("the level axis", () => {
  const axis = levelAxis({ lowest: -4, highest: 0 }, 100, 500);

  test("puts each decade at the same distance", () => {
    expect([1, 0.1, 0.01, 0.001, 0.0001].map((level) => Math.round(axis.y(level)))).toEqual([100, 200, 300, 400, 500]);
  });

  test("puts what lies outside at the nearer edge and says that it is not its own place", () => {
    expect(axis.y(1e-9)).toBe(500);
    expect(axis.y(0)).toBe(500);
    expect(axis.y(50)).toBe(100);
    expect(axis.y(Number.POSITIVE_INFINITY)).toBe(100);
    expect([1e-9, 0, 50, Number.POSITIVE_INFINITY].map((level) => axis.holds(level))).toEqual([false, false, false, false]);
    expect([1e-4, 0.5, 1].map((level) => axis.holds(level))).toEqual([true, true, true]);
  });
});

describe("the time axis", () => {
  test("counts days across a leap day and a change of clocks", () => {
    expect(dayNumber("2024-03-01") - dayNumber("2024-02-28")).toBe(2);
    expect(dayNumber("2024-04-01") - dayNumber("2024-03-01")).toBe(31);
  });

  test("keeps all days between its edges, in proportion", () => {
    const days = ["2023-01-01", "2023-07-02", "2024-01-01"].map(dayNumber);
    const axis = timeAxis(days, 50, 750);
    const [first = 0, middle = 0, last = 0] = days.map((day) => axis.x(day));
    expect(first).toBeGreaterThan(50);
    expect(last).toBeLessThan(750);
    expect((middle - first) / (last - first)).toBeCloseTo(182 / 365, 6);
  });

  test("has room round a single day", () => {
    const axis = timeAxis([dayNumber("2024-03-05")], 0, 400);
    expect(axis.x(dayNumber("2024-03-05"))).toBeCloseTo(200, 6);
    expect(axis.to - axis.from).toBeGreaterThanOrEqual(28);
  });

  test("ticks firsts of months, no more than asked for, and writes each year once", () => {
    for (const last of ["2023-02-01", "2023-12-31", "2025-06-30", "2036-01-01"]) {
      const ticks = timeTicks(timeAxis([dayNumber("2023-01-10"), dayNumber(last)], 0, 800), 10);
      expect(ticks.length).toBeLessThanOrEqual(11);
      expect(ticks.every((tick) => tick.date.getUTCDate() === 1)).toBe(true);
      const years = ticks.filter((tick) => tick.year).map((tick) => tick.date.getUTCFullYear());
      expect(new Set(years).size).toBe(years.length);
    }
  });
});
