import { html, type TemplateResult } from "lit";
import type { CategoryRange } from "../api/types";
import type { Messages } from "../i18n/en";
import type { Language } from "../i18n/format";
import { categoryName, RISK_TEXTS, type RiskTexts } from "../i18n/risk-texts";

/** The category, or between which ones it lies, or that nothing can be computed. Never a blank. */
export function standing(
  result: { readonly category?: string; readonly range?: CategoryRange; readonly possible?: readonly string[] },
  words: Messages,
  language: Language,
  texts: RiskTexts = RISK_TEXTS,
): string {
  const name = (category: string): string => categoryName(category, language, texts);
  if (result.category !== undefined) {
    return name(result.category);
  }
  if (result.range === undefined) {
    const possible = result.possible ?? [];
    return possible.length === 0 ? words.risk.notComputable : words.risk.notEstablishedKinds(possible.map(name).join("; "));
  }
  return words.risk.notEstablishedRange(name(result.range.best), name(result.range.worst));
}

/** The tones of the scale, from the most favourable; the colours are in risk.css. */
const TONES = 6;
/** Categories of the schemes that Marrow knows, for lists that give a category without its scheme's others. */
const KNOWN_SCALES: readonly (readonly string[])[] = [
  ["Favorable", "Intermediate", "Adverse"],
  ["Very Low", "Low", "Moderate Low", "Moderate High", "High", "Very High"],
  ["Very Low", "Low", "Intermediate", "High", "Very High"],
];

/** Tone of a category by its place in its scheme: 0 the most favourable, 5 the most adverse. */
export function toneOf(category: string, categories: readonly string[]): number | undefined {
  const rank = categories.indexOf(category);
  if (rank < 0) {
    return undefined;
  }
  return categories.length < 2 ? 0 : Math.round((rank / (categories.length - 1)) * (TONES - 1));
}

/** The scale that holds all of the names; undefined for a scheme that the page does not know, which then stays neutral. */
export function scaleOf(names: readonly string[]): readonly string[] | undefined {
  return KNOWN_SCALES.find((scale) => names.every((name) => scale.includes(name)));
}

export function riskChip(
  result: { readonly category?: string; readonly range?: CategoryRange; readonly possible?: readonly string[] },
  categories: readonly string[] | undefined,
  words: Messages,
  language: Language,
): TemplateResult {
  // A class of a classification without order is neither better nor worse than another.
  const tone = result.category === undefined || result.range === undefined ? undefined : toneOf(result.category, categories ?? []);
  return html`<span class="chip ${tone === undefined ? "open" : `tone-${tone}`}">${standing(result, words, language)}</span>`;
}
