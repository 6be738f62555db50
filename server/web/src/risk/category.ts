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
/** Tone of a category by its place in its scheme: 0 the most favourable, 5 the most adverse. */
export function toneOf(category: string, categories: readonly string[]): number | undefined {
  const rank = categories.indexOf(category);
  if (rank < 0) {
    return undefined;
  }
  return categories.length < 2 ? 0 : Math.round((rank / (categories.length - 1)) * (TONES - 1));
}

export function riskChip(
  result: { readonly category?: string; readonly range?: CategoryRange; readonly possible?: readonly string[] },
  categories: readonly string[],
  words: Messages,
  language: Language,
): TemplateResult {
  // A class of a classification without order is neither better nor worse than another.
  const tone = result.category === undefined || result.range === undefined ? undefined : toneOf(result.category, categories);
  return html`<span class="chip ${tone === undefined ? "open" : `tone-${tone}`}">${standing(result, words, language)}</span>`;
}
