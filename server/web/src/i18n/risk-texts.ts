import type { Language } from "./format";
import { readProperties } from "./properties";

/**
 * The texts of the risk engine by code: rules, flags, missing tests. They are read from the engine's own files when the page is
 * built, one for each scheme and language beside its rules, so that a code has one text in one place.
 */
const FILES = import.meta.glob<string>("../../../../variants/src/main/resources/org/marrow/variants/risk/rules/*.properties", {
  query: "?raw",
  import: "default",
  eager: true,
});

export type RiskTexts = Readonly<Record<Language, ReadonlyMap<string, string>>>;

function textsOf(language: Language): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of Object.keys(FILES).sort()) {
    const content = FILES[path];
    if (content !== undefined && path.endsWith(`_${language}.properties`)) {
      for (const [code, text] of readProperties(content)) {
        texts.set(code, text);
      }
    }
  }
  return texts;
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
  return texts[language].get(`CATEGORY_${category.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}`) ?? category;
}
