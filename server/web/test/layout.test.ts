import { describe, expect, test } from "vitest";
import type { Measurement } from "../src/api/types";
import { layoutTimeline, MARKER, type TimelineInput, type TimelineLayout } from "../src/timeline/layout";
import { overlaps } from "../src/timeline/labels";
import { lod, measurement, notDetected } from "./measurement";

function layout(measurements: readonly Measurement[], change: Partial<TimelineInput> = {}): TimelineLayout {
  return layoutTimeline({
    measurements,
    treatments: [],
    samples: [],
    hidden: new Set(),
    width: 1000,
    textWidth: (text) => text.length * 6,
    limitLabel: (limit) => `<${limit}`,
    treatmentLabel: (treatment) => treatment.name,
    ...change,
  });
}

function pointOf(placed: TimelineLayout, row: number): TimelineLayout["points"][number] {
  const point = placed.points.find((candidate) => candidate.row === row);
  if (point === undefined) {
    throw new Error(`row ${row} is not drawn`);
  }
  return point;
}

describe("a point", () => {
  test("that was not detected stands at its own limit and says so, not at an assay's", () => {
    const placed = layout([notDetected(1e-4), notDetected(1e-5, { date: "2024-09-05" })]);
    expect(pointOf(placed, 0)).toMatchObject({ kind: "limit", label: { text: "<0.0001" } });
    expect(pointOf(placed, 0).y).toBeCloseTo(placed.axis.y(1e-4), 6);
    expect(pointOf(placed, 1).y).toBeCloseTo(placed.axis.y(1e-5), 6);
    expect(pointOf(placed, 1).y).toBeGreaterThan(pointOf(placed, 0).y);
  });

  test("below quantification stands in the grey zone between its two limits", () => {
    const point = pointOf(
      layout([
        measurement({
          status: "DETECTED_BELOW_QUANTIFICATION",
          level: 5e-5,
          limitOfDetection: lod(2e-5),
          limitOfQuantification: 1e-4,
        }),
      ]),
      0,
    );
    expect(point.kind).toBe("below");
    expect(point.greyZone?.top).toBeLessThan(point.y);
    expect(point.greyZone?.bottom).toBeGreaterThan(point.y);
    expect(point.greyZone?.bottom).toBe(point.lodY);
  });

  test("has a grey zone down to the axis where its limit of detection is unknown", () => {
    const placed = layout([measurement({ limitOfQuantification: 1e-3 })]);
    expect(pointOf(placed, 0).greyZone?.bottom).toBe(placed.plot.y + placed.plot.height);
  });

  test("that says nothing of a level stands in a row of its own above the plot", () => {
    const { level: _level, ...bare } = measurement();
    const placed = layout([
      { ...bare, status: "NOT_COVERED" },
      { ...bare, status: "NOT_DETECTED_LOD_UNKNOWN", date: "2024-05-05" },
    ]);
    expect(pointOf(placed, 0).y).toBe(placed.notCoveredRow?.middle);
    expect(pointOf(placed, 1).y).toBe(placed.unknownRow?.middle);
    expect(placed.plot.y).toBeGreaterThan(pointOf(placed, 1).y);
    expect(placed.segments).toEqual([]);
  });

  test("has a whisker that is cut where its interval leaves the axis", () => {
    const interval = { lower: 1e-9, upper: 0.05, confidence: 0.95, method: "Clopper-Pearson" };
    const placed = layout([measurement({ level: 0.01, interval, limitOfDetection: lod(1e-4) })]);
    expect(placed.axis.decades.lowest).toBe(-4);
    expect(pointOf(placed, 0).whisker).toMatchObject({ cutBelow: true, cutAbove: false, bottom: placed.axis.y(1e-4) });
  });

  test("with an interval without an upper end has a whisker that is cut above", () => {
    const interval = { lower: 1e-3, upper: Number.POSITIVE_INFINITY, confidence: 0.95, method: "Poisson" };
    expect(pointOf(layout([measurement({ level: 0.01, interval })]), 0).whisker).toMatchObject({ cutAbove: true });
  });
});

describe("points of one day", () => {
  test("keep the day's own place when their heights differ", () => {
    const placed = layout([measurement({ level: 0.5 }), measurement({ level: 1e-4, technique: "QPCR" })]);
    expect(pointOf(placed, 0).x).toBe(pointOf(placed, 1).x);
  });

  test("stand beside each other when they would hide each other", () => {
    const rows = (["NGS_VARIANT", "QPCR", "FLOW"] as const).map((technique) => measurement({ technique, level: 0.01 }));
    const xs = layout(rows).points.map((point) => point.x).sort((a, b) => a - b);
    for (let i = 1; i < xs.length; i++) {
      expect((xs[i] ?? 0) - (xs[i - 1] ?? 0)).toBeGreaterThanOrEqual(2 * MARKER);
    }
  });
});

