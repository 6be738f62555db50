import { describe, expect, test } from "vitest";
import { reals } from "../src/api/client";
import type { PatientSummary } from "../src/api/types";
import { en } from "../src/i18n/en";
import { fr } from "../src/i18n/fr";
import type { RiskTexts } from "../src/i18n/risk-texts";
import { matches, ordered } from "../src/pages/patient-order";
import { standing, toneOf } from "../src/risk/category";
import { routeOf } from "../src/route";

function patient(pseudonym: string, change: Partial<PatientSummary> = {}): PatientSummary {
  return { pseudonym, centre: "SLS", disease: "AML", synthetic: false, sampleCount: 1, risks: [], ...change };
}

describe("the address", () => {
  test.each([
    ["", { page: "patients" }],
    ["#/patients", { page: "patients" }],
    ["#/patients/P-1", { page: "patient", id: "P-1" }],
    ["#/patients/a%2Fb", { page: "patient", id: "a/b" }],
    ["#/runs/run-1", { page: "run", id: "run-1" }],
    ["#/runs/run-1?patient=P-1", { page: "run", id: "run-1", patient: "P-1" }],
    ["#/other/x", { page: "nowhere" }],
    ["#/patients/a/b", { page: "nowhere" }],
    ["#/patients/%E0%A4%A", { page: "nowhere" }],
  ])("%s", (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });
});

describe("the list's filter", () => {
  const all = { search: "", disease: "", centre: "" };

  test("finds by pseudonym, centre and disease, every word of it, without accents or case", () => {
    const one = patient("DEMO-AML-001");
    const names = ["LAM", "leucémie aiguë myéloïde"];
    for (const search of ["aml-001", "sls", "LEUCEMIE", "demo sls myeloide", ""]) {
      expect(matches(one, { ...all, search }, names), search).toBe(true);
    }
    expect(matches(one, { ...all, search: "demo cml" }, names)).toBe(false);
  });

  test("joins disease and centre", () => {
    expect(matches(patient("A"), { ...all, disease: "AML", centre: "SLS" }, [])).toBe(true);
    expect(matches(patient("A"), { ...all, disease: "AML", centre: "IPC" }, [])).toBe(false);
    expect(matches(patient("A"), { ...all, disease: "CML" }, [])).toBe(false);
  });
});

describe("the list's order", () => {
  const known = [patient("P10", { firstDate: "2024-01-01" }), patient("P2", { firstDate: "2023-01-01" }), patient("P1")];
  const names = (list: readonly PatientSummary[]): string[] => list.map((entry) => entry.pseudonym);

  test("counts within names", () => {
    expect(names(ordered(known, { key: "pseudonym", ascending: true }, (entry) => entry.pseudonym))).toEqual(["P1", "P2", "P10"]);
  });

  test("has what is unknown last both ways", () => {
    const byDate = (ascending: boolean): string[] =>
      names(ordered(known, { key: "firstDate", ascending }, (entry) => entry.firstDate));
    expect(byDate(true)).toEqual(["P2", "P10", "P1"]);
    expect(byDate(false)).toEqual(["P10", "P2", "P1"]);
  });
});

describe("a risk's standing", () => {
  const texts: RiskTexts = {
    en: new Map([["CATEGORY_MODERATE_LOW", "Moderate low"]]),
    fr: new Map([["CATEGORY_ADVERSE", "Défavorable"]]),
  };

  test("is its category, or the range that is left, or that nothing can be computed; never a blank", () => {
    expect(standing({ category: "Moderate Low" }, en, "en", texts)).toBe("Moderate low");
    const range = { best: "Favorable", worst: "Adverse" };
    expect(standing({ range }, en, "en", texts)).toBe("not established: Favorable to Adverse");
    expect(standing({ range }, fr, "fr", texts)).toBe("non établi\u00a0: de Favorable à Défavorable");
    expect(standing({}, en, "en", texts)).toBe(en.risk.notComputable);
    expect(standing({ possible: [] }, en, "en", texts)).toBe(en.risk.notComputable);
    expect(standing({ possible: ["Favorable", "Adverse"] }, fr, "fr", texts)).toBe("non établi\u00a0: Favorable; Défavorable");
  });

  test("shows a category that the page does not know as it is", () => {
    expect(standing({ category: "Optimal" }, fr, "fr", texts)).toBe("Optimal");
    expect(toneOf("Optimal", ["Favorable", "Adverse"])).toBeUndefined();
  });

  test("has the first and the last tone at the ends of its scale", () => {
    const scale = ["Favorable", "Intermediate", "Adverse"];
    expect([toneOf("Favorable", scale), toneOf("Adverse", scale), toneOf("High", scale)]).toEqual([0, 5, undefined]);
  });
});

describe("the numbers that JSON cannot write", () => {
  test("are read by their names, in their fields only", () => {
    const text = '{"upper":"Infinity","best":"-Infinity","modularity":"NaN","name":"NaN","worst":"Adverse"}';
    expect(JSON.parse(text, reals)).toEqual({
      upper: Number.POSITIVE_INFINITY,
      best: Number.NEGATIVE_INFINITY,
      modularity: Number.NaN,
      name: "NaN",
      worst: "Adverse",
    });
  });
});
