import { describe, expect, test } from "vitest";
import { overlaps, placeLabels, spread, type Box } from "../src/timeline/labels";

const FRAME: Box = { x: 0, y: 0, width: 200, height: 100 };

function box(x: number, y: number): Box {
  return { x, y, width: 40, height: 10 };
}

describe("labels", () => {
  test("take their first free place", () => {
    expect(placeLabels([[box(10, 10), box(60, 10)]], [], FRAME)).toEqual([box(10, 10)]);
  });

  test("go to their next place where an obstacle or an earlier label stands", () => {
    const placed = placeLabels([[box(10, 10)], [box(20, 12), box(60, 12)]], [box(120, 50)], FRAME);
    expect(placed).toEqual([box(10, 10), box(60, 12)]);
    expect(placeLabels([[box(120, 55), box(10, 10)]], [box(120, 50)], FRAME)).toEqual([box(10, 10)]);
  });

  test("are left out rather than heaped or cut off", () => {
    expect(placeLabels([[box(10, 10)], [box(15, 15), box(170, 10)]], [], FRAME)).toEqual([box(10, 10), undefined]);
  });

  test("may touch without overlapping", () => {
    expect(overlaps(box(0, 0), box(40, 0))).toBe(false);
    expect(overlaps(box(0, 0), box(39.9, 0))).toBe(true);
  });
});

describe("names at the lines' ends", () => {
  test("move apart, keep their order, and stay inside", () => {
    const placed = spread([50, 52, 48, 99], 15, 0, 100);
    const sorted = [2, 0, 1, 3].map((index) => placed[index] ?? Number.NaN);
    for (let i = 1; i < sorted.length; i++) {
      expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(15);
    }
    expect(Math.max(...placed)).toBeLessThanOrEqual(100);
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
  });

  test("stay where they are when they are far apart", () => {
    expect(spread([10, 60], 15, 0, 100)).toEqual([10, 60]);
  });
});
