import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { LevelScale, Measurement, Technique } from "../api/types";
import type { Messages } from "../i18n/en";
import type { TimelineLayout } from "./layout";
import { dashOf, markOf, shapeOf } from "./marks";
import { TECHNIQUES, type Series } from "./series";

export interface LegendActions {
  readonly toggle: (technique: Technique) => void;
  readonly bring: (series: Series | undefined) => void;
}

/** One button a technique that shows or hides it, with the targets that it follows. */
export function legendView(
  series: readonly Series[],
  measurements: readonly Measurement[],
  hidden: ReadonlySet<Technique>,
  words: Messages,
  actions: LegendActions,
): TemplateResult {
  const used = TECHNIQUES.filter((technique) => series.some((line) => line.technique === technique));
  return html`<ul class="legend" aria-label=${words.mrd.techniques}>
    ${used.map((technique) => {
      const shown = !hidden.has(technique);
      const count = measurements.filter((row) => row.technique === technique).length;
      return html`<li class="legend-item t-${technique} ${shown ? "" : "off"}">
        <button type="button" class="legend-toggle" aria-pressed=${shown ? "true" : "false"}
          title=${words.mrd.toggle(words.technique[technique])} data-testid="legend-toggle" data-technique=${technique}
          @click=${() => actions.toggle(technique)}>
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true"><path class="mark ${shown ? "filled" : "open"}" d=${shapeOf(technique, 6)} /></svg>
          ${words.technique[technique]} <span class="legend-count">${count}</span>
        </button>
        <ul class="legend-targets">
          ${series
            .filter((line) => line.technique === technique)
            .map(
              (line) => html`<li @pointerenter=${() => actions.bring(line)} @pointerleave=${() => actions.bring(undefined)}>
                <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true"><line class="segment" x1="1" x2="25" y1="4" y2="4" stroke-dasharray=${dashOf(line.dash)} /></svg>
                ${line.target}
              </li>`,
            )}
        </ul>
      </li>`;
    })}
  </ul>`;
}

/** What the marks mean, only for those that this patient has. */
export function keyView(measurements: readonly Measurement[], layout: TimelineLayout, words: Messages): TemplateResult {
  const has = (...statuses: readonly string[]): boolean => measurements.some((row) => statuses.includes(row.status));
  const icon = (content: SVGTemplateResult): TemplateResult =>
    html`<svg class="key-icon" width="22" height="26" viewBox="-11 -13 22 26" aria-hidden="true">${content}</svg>`;
  const technique = measurements[0]?.technique ?? "NGS_VARIANT";
  const entries: readonly (readonly [boolean, SVGTemplateResult, string])[] = [
    [has("DETECTED"), svg`<path class="whisker" d="M0,-11 V11 M-3,-11 H3 M-3,11 H3" />${markOf("detected", technique)}`, words.mrd.keyDetected],
    [
      has("DETECTED_BELOW_QUANTIFICATION"),
      svg`<rect class="grey-zone" x="-7" y="-12" width="14" height="24" />${markOf("below", technique)}`,
      words.mrd.keyBelow,
    ],
    [has("NOT_DETECTED_BELOW_LOD"), svg`<g transform="translate(0 -6)">${markOf("limit", technique)}</g>`, words.mrd.keyNotDetected],
    [
      measurements.some((row) => row.limitOfDetection !== undefined && row.level !== undefined),
      svg`<line class="lod-tick" x1="-6" x2="6" y1="0" y2="0" />`,
      words.mrd.keyLod,
    ],
    [has("NOT_COVERED"), markOf("notCovered", technique), words.mrd.keyNotCovered],
    [has("NOT_DETECTED_LOD_UNKNOWN"), markOf("unknown", technique), words.mrd.keyUnknown],
    [layout.samples.some((sample) => sample.hasRisk), svg`<path class="sample-risk" d="M-5,-5 H5 V5 H-5 Z" />`, words.mrd.keyRisk],
    [layout.samples.some((sample) => sample.hasCells), svg`<circle class="sample-cells" r="4" />`, words.mrd.keyCells],
  ];
  return html`<div class="key">
    <ul aria-label=${words.mrd.key}>
      ${entries.filter(([shown]) => shown).map(([, content, text]) => html`<li class="t-key">${icon(content)} ${text}</li>`)}
    </ul>
    <p class="small">${words.mrd.sameDay}</p>
  </div>`;
}

/** Says what 1 means on each scale that is drawn, once there is more than one, because one axis holds them all. */
export function scalesView(measurements: readonly Measurement[], words: Messages): TemplateResult {
  const scales = [...new Set(measurements.map((row) => row.scale))];
  const techniquesOf = (scale: LevelScale): string =>
    TECHNIQUES.filter((technique) => measurements.some((row) => row.scale === scale && row.technique === technique))
      .map((technique) => words.technique[technique])
      .join(" · ");
  return html`<details class="scales" open>
    <summary>${words.mrd.scales}</summary>
    ${scales.length > 1 ? html`<p>${words.mrd.scalesNote}</p>` : null}
    <dl>
      ${scales.map(
        (scale) => html`<dt>${words.scale[scale]} <span class="small">${techniquesOf(scale)}</span></dt>
          <dd>${words.scaleMeaning[scale]}</dd>`,
      )}
    </dl>
  </details>`;
}
