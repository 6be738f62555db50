import type { Language } from "./format";
import { readProperties } from "./properties";

/**
 * The texts of the risk engine by code: rules, flags, missing tests. They are read from the engine's own files when the page is
 * built, so that a code has one text in one place.
 */
const FILES = import.meta.glob<string>("../../../../variants/src/main/resources/org/marrow/variants/risk/scheme/risk_*.properties", {
  query: "?raw",
  import: "default",
  eager: true,
});

export type RiskTexts = Readonly<Record<Language, ReadonlyMap<string, string>>>;

function textsOf(language: Language): ReadonlyMap<string, string> {
  const file = Object.entries(FILES).find(([path]) => path.endsWith(`/risk_${language}.properties`));
  return file === undefined ? new Map() : readProperties(file[1]);
}

export const RISK_TEXTS: RiskTexts = { en: textsOf("en"), fr: textsOf("fr") };

/** A text with the language that it is in. */
export interface Spoken {
  readonly text: string;
  readonly language: Language;
}

/**
 * What a stored English sentence says in the reader's language. It is translated only while it still begins with the engine's
 * text for its code; what follows is about the patient and kept. A sentence of another edition stays as it was stored.
 */
export function spoken(code: string, sentence: string, language: Language, texts: RiskTexts = RISK_TEXTS): Spoken {
  const english = texts.en.get(code);
  const own = texts[language].get(code);
  if (language === "en" || english === undefined || own === undefined || !sentence.startsWith(english)) {
    return { text: sentence, language: "en" };
  }
  return { text: own + sentence.slice(english.length), language };
}

/** The name of a missing test; the code itself where there is none. */
export function testName(code: string, language: Language, texts: RiskTexts = RISK_TEXTS): string {
  return texts[language].get(code) ?? texts.en.get(code) ?? code;
}

/** A category as people read it; its stored English name where the engine has no text for it. */
export function categoryName(category: string, language: Language, texts: RiskTexts = RISK_TEXTS): string {
  return texts[language].get(`CATEGORY_${category.toUpperCase().replaceAll(" ", "_")}`) ?? category;
}
