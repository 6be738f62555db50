import { html, type TemplateResult } from "lit";
import type { Messages } from "../i18n/en";
import type { Formats } from "../i18n/format";
import { runLink } from "../parts/notices";
import type { PlacedPoint } from "./layout";
import { levelInWords, resultInWords, resultOf } from "./words";

/** What one point says. Kept open it is a dialog with the way to its run; else it only follows the pointer. */
export function pointCard(
  point: PlacedPoint,
  kept: boolean,
  words: Messages,
  formats: Formats,
  patient: string,
  close: () => void,
): TemplateResult {
  const { measurement } = point;
  const lod = measurement.limitOfDetection;
  const { interval } = measurement;
  const line = (name: string, value: unknown): TemplateResult => html`<dt>${name}</dt><dd>${value}</dd>`;
  return html`<div class="point-card ${kept ? "kept" : ""} t-${measurement.technique}" role=${kept ? "dialog" : "tooltip"} aria-label=${measurement.target.name}>
    <p class="point-when">${formats.day(measurement.date)} · ${words.technique[measurement.technique]}</p>
    <p class="point-target">${measurement.target.name}</p>
    <p class="point-result">${resultInWords(resultOf(measurement), words, formats)}</p>
    <dl>
      ${
        interval === undefined || measurement.level === undefined
          ? null
          : line(
              words.mrd.intervalOf(formats.percent(interval.confidence), interval.method),
              html`${formats.level(interval.lower)} – ${formats.level(interval.upper)}`,
            )
      }
      ${
        lod === undefined
          ? null
          : line(
              words.mrd.lodOf(formats.percent(lod.probability)),
              html`${levelInWords(lod.level, measurement.scale, formats)}<br /><span lang="en" class="basis">${lod.basis}</span>`,
            )
      }
      ${measurement.limitOfQuantification === undefined ? null : line(words.mrd.loq, formats.level(measurement.limitOfQuantification))}
      ${
        measurement.total === undefined
          ? null
          : line(
              words.mrd.counts,
              `${measurement.positive === undefined ? "?" : formats.integer(measurement.positive)} / ${formats.integer(measurement.total)}`,
            )
      }
      ${line(words.mrd.scale, words.scale[measurement.scale])}
      ${line(words.mrd.sample, measurement.sample)}
    </dl>
    ${measurement.notes.map((note) => html`<p class="point-note" lang="en">${note}</p>`)}
    ${
      kept
        ? html`<p class="point-actions">
            ${runLink(measurement.runId, `${words.run.toRun} →`, patient)}
            <button type="button" class="quiet" @click=${close}>${words.mrd.close}</button>
          </p>`
        : html`<p class="point-help">${words.mrd.pointHelp}</p>`
    }
  </div>`;
}
