import { html, svg, type TemplateResult } from "lit";
import type { RiskResult } from "../api/types";
import type { Messages } from "../i18n/en";
import type { Formats, Language } from "../i18n/format";
import { categoryName } from "../i18n/risk-texts";
import { toneOf } from "./category";

/** All categories of the scheme in a row; those that remain possible are filled. Nothing where they have no order. */
export function categoryBar(result: RiskResult, words: Messages, language: Language): TemplateResult | null {
  if (result.range === undefined) {
    return null;
  }
  const { categories } = result.scheme;
  const best = categories.indexOf(result.category ?? result.range?.best ?? "");
  const worst = categories.indexOf(result.category ?? result.range?.worst ?? "");
  const single = result.category !== undefined;
  return html`<div class="category-bar">
    <ol aria-label=${words.risk.position}>
      ${categories.map((category, rank) => {
        const possible = best >= 0 && rank >= best && rank <= worst;
        return html`<li class="${possible ? (single ? "here" : "possible") : ""} tone-${toneOf(category, categories) ?? 0}"
          aria-current=${possible && single ? "true" : "false"}>${categoryName(category, language)}${possible ? html`<span class="visually-hidden"> ✓</span>` : null}</li>`;
      })}
    </ol>
    <p class="category-ends" aria-hidden="true"><span>← ${words.risk.favourable}</span><span>${words.risk.adverse} →</span></p>
  </div>`;
}

/** Share of the box's width that the largest contribution takes on its side of zero. */
const HALF = 50;

/** A bar from zero: to the right where it makes the outlook worse, to the left where better. */
export function contributionBar(contribution: number, largest: number): TemplateResult {
  const length = largest > 0 ? (Math.abs(contribution) / largest) * HALF : 0;
  const x = contribution < 0 ? HALF - length : HALF;
  return html`<svg class="contribution" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class=${contribution < 0 ? "better" : "worse"} x=${x} y="2" width=${length} height="8" />
      <line class="zero" x1=${HALF} x2=${HALF} y1="0" y2="12" />`}
  </svg>`;
}

/** The score, with its best and worst where inputs are missing. */
export function scoreView(result: RiskResult, words: Messages, formats: Formats): TemplateResult | null {
  const { score } = result;
  if (score === undefined) {
    return null;
  }
  if (score.best === score.worst) {
    return html`<p class="score"><span class="score-name">${words.risk.score}</span> <strong>${formats.score(score.mean)}</strong></p>`;
  }
  const part = (name: string, value: number): TemplateResult =>
    html`<span class="score-part"><span class="score-name">${name}</span> <strong>${formats.score(value)}</strong></span>`;
  return html`<div class="score">
    <span class="score-name">${words.risk.score}</span>
    ${part(words.risk.scoreBest, score.best)} ${part(words.risk.scoreMean, score.mean)} ${part(words.risk.scoreWorst, score.worst)}
    <p class="small">${words.risk.scoreExplained}</p>
  </div>`;
}
