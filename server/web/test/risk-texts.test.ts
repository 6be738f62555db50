import { describe, expect, test } from "vitest";
import { readProperties } from "../src/i18n/properties";
import { categoryName, RISK_TEXTS, spoken, testName, type RiskTexts } from "../src/i18n/risk-texts";

const TEXTS: RiskTexts = {
  en: new Map([["TP53_WITH_CBF", "TP53 beside a fusion"], ["KARYOTYPE", "karyotype"]]),
  fr: new Map([["TP53_WITH_CBF", "TP53 à côté d’une fusion"], ["KARYOTYPE", "caryotype"]]),
};

describe("a properties file", () => {
  test("is read as Java reads it", () => {
    const text = [
      "# comment",
      "! another",
      "",
      "A=one",
      "  B : two = 2",
      "C three",
      "D=a long \\",
      "   text",
      "E=caf\\u00e9\\tau lait",
      "F\\=G=key with a sign",
      "H=ends in a backslash\\\\",
      "I=",
    ].join("\n");
    expect(Object.fromEntries(readProperties(text))).toEqual({
      A: "one",
      B: "two = 2",
      C: "three",
      D: "a long text",
      E: "café\tau lait",
      "F=G": "key with a sign",
      H: "ends in a backslash\\",
      I: "",
    });
  });

  test("may have the line ends of any system", () => {
    expect([...readProperties("A=1\r\nB=2\rC=3")]).toEqual([["A", "1"], ["B", "2"], ["C", "3"]]);
  });
});

describe("a sentence of the engine", () => {
  test("is translated by its code, with what it says of the patient kept", () => {
    expect(spoken("TP53_WITH_CBF", "TP53 beside a fusion (VAF 0.12)", "fr", TEXTS)).toEqual({
      text: "TP53 à côté d’une fusion (VAF 0.12)",
      language: "fr",
    });
  });

  test("of another edition or of an unknown code stays in English and says so", () => {
    expect(spoken("TP53_WITH_CBF", "An older sentence", "fr", TEXTS)).toEqual({ text: "An older sentence", language: "en" });
    expect(spoken("NEW_CODE", "Something new", "fr", TEXTS)).toEqual({ text: "Something new", language: "en" });
  });

  test("is never changed in English", () => {
    expect(spoken("TP53_WITH_CBF", "An older sentence", "en", TEXTS).text).toBe("An older sentence");
  });

  test("names tests in the reader's language, or by code", () => {
    expect([testName("KARYOTYPE", "fr", TEXTS), testName("NEW_TEST", "fr", TEXTS)]).toEqual(["caryotype", "NEW_TEST"]);
  });
});

describe("the engine's texts", () => {
  test("name the categories and the tests that a result can hold", () => {
    for (const language of ["en", "fr"] as const) {
      for (const code of ["CATEGORY_FAVORABLE", "CATEGORY_VERY_HIGH", "KARYOTYPE", "ELN2022_TP53", "ELN2017_TP53", "DIPSS_AGE"]) {
        expect(RISK_TEXTS[language].get(code), `${language} ${code}`).toBeTruthy();
      }
    }
  });

  test("name a category whatever signs its name has", () => {
    expect(categoryName("Intermediate-1", "fr")).toBe("Intermédiaire-1");
    expect(categoryName("Very High", "fr")).toBe("Très élevé");
    expect(categoryName("Unheard of", "fr")).toBe("Unheard of");
  });

  test("exist for the same codes in both languages", () => {
    expect([...RISK_TEXTS.fr.keys()].sort()).toEqual([...RISK_TEXTS.en.keys()].sort());
  });
});
