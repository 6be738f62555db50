import { makeVector, Table, tableFromArrays, tableToIPC, vectorFromArray, Float32, Utf8 } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { clusterCentres, clusterSizes, readPoints, type CellPoints } from "../src/cells/points";
import { cellAt, dotSize, drawCells, NOBODY } from "../src/cells/raster";
import { moved, pixelX, pixelY, wholeView, zoomed } from "../src/cells/view";

const POINTS: CellPoints = {
  x: Float32Array.of(-2, -1, 0, 5),
  y: Float32Array.of(1, 3, 2, -4),
  cluster: Int32Array.of(0, 0, 0, 1),
};

function stream(columns: Record<string, Float32Array | Int32Array>): Uint8Array {
  return tableToIPC(tableFromArrays(columns), "stream");
}

describe("the point file", () => {
  test("is read as it was written", async () => {
    const read = await readPoints(stream({ x: POINTS.x, y: POINTS.y, cluster: POINTS.cluster }));
    expect(read).toEqual(POINTS);
  });

  test("is refused without a column, with another type, with a number that is none, or cut off", async () => {
    await expect(readPoints(stream({ x: POINTS.x, y: POINTS.y }))).rejects.toThrow("cluster");
    await expect(readPoints(stream({ x: POINTS.x, y: POINTS.y, cluster: POINTS.x }))).rejects.toThrow("int32");
    await expect(
      readPoints(stream({ x: Float32Array.of(1, Number.NaN), y: Float32Array.of(1, 2), cluster: Int32Array.of(0, 0) })),
    ).rejects.toThrow("finite");
    const whole = stream({ x: POINTS.x, y: POINTS.y, cluster: POINTS.cluster });
    await expect(readPoints(whole.slice(0, whole.length - 60))).rejects.toThrow();
  });

  test("is refused with a missing value", async () => {
    const table = new Table({
      x: vectorFromArray([1, null], new Float32()),
      y: makeVector(Float32Array.of(1, 2)),
      cluster: makeVector(Int32Array.of(0, 0)),
    });
    await expect(readPoints(tableToIPC(table, "stream"))).rejects.toThrow("nulls");
  });

  test("of text is refused", async () => {
    const table = new Table({ x: vectorFromArray(["a"], new Utf8()), y: vectorFromArray(["b"], new Utf8()), cluster: vectorFromArray(["c"], new Utf8()) });
    await expect(readPoints(tableToIPC(table, "stream"))).rejects.toThrow();
  });
});

describe("clusters", () => {
  test("are counted, with none for one without cells", () => {
    expect(clusterSizes(POINTS, 3)).toEqual([3, 1, 0]);
  });

  test("have their number at the median of their cells", () => {
    expect(clusterCentres(POINTS, 3)).toEqual([{ x: -1, y: 2 }, { x: 5, y: -4 }, undefined]);
  });
});

describe("the view", () => {
  const whole = wholeView(POINTS, 400, 300);

  test("shows all cells, with y upward and both axes to one scale", () => {
    for (let cell = 0; cell < POINTS.x.length; cell++) {
      expect(pixelX(whole, POINTS.x[cell] ?? 0)).toBeGreaterThan(0);
      expect(pixelX(whole, POINTS.x[cell] ?? 0)).toBeLessThan(400);
      expect(pixelY(whole, POINTS.y[cell] ?? 0)).toBeGreaterThan(0);
      expect(pixelY(whole, POINTS.y[cell] ?? 0)).toBeLessThan(300);
    }
    expect(pixelY(whole, 3)).toBeLessThan(pixelY(whole, -4));
    expect(pixelX(whole, 1) - pixelX(whole, 0)).toBeCloseTo(pixelY(whole, 0) - pixelY(whole, 1), 6);
  });

  test("keeps what lies under the pointer in its place when zooming", () => {
    const near = zoomed(whole, whole, 3, 120, 80);
    expect((120 - near.offsetX) / near.scale).toBeCloseTo((120 - whole.offsetX) / whole.scale, 6);
    expect((near.offsetY - 80) / near.scale).toBeCloseTo((whole.offsetY - 80) / whole.scale, 6);
  });

  test("does not zoom out beyond the whole", () => {
    expect(zoomed(whole, whole, 0.1, 0, 0).scale).toBe(whole.scale);
  });

  test("moves by pixels", () => {
    expect(pixelX(moved(whole, 10, 0), 1) - pixelX(whole, 1)).toBeCloseTo(10, 6);
  });

  test("has a place for a single cell and for none", () => {
    const one = wholeView({ x: Float32Array.of(7), y: Float32Array.of(7), cluster: Int32Array.of(0) }, 100, 100);
    expect(pixelX(one, 7)).toBeCloseTo(50, 3);
    expect(wholeView({ x: new Float32Array(), y: new Float32Array(), cluster: new Int32Array() }, 100, 100).scale).toBe(1);
  });
});

describe("the drawing", () => {
  const whole = wholeView(POINTS, 200, 200);
  const drawn = drawCells(POINTS, whole, 200, 200, 3, undefined);

  test("has each cell at its pixel, to be found by a pointer near it", () => {
    for (let cell = 0; cell < POINTS.x.length; cell++) {
      const x = Math.round(pixelX(whole, POINTS.x[cell] ?? 0));
      const y = Math.round(pixelY(whole, POINTS.y[cell] ?? 0));
      expect(cellAt(drawn, x, y, 0)).toBe(cell);
      expect(cellAt(drawn, x + 4, y, 4)).toBe(cell);
    }
    expect(cellAt(drawn, 0, 199, 2)).toBe(NOBODY);
  });

  test("gives clusters different colours and an opaque white ground", () => {
    const colours = new Set(drawn.pixels);
    expect(colours.size).toBe(3);
    expect(colours.has(0xffffffff)).toBe(true);
  });

  test("puts the cluster that is brought out on top of the others", () => {
    const heap: CellPoints = { x: Float32Array.of(0, 0), y: Float32Array.of(0, 0), cluster: Int32Array.of(0, 1) };
    const view = wholeView(heap, 50, 50);
    expect(cellAt(drawCells(heap, view, 50, 50, 3, 0), 25, 25, 0)).toBe(0);
    expect(cellAt(drawCells(heap, view, 50, 50, 3, 1), 25, 25, 0)).toBe(1);
  });

  test("draws what lies partly outside without wrapping round", () => {
    const edge: CellPoints = { x: Float32Array.of(0), y: Float32Array.of(0), cluster: Int32Array.of(0) };
    const cut = drawCells(edge, { scale: 1, offsetX: 0, offsetY: 10 }, 20, 20, 5, undefined);
    expect(cut.cells[10 * 20 + 19]).toBe(NOBODY);
    expect(cut.cells[10 * 20]).toBe(0);
  });

  test("has smaller dots for more cells and larger ones when near", () => {
    expect(dotSize(1_000_000, 1, 1)).toBe(1);
    expect(dotSize(700, 1, 1)).toBeGreaterThan(dotSize(100_000, 1, 1));
    expect(dotSize(100_000, 9, 1)).toBeGreaterThan(dotSize(100_000, 1, 1));
  });
});
