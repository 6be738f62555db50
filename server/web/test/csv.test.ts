import { describe, expect, test } from "vitest";
import { measurementsCsv, textCell } from "../src/timeline/csv";
import { measurement, notDetected } from "./measurement";

/** Reads RFC 4180 lines back, cell by cell. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const letter = csv[i];
    if (quoted) {
      if (letter === '"' && csv[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (letter === '"') {
        quoted = false;
      } else {
        cell += letter;
      }
    } else if (letter === '"') {
      quoted = true;
    } else if (letter === "," || letter === "\n") {
      rows.at(-1)?.push(cell);
      cell = "";
      if (letter === "\n") {
        rows.push([]);
      }
    } else if (letter !== "\r") {
      cell += letter;
    }
  }
  return rows.slice(0, -1);
}

function cellsOf(csv: string, row: number): Record<string, string> {
  const [names = [], ...rows] = parse(csv);
  return Object.fromEntries(names.map((name, column) => [name, rows[row]?.[column] ?? ""]));
}

describe("the CSV of the measurements", () => {
  test("holds the hidden rows too and says which filter was on", () => {
    const csv = measurementsCsv("P1", true, [measurement(), measurement({ technique: "FLOW" })], new Set(["FLOW"]));
    expect(parse(csv)).toHaveLength(3);
    expect(cellsOf(csv, 0)).toMatchObject({ shown_on_page: "true", filter_on_page: "techniques hidden: FLOW", synthetic: "true" });
    expect(cellsOf(csv, 1)).toMatchObject({ technique: "FLOW", shown_on_page: "false" });
  });

  test("leaves a level empty where nothing was found, and gives its limit", () => {
    const row = cellsOf(measurementsCsv("P1", false, [notDetected(3.1e-5)], new Set()), 0);
    expect(row).toMatchObject({ status: "NOT_DETECTED_BELOW_LOD", level_fraction: "", lod_fraction: "0.000031", filter_on_page: "none" });
  });

  test("keeps commas, quotes and line ends inside their cell", () => {
    const notes = ['a "quoted", note', "two\nlines"];
    const row = cellsOf(measurementsCsv("P1", false, [measurement({ notes })], new Set()), 0);
    expect(row.notes).toBe('a "quoted", note | two\nlines');
  });

  test("has as many cells in each row as in its head", () => {
    const rows = parse(measurementsCsv("P1", false, [measurement(), notDetected(1e-4)], new Set()));
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });
});

describe("a text cell", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("that a spreadsheet would run is defused: %j", (text) => {
    expect(textCell(text).replace(/^"/, "").startsWith("'")).toBe(true);
  });

  test("that begins with a letter or digit stays as it is", () => {
    expect(textCell("BCR::ABL1 e14a2")).toBe("BCR::ABL1 e14a2");
    expect(textCell("7+3")).toBe("7+3");
  });
});
