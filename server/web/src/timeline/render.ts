import { svg, type SVGTemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Messages } from "../i18n/en";
import { superscript, type Formats } from "../i18n/format";
import type { PlacedPoint, PlacedTreatment, Row, TimelineLayout } from "./layout";
import { dashOf, markOf, shapeOf } from "./marks";
import type { Series } from "./series";
import { pointInWords } from "./words";

/** What the reader does with the chart. */
export interface TimelineActions {
  readonly over: (point: PlacedPoint) => void;
  readonly out: (point: PlacedPoint) => void;
  readonly keep: (point: PlacedPoint) => void;
  readonly key: (event: KeyboardEvent, point: PlacedPoint) => void;
}

export interface TimelineView {
  readonly layout: TimelineLayout;
  readonly words: Messages;
  readonly formats: Formats;
  /** The line that is brought out, if any. */
  readonly brought: Series | undefined;
  readonly actions: TimelineActions;
}

/** Half the side of the area that answers to a pointer round a point. */
const HIT = 11;
const LETTERS_OF_TARGET = 23;

export function timelineSvg(view: TimelineView): SVGTemplateResult {
  const { layout } = view;
  return svg`
    ${grid(view)}
    ${rowNames(view)}
    ${layout.treatments.map((bar) => treatmentBar(bar, view))}
    ${samples(view)}
    <g class="grey-zones" aria-hidden="true">
      ${layout.points.map((point) =>
        point.greyZone === undefined || !showsZone(point, view)
          ? null
          : svg`<rect class="grey-zone" x=${point.x - 7} y=${point.greyZone.top} width="14"
              height=${Math.max(1, point.greyZone.bottom - point.greyZone.top)} />`,
      )}
    </g>
    <g aria-hidden="true">
      ${layout.segments.map(
        (segment) => svg`<line class=${lineClass(segment.series, view, segment.atMost ? "segment at-most" : "segment")}
          x1=${segment.from.x} y1=${segment.from.y} x2=${segment.to.x} y2=${segment.to.y}
          stroke-dasharray=${segment.atMost ? "1 4" : dashOf(segment.series.dash)} />`,
      )}
      ${targetLabels(view)}
    </g>
    ${repeat(layout.points, (point) => point.row, (point) => placedPoint(point, view))}
  `;
}

/** Every point has a grey zone; all at once they would hide the points, so the others show with their line. */
function showsZone(point: PlacedPoint, view: TimelineView): boolean {
  return point.kind === "below" || (view.brought !== undefined && sameSeries(view.brought, point.series));
}

function lineClass(series: Series, view: TimelineView, name: string): string {
  const dimmed = view.brought !== undefined && !sameSeries(view.brought, series);
  return `${name} t-${series.technique}${dimmed ? " dimmed" : ""}`;
}

export function sameSeries(a: Series, b: Series): boolean {
  return a.technique === b.technique && a.target === b.target;
}

function grid(view: TimelineView): SVGTemplateResult {
  const { layout, formats, words } = view;
  const { plot } = layout;
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  return svg`<g class="grid" aria-hidden="true">
    <rect class="plot" x=${plot.x} y=${plot.y} width=${plot.width} height=${plot.height} />
    ${layout.levelTicks.map(
      (tick) => svg`
        <line class="decade" x1=${plot.x} x2=${right} y1=${tick.y} y2=${tick.y} />
        <text class="level" x=${plot.x - 8} y=${tick.y + 4} text-anchor="end">${tick.exponent === 0 ? "1" : `10${superscript(tick.exponent)}`}</text>
        ${
          layout.narrow
            ? null
            : svg`<text class="percent" x=${plot.x - 42} y=${tick.y + 4} text-anchor="end">${formats.percent(10 ** tick.exponent)}</text>`
        }`,
    )}
    ${layout.timeTicks.map(
      (tick) => svg`
        <line class=${tick.year ? "year" : "month"} x1=${tick.x} x2=${tick.x} y1=${plot.y} y2=${bottom + 5} />
        <text class="date" x=${tick.x} y=${bottom + 18} text-anchor="middle">${formats.month(tick.date)}</text>
        ${tick.year ? svg`<text class="date year" x=${tick.x} y=${bottom + 33} text-anchor="middle">${tick.date.getUTCFullYear()}</text>` : null}`,
    )}
    ${layout.narrow ? null : svg`<text class="axis" transform=${`translate(12 ${plot.y + plot.height / 2}) rotate(-90)`} text-anchor="middle">${words.mrd.axis}</text>`}
  </g>`;
}