describe("lines", () => {
  test("join a target's points by date whatever the order of the rows", () => {
    const dates = ["2024-09-01", "2024-01-01", "2024-05-01"];
    const placed = layout(dates.map((date) => measurement({ date })));
    expect(placed.series.map((series) => series.rows)).toEqual([[1, 2, 0]]);
    expect(placed.segments).toHaveLength(2);
    expect(placed.segments.every((segment) => segment.from.x < segment.to.x)).toBe(true);
  });

  test("never join two targets or two techniques", () => {
    const placed = layout([
      measurement(),
      measurement({ date: "2024-06-01", target: { name: "DNMT3A p.R882H" } }),
      measurement({ date: "2024-07-01", technique: "DPCR" }),
    ]);
    expect(placed.series).toHaveLength(3);
    expect(placed.segments).toEqual([]);
  });

  test("say no more than at most where an end was not detected", () => {
    const placed = layout([measurement(), notDetected(1e-5, { date: "2024-06-01" }), measurement({ date: "2024-01-01" })]);
    expect(placed.segments.map((segment) => segment.atMost)).toEqual([false, true]);
  });

  test("have different dashes within a technique only", () => {
    const placed = layout([
      measurement(),
      measurement({ target: { name: "FLT3-ITD" } }),
      measurement({ technique: "QPCR" }),
    ]);
    expect(placed.series.map((series) => series.dash)).toEqual([0, 1, 0].slice(0, 3));
    expect(new Set(placed.series.filter((s) => s.technique === "NGS_VARIANT").map((s) => s.dash)).size).toBe(2);
  });
});

describe("switching a technique off", () => {
  const rows = [measurement(), notDetected(1e-6, { technique: "QPCR", date: "2024-12-01" })];

  test("takes its points and lines away and moves nothing else", () => {
    const all = layout(rows);
    const some = layout(rows, { hidden: new Set(["QPCR"]) });
    expect(some.points).toHaveLength(1);
    expect(pointOf(some, 0).x).toBe(pointOf(all, 0).x);
    expect(pointOf(some, 0).y).toBe(pointOf(all, 0).y);
  });
});

describe("treatments", () => {
  const treatments = [
    { name: "7+3", start: "2024-01-01", end: "2024-01-08" },
    { name: "midostaurin", start: "2024-01-08", end: "2024-06-01" },
    { name: "azacitidine", start: "2024-07-01" },
  ];

  test("never overlap each other's bar or name, at any width", () => {
    for (const width of [320, 380, 700, 1280]) {
      const placed = layout([measurement()], { treatments, width });
      const boxes = placed.treatments.map((bar) => {
        const text = bar.label.text.length * 6;
        const textFrom = bar.label.anchor === "start" ? bar.label.x : bar.label.x - text;
        const from = Math.min(bar.x, textFrom);
        return { x: from, y: bar.y, width: Math.max(bar.x + bar.width, textFrom + text) - from, height: bar.height };
      });
      for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1)) {
          expect(overlaps(a, b)).toBe(false);
        }
      }
    }
  });

  test("without a last day run to the edge and are marked as open", () => {
    const placed = layout([measurement()], { treatments });
    const bar = placed.treatments.find((candidate) => candidate.treatment.name === "azacitidine");
    expect(bar).toMatchObject({ open: true });
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeCloseTo(placed.plot.x + placed.plot.width, 6);
  });

  test("share the dates of the points below them", () => {
    const placed = layout([measurement({ date: "2024-07-01" })], { treatments });
    expect(placed.treatments.find((bar) => bar.treatment.name === "azacitidine")?.x).toBeCloseTo(pointOf(placed, 0).x, 6);
  });
});

describe("the whole chart", () => {
  test("keeps every marker and every label inside itself, narrow and wide", () => {
    const rows = Array.from({ length: 24 }, (_, i) => {
      const date = `202${3 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-15`;
      return i % 3 === 0 ? measurement({ date, level: 10 ** -(i / 6) }) : notDetected(10 ** -(4 + i / 24), { date, technique: "QPCR" });
    });
    for (const width of [300, 380, 1280]) {
      const placed = layout(rows, { width });
      for (const point of placed.points) {
        expect(point.x - MARKER).toBeGreaterThanOrEqual(placed.plot.x);
        expect(point.x + MARKER).toBeLessThanOrEqual(placed.plot.x + placed.plot.width);
        expect(point.y).toBeLessThanOrEqual(placed.plot.y + placed.plot.height);
      }
    }
  });

  test("can be laid out with nothing but a date", () => {
    const { level: _level, ...bare } = measurement({ status: "NOT_COVERED" });
    expect(layout([bare]).points).toHaveLength(1);
  });

  test("places samples by their day and leaves out those without one", () => {
    const placed = layout([measurement({ date: "2024-03-05" })], {
      samples: [
        { sample: { id: "S1", material: "BONE_MARROW", collected: "2024-03-05" }, hasRisk: true, hasCells: false },
        { sample: { id: "S2", material: "UNKNOWN" }, hasRisk: false, hasCells: false },
      ],
    });
    expect(placed.samples.map((sample) => sample.sample.id)).toEqual(["S1"]);
    expect(placed.samples[0]?.x).toBeCloseTo(pointOf(placed, 0).x, 6);
  });
});
