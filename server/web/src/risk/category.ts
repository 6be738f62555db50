import { html, type TemplateResult } from "lit";
import type { CategoryRange } from "../api/types";
import type { Messages } from "../i18n/en";

export function categoryName(category: string, words: Messages): string {
  return words.category[category] ?? category;
}

/** The category, or between which ones it lies, or that nothing can be computed. Never a blank. */
export function standing(
  result: { readonly category?: string; readonly range?: CategoryRange },
  words: Messages,
): string {
  if (result.category !== undefined) {
    return categoryName(result.category, words);
  }
  if (result.range === undefined) {
    return words.risk.notComputable;
  }
  return words.risk.notEstablishedRange(categoryName(result.range.best, words), categoryName(result.range.worst, words));
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
  result: { readonly category?: string; readonly range?: CategoryRange },
  categories: readonly string[] | undefined,
  words: Messages,
): TemplateResult {
  const tone = result.category === undefined ? undefined : toneOf(result.category, categories ?? []);
  return html`<span class="chip ${tone === undefined ? "open" : `tone-${tone}`}">${standing(result, words)}</span>`;
}