function rowNames(view: TimelineView): SVGTemplateResult {
  const { layout, words } = view;
  const name = (row: Row | undefined, text: string): SVGTemplateResult | null => {
    if (row === undefined) {
      return null;
    }
    return layout.narrow
      ? svg`<text class="row-name" x="2" y=${row.top + 10}>${text}</text>`
      : svg`<text class="row-name" x=${layout.plot.x - 8} y=${row.middle + 4} text-anchor="end">${text}</text>`;
  };
  return svg`<g aria-hidden="true">
    ${name(layout.treatmentRow, words.mrd.treatments)}
    ${name(layout.sampleRow, words.mrd.samplesRow)}
    ${name(layout.notCoveredRow, words.mrd.notCoveredRow)}
    ${name(layout.unknownRow, words.mrd.unknownRow)}
    ${[layout.sampleRow, layout.notCoveredRow, layout.unknownRow].map((row) =>
      row === undefined
        ? null
        : svg`<line class="row-line" x1=${layout.plot.x} x2=${layout.plot.x + layout.plot.width} y1=${row.middle} y2=${row.middle} />`,
    )}
  </g>`;
}

export function treatmentInWords(bar: Pick<PlacedTreatment, "treatment">, words: Messages, formats: Formats): string {
  const { treatment } = bar;
  const end = treatment.end === undefined ? words.mrd.ongoing : formats.day(treatment.end);
  const text = words.mrd.treatment(treatment.name, formats.day(treatment.start), end);
  return treatment.line === undefined ? text : `${text} (${words.mrd.line(treatment.line)})`;
}

function treatmentBar(bar: PlacedTreatment, view: TimelineView): SVGTemplateResult {
  const text = treatmentInWords(bar, view.words, view.formats);
  const tip = Math.min(8, bar.width);
  const right = bar.x + bar.width;
  const body = bar.open
    ? `M${bar.x},${bar.y} H${right - tip} L${right},${bar.y + bar.height / 2} L${right - tip},${bar.y + bar.height} H${bar.x} Z`
    : `M${bar.x},${bar.y} H${right} V${bar.y + bar.height} H${bar.x} Z`;
  return svg`<g class="treatment" role="img" aria-label=${text} data-testid="treatment-bar" data-name=${bar.treatment.name}
      data-start=${bar.treatment.start} data-end=${bar.treatment.end ?? ""}>
    <title>${text}</title>
    <path class="treatment-body" d=${body} />
    <line class="treatment-start" x1=${bar.x} x2=${bar.x} y1=${bar.y} y2=${bar.y + bar.height} />
    <text class="treatment-name" x=${bar.label.x} y=${bar.y + bar.height - 6} text-anchor=${bar.label.anchor}>${bar.label.text}</text>
  </g>`;
}

