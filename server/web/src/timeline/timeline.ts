import { html, svg, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { CellMapSummary, Measurement, Patient, RiskResult, Technique } from "../api/types";
import { PageElement } from "../parts/element";
import { researchUse } from "../parts/notices";
import { layoutTimeline, type PlacedPoint, type TimelineLayout } from "./layout";
import { keyView, legendView, scalesView } from "./legend";
import { pointCard } from "./point-card";
import { timelineSvg } from "./render";
import { TECHNIQUES, type Series } from "./series";
import { tableView } from "./table";

const FIRST_WIDTH = 960;
const NARROWEST = 300;
const CARD_GAP = 16;

/** All residual-disease measurements of one patient on one log axis over real dates, and the same as a table. */
@customElement("marrow-timeline")
export class Timeline extends PageElement {
  @property({ attribute: false }) patient!: Patient;
  @property({ attribute: false }) measurements: readonly Measurement[] = [];
  @property({ attribute: false }) risks: readonly RiskResult[] = [];
  @state() private switchedOff: ReadonlySet<Technique> = new Set();
  @state() private width = FIRST_WIDTH;
  @state() private over: PlacedPoint | undefined;
  @state() private kept: PlacedPoint | undefined;
  @state() private broughtSeries: Series | undefined;
  @query(".timeline-frame") private readonly frame!: HTMLElement | null;
  @query(".point-card") private readonly card!: HTMLElement | null;
  readonly #sizes = new ResizeObserver(() => this.#measure());
  /** The element that had the focus when its card was opened, to give it back. */
  #opener: HTMLElement | undefined;

  override disconnectedCallback(): void {
    this.#sizes.disconnect();
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    if (this.frame !== null) {
      this.#sizes.observe(this.frame);
      this.#measure();
    }
  }

  #measure(): void {
    const width = Math.floor(this.frame?.clientWidth ?? FIRST_WIDTH);
    if (width > 0) {
      this.width = Math.max(NARROWEST, width);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("measurements")) {
      this.over = undefined;
      this.kept = undefined;
    }
    this.#placeCard();
  }

  protected override render(): unknown {
    const { words, formats } = this;
    if (this.measurements.length === 0) {
      return html`<p class="nothing">${words.mrd.none}</p>`;
    }
    const layout = this.#layout();
    const point = this.kept ?? this.over;
    const used = TECHNIQUES.filter((technique) => this.measurements.some((row) => row.technique === technique));
    const dates = this.measurements.map((row) => row.date).sort();
    return html`
      ${researchUse(words)}
      ${legendView(layout.series, this.measurements, this.switchedOff, words, {
        toggle: (technique) => this.#toggle(technique),
        bring: (series) => (this.broughtSeries = series),
      })}
      <figure class="timeline-frame" @keydown=${this.#escape}>
        <svg class="timeline" width=${layout.width} height=${layout.height} viewBox=${`0 0 ${layout.width} ${layout.height}`}
          @click=${this.#aside} role="group" aria-label=${words.mrd.summary(
            this.measurements.length,
            used.length,
            formats.day(dates[0] ?? ""),
            formats.day(dates.at(-1) ?? ""),
          )}>
          ${timelineSvg({
            layout,
            words,
            formats,
            brought: point?.series ?? this.broughtSeries,
            actions: {
              over: (placed) => (this.over = placed),
              out: () => (this.over = undefined),
              keep: (placed) => this.#keep(placed),
              key: (event, placed) => this.#key(event, placed),
            },
          })}
          ${this.switchedOff.size === used.length ? svg`<text class="none-shown" x=${layout.plot.x + layout.plot.width / 2} y=${layout.plot.y + 40} text-anchor="middle">${words.mrd.noneShown}</text>` : null}
        </svg>
        ${point === undefined ? null : pointCard(point, this.kept !== undefined, words, formats, this.patient.pseudonym, () => this.#close())}
      </figure>
      ${keyView(this.measurements, layout, words)}
      ${scalesView(this.measurements, words)}
      ${tableView(this.patient, this.measurements, this.switchedOff, words, formats)}
    `;
  }

  #layout(): TimelineLayout {
    const { words, formats } = this;
    const riskSamples = new Set(this.risks.map((risk) => risk.sample));
    const cellSamples = new Set(this.patient.cellMaps.map((map: CellMapSummary) => map.sample));
    return layoutTimeline({
      measurements: this.measurements,
      treatments: this.patient.treatments,
      samples: this.patient.samples.map((sample) => ({
        sample,
        hasRisk: riskSamples.has(sample.id),
        hasCells: cellSamples.has(sample.id),
      })),
      hidden: this.switchedOff,
      width: this.width,
      textWidth: chartTextWidth,
      limitLabel: (limit) => `<${formats.shortLevel(limit)}`,
      treatmentLabel: (treatment) =>
        treatment.line === undefined ? treatment.name : `${words.mrd.lineShort(treatment.line)} · ${treatment.name}`,
    });
  }

  #toggle(technique: Technique): void {
    const hidden = new Set(this.switchedOff);
    if (!hidden.delete(technique)) {
      hidden.add(technique);
    }
    this.switchedOff = hidden;
    this.#close();
  }

  #keep(point: PlacedPoint): void {
    this.#opener = this.querySelector<HTMLElement>(`.point[data-row="${point.row}"]`) ?? undefined;
    this.kept = point;
    // The card is in the page only after this update.
    void this.updateComplete.then(() => this.card?.querySelector("a")?.focus());
  }

  #close(): void {
    const wasKept = this.kept !== undefined;
    this.kept = undefined;
    this.over = undefined;
    if (wasKept) {
      this.#opener?.focus();
    }
  }

  #key(event: KeyboardEvent, point: PlacedPoint): void {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#keep(point);
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      this.#neighbour(point, event.key === "ArrowRight" ? 1 : -1);
    }
  }

  /** The next or earlier point of the same line. */
  #neighbour(point: PlacedPoint, step: number): void {
    const rows = point.series.rows;
    const row = rows[rows.indexOf(point.row) + step];
    if (row !== undefined) {
      this.querySelector<HTMLElement>(`.point[data-row="${row}"]`)?.focus();
    }
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && (this.kept !== undefined || this.over !== undefined)) {
      event.stopPropagation();
      this.#close();
    }
  };

  /** A click on the bare chart puts the card away. */
  readonly #aside = (event: Event): void => {
    if (this.kept !== undefined && !(event.target as Element).closest(".point")) {
      this.#close();
    }
  };

  /** Beside its point and inside the frame. Set by script, as the security policy refuses style attributes. */
  #placeCard(): void {
    const point = this.kept ?? this.over;
    const { card, frame } = this;
    if (point === undefined || card === null || frame === null) {
      return;
    }
    const right = point.x + CARD_GAP;
    const left = point.x - CARD_GAP - card.offsetWidth;
    const fitsRight = right + card.offsetWidth <= frame.clientWidth;
    const x = fitsRight ? right : left >= 0 ? left : Math.max(0, (frame.clientWidth - card.offsetWidth) / 2);
    const beside = fitsRight || left >= 0;
    const y = beside ? point.y - card.offsetHeight / 2 : point.y + CARD_GAP;
    card.style.left = `${Math.round(x)}px`;
    card.style.top = `${Math.round(Math.max(0, y))}px`;
  }
}

const CHART_FONT = "11px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
let measuring: CanvasRenderingContext2D | null | undefined;
const WIDE_LETTER = 6.5;

function chartTextWidth(text: string): number {
  if (measuring === undefined) {
    measuring = document.createElement("canvas").getContext("2d");
    if (measuring !== null) {
      measuring.font = CHART_FONT;
    }
  }
  return measuring?.measureText(text).width ?? text.length * WIDE_LETTER;
}

declare global {
  interface HTMLElementTagNameMap {
    "marrow-timeline": Timeline;
  }
}