function samples(view: TimelineView): SVGTemplateResult {
  const { words, formats } = view;
  return svg`<g>
    ${view.layout.samples.map((placed) => {
      const { sample } = placed;
      const text = [
        words.mrd.sampleMark(sample.id, words.material[sample.material], formats.day(placed.collected)),
        ...(sample.timepoint === undefined ? [] : [sample.timepoint]),
        ...(placed.hasRisk ? [words.mrd.hasRisk] : []),
        ...(placed.hasCells ? [words.mrd.hasCells] : []),
      ].join(", ");
      return svg`<g class="sample" role="img" aria-label=${text} transform=${`translate(${placed.x} ${placed.y})`}
          data-testid="sample-mark" data-sample=${sample.id}>
        <title>${text}</title>
        <rect class="hit" x="-9" y="-11" width="18" height="22" />
        <line class="sample-tick" y1="-5" y2="5" />
        ${placed.hasRisk ? svg`<path class="sample-risk" d="M-5,-5 H5 V5 H-5 Z" />` : null}
        ${placed.hasCells ? svg`<circle class="sample-cells" r=${placed.hasRisk ? 2.5 : 4} />` : null}
      </g>`;
    })}
  </g>`;
}

function targetLabels(view: TimelineView): SVGTemplateResult {
  return svg`${view.layout.targetLabels.map((label) => {
    const edge = view.layout.plot.x + view.layout.plot.width;
    const name = label.series.target;
    return svg`<g class=${lineClass(label.series, view, "target-label")}>
      <path class="leader" d=${`M${edge + 1},${label.lineY} L${label.x},${label.y - 1}`} />
      <path class="mark filled" transform=${`translate(${label.x + 6} ${label.y - 1})`} d=${shapeOf(label.series.technique, 3.5)} />
      <text x=${label.x + 14} y=${label.y + 3}>${name.length > LETTERS_OF_TARGET ? `${name.slice(0, LETTERS_OF_TARGET - 1)}…` : name}</text>
    </g>`;
  })}`;
}

function placedPoint(point: PlacedPoint, view: TimelineView): SVGTemplateResult {
  const { measurement } = point;
  const { actions } = view;
  const text = pointInWords(measurement, view.words, view.formats);
  return svg`<g class=${lineClass(point.series, view, `point ${point.kind}`)} tabindex="0" role="button" aria-label=${text}
      aria-haspopup="dialog"
      data-testid="mrd-point" data-status=${measurement.status} data-technique=${measurement.technique}
      data-target=${measurement.target.name} data-date=${measurement.date} data-level=${measurement.level ?? ""}
      data-lod=${measurement.limitOfDetection?.level ?? ""} data-run=${measurement.runId} data-row=${point.row}
      @pointerenter=${() => actions.over(point)} @pointerleave=${() => actions.out(point)}
      @focus=${() => actions.over(point)} @blur=${() => actions.out(point)}
      @click=${() => actions.keep(point)} @keydown=${(event: KeyboardEvent) => actions.key(event, point)}>
    <rect class="hit" x=${point.x - HIT} y=${point.y - HIT} width=${2 * HIT} height=${2 * HIT} />
    ${whisker(point)}
    ${
      point.lodY === undefined || point.kind === "limit"
        ? null
        : svg`<line class="lod-tick" x1=${point.x - 6} x2=${point.x + 6} y1=${point.lodY} y2=${point.lodY} />`
    }
    <circle class="focus-ring" cx=${point.x} cy=${point.y} r="10" />
    <g transform=${`translate(${point.x} ${point.y})`}>${markOf(point.kind, measurement.technique)}</g>
    ${point.label === undefined ? null : svg`<text class="limit-label" aria-hidden="true" x=${point.label.x} y=${point.label.y} text-anchor="middle">${point.label.text}</text>`}
  </g>`;
}

function whisker(point: PlacedPoint): SVGTemplateResult | null {
  const interval = point.whisker;
  if (interval === undefined) {
    return null;
  }
  const { x } = point;
  return svg`<path class="whisker" d=${[
    `M${x},${interval.top} V${interval.bottom}`,
    interval.cutAbove ? "" : `M${x - 3},${interval.top} H${x + 3}`,
    interval.cutBelow ? "" : `M${x - 3},${interval.bottom} H${x + 3}`,
  ].join(" ")} />`;
}
