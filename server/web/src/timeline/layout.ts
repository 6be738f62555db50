import type { IsoDate, Measurement, Sample, Technique, Treatment } from "../api/types";
import { overlaps, placeLabels, spread, type Box } from "./labels";
import { dayNumber, decadesOf, levelAxis, timeAxis, timeTicks, type LevelAxis, type TimeTick } from "./scale";
import { seriesOf, type Series } from "./series";

/** What the timeline shows; lengths are pixels. */
export interface TimelineInput {
  readonly measurements: readonly Measurement[];
  readonly treatments: readonly Treatment[];
  readonly samples: readonly TimelineSample[];
  readonly hidden: ReadonlySet<Technique>;
  readonly width: number;
  /** Width of a text of the chart in pixels. */
  readonly textWidth: (text: string) => number;
  /** What is written beside a point that was not detected, from its limit. */
  readonly limitLabel: (limit: number) => string;
  readonly treatmentLabel: (treatment: Treatment) => string;
}

export interface TimelineSample {
  readonly sample: Sample;
  readonly hasRisk: boolean;
  readonly hasCells: boolean;
}

/** How a point is drawn: one kind for each status. */
export type PointKind = "detected" | "below" | "limit" | "notCovered" | "unknown";

export interface PlacedPoint {
  /** Place in the measurements that were given. */
  readonly row: number;
  readonly measurement: Measurement;
  readonly series: Series;
  readonly kind: PointKind;
  readonly x: number;
  readonly y: number;
  /** Height of this point's own limit of detection, where it is inside the axis. */
  readonly lodY?: number;
  /** From the limit of quantification down to the limit of detection, or to the axis where that is unknown. */
  readonly greyZone?: { readonly top: number; readonly bottom: number };
  /** `cutBelow` and `cutAbove` say that the interval goes on outside the axis. */
  readonly whisker?: {
    readonly top: number;
    readonly bottom: number;
    readonly cutAbove: boolean;
    readonly cutBelow: boolean;
  };
  readonly label?: { readonly x: number; readonly y: number; readonly text: string };
}

export interface PlacedSegment {
  readonly series: Series;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  /** One end is only a limit, so the line says no more than "at most". */
  readonly atMost: boolean;
}

export interface PlacedTreatment {
  readonly treatment: Treatment;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** No last day is known; the bar runs to the edge. */
  readonly open: boolean;
  readonly label: { readonly text: string; readonly x: number; readonly anchor: "start" | "end" };
}

export interface PlacedSample extends TimelineSample {
  readonly x: number;
  readonly y: number;
  readonly collected: IsoDate;
}

/** A row above the plot: where its name goes and its middle. */
export interface Row {
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
}

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly plot: Box;
  readonly axis: LevelAxis;
  readonly levelTicks: readonly { readonly exponent: number; readonly y: number }[];
  readonly timeTicks: readonly (TimeTick & { readonly x: number })[];
  readonly treatmentRow?: Row;
  readonly sampleRow?: Row;
  readonly notCoveredRow?: Row;
  readonly unknownRow?: Row;
  readonly treatments: readonly PlacedTreatment[];
  readonly samples: readonly PlacedSample[];
  readonly segments: readonly PlacedSegment[];
  readonly points: readonly PlacedPoint[];
  readonly series: readonly Series[];
  readonly targetLabels: readonly { readonly series: Series; readonly x: number; readonly y: number; readonly lineY: number }[];
}

const NARROW_BELOW = 640;
const LANE = 20;
const LANE_GAP = 4;
const ROW = 22;
const ROW_GAP = 6;
/** A row's name above it, where there is no room for it at its left. */
const NAME_ABOVE = 14;
const TIME_LABELS = 40;
/** Room inside the plot for a marker on the highest decade, and for an arrow below the lowest. */
const PLOT_HEADROOM = 10;
const PLOT_FOOTROOM = 26;
const TALLEST = 430;
const SHORTEST = 230;
export const MARKER = 5.5;
/** From the limit to the tip of the arrow below it. */
export const ARROW = 13;
const LABEL_HEIGHT = 12;
/** Clear of the arrow's own box. */
const LABEL_GAP = 3;
/** A little more than a marker's width. */
const STEP_ASIDE = 12;
/** Side steps of points that share a day, nearest first. */
const STEPS_ASIDE = [0, 1, -1, 2, -2, 3, -3, 4, -4];

function kindOf(measurement: Measurement): PointKind {
  switch (measurement.status) {
    case "DETECTED":
      return "detected";
    case "DETECTED_BELOW_QUANTIFICATION":
      return "below";
    case "NOT_DETECTED_BELOW_LOD":
      return "limit";
    case "NOT_DETECTED_LOD_UNKNOWN":
      return "unknown";
    case "NOT_COVERED":
      return "notCovered";
  }
}

/** Lays the whole chart out for one width. Both axes hold the hidden techniques too, so that nothing moves at a click. */
export function layoutTimeline(input: TimelineInput): TimelineLayout {
  const narrow = input.width < NARROW_BELOW;
  const left = narrow ? 46 : 104;
  const right = input.width - (narrow ? 12 : 186);
  const series = seriesOf(input.measurements);
  const time = timeAxis(daysOf(input), left, right);

  const treatments: PlacedTreatment[] = [];
  let top = 4;
  const openRow = (height: number): Row => {
    const start = top + (narrow ? NAME_ABOVE : 0);
    const row = { top, middle: start + height / 2, bottom: start + height };
    top = row.bottom + ROW_GAP;
    return row;
  };

  let treatmentRow: Row | undefined;
  if (input.treatments.length > 0) {
    const lanes = laneTreatments(input, (day) => time.x(day), left, right);
    const count = lanes.reduce((most, bar) => Math.max(most, bar.lane + 1), 0);
    treatmentRow = openRow(count * (LANE + LANE_GAP) - LANE_GAP);
    const firstLane = treatmentRow.bottom - (count * (LANE + LANE_GAP) - LANE_GAP);
    for (const { lane, bar } of lanes) {
      treatments.push({ ...bar, y: firstLane + lane * (LANE + LANE_GAP) });
    }
  }
  const dated = input.samples.filter((entry) => entry.sample.collected !== undefined);
  const sampleRow = dated.length > 0 ? openRow(ROW) : undefined;
  const hasKind = (kind: PointKind): boolean => input.measurements.some((measurement) => kindOf(measurement) === kind);
  const notCoveredRow = hasKind("notCovered") ? openRow(ROW) : undefined;
  const unknownRow = hasKind("unknown") ? openRow(ROW) : undefined;

  const decades = decadesOf(input.measurements.flatMap(shownLevels));
  const inner = Math.min(TALLEST, Math.max(SHORTEST, (decades.highest - decades.lowest) * (narrow ? 44 : 62)));
  const plot: Box = { x: left, y: top + 4, width: right - left, height: inner + PLOT_HEADROOM + PLOT_FOOTROOM };
  const axis = levelAxis(decades, plot.y + PLOT_HEADROOM, plot.y + PLOT_HEADROOM + inner);
  const shown = series.filter((line) => !input.hidden.has(line.technique));
  const bare = shown.flatMap((line) =>
    line.rows.map((row) => {
      const measurement = input.measurements[row] as Measurement;
      return placePoint(measurement, row, line, time.x(dayNumber(measurement.date)), axis, plot, notCoveredRow, unknownRow);
    }),
  );
  const points = withLabels(asideOfEachOther(bare), input, plot);

  const levelTicks = [];
  for (let exponent = decades.highest; exponent >= decades.lowest; exponent--) {
    levelTicks.push({ exponent, y: axis.y(10 ** exponent) });
  }
  return {
    width: input.width,
    height: plot.y + plot.height + TIME_LABELS,
    narrow,
    plot,
    axis,
    levelTicks,
    timeTicks: timeTicks(time, Math.max(2, Math.floor(plot.width / 52))).map((tick) => ({ ...tick, x: time.x(tick.day) })),
    ...(treatmentRow && { treatmentRow }),
    ...(sampleRow && { sampleRow }),
    ...(notCoveredRow && { notCoveredRow }),
    ...(unknownRow && { unknownRow }),
    treatments,
    samples: dated.map((entry) => {
      const collected = entry.sample.collected as IsoDate;
      return { ...entry, collected, x: time.x(dayNumber(collected)), y: sampleRow?.middle ?? 0 };
    }),
    segments: segmentsOf(points),
    points,
    series,
    targetLabels: narrow ? [] : targetLabels(points, shown, right, plot),
  };
}

function daysOf(input: TimelineInput): readonly number[] {
  return [
    ...input.measurements.map((measurement) => dayNumber(measurement.date)),
    ...input.treatments.flatMap((treatment) => [treatment.start, treatment.end]).flatMap(daysIfKnown),
    ...input.samples.map((entry) => entry.sample.collected).flatMap(daysIfKnown),
  ];
}

function daysIfKnown(date: IsoDate | undefined): number[] {
  return date === undefined ? [] : [dayNumber(date)];
}

/** The numbers that the level axis has to hold. The lower end of an interval may lie far below and is cut instead. */
function shownLevels(measurement: Measurement): number[] {
  const detected = measurement.level !== undefined;
  return [
    measurement.level,
    measurement.limitOfDetection?.level,
    measurement.limitOfQuantification,
    detected ? measurement.interval?.upper : undefined,
  ].filter((value) => value !== undefined);
}

/** Puts each treatment in the first lane where neither its bar nor its name meets another. */
function laneTreatments(
  input: TimelineInput,
  x: (day: number) => number,
  left: number,
  right: number,
): readonly { lane: number; bar: Omit<PlacedTreatment, "y"> }[] {
  const laneEnds: number[] = [];
  const byStart = [...input.treatments].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return byStart.map((treatment) => {
    const from = x(dayNumber(treatment.start));
    const to = treatment.end === undefined ? right : x(dayNumber(treatment.end) + 1);
    const width = Math.max(3, to - from);
    const text = input.treatmentLabel(treatment);
    const textWidth = input.textWidth(text) + 10;
    // A name that would leave the chart on the right stands before its bar, or else ends at the edge, over the bar.
    const fits = from + textWidth <= right;
    const before = !fits && from - textWidth >= left;
    const start = before ? from - textWidth : from;
    const end = Math.max(from + width, fits ? from + textWidth : before ? 0 : right);
    let lane = laneEnds.findIndex((laneEnd) => laneEnd + 4 <= start);
    if (lane < 0) {
      lane = laneEnds.length;
    }
    laneEnds[lane] = end;
    const label = fits
      ? ({ text, x: from + 5, anchor: "start" } as const)
      : ({ text, x: before ? from - 5 : right - 5, anchor: "end" } as const);
    return { lane, bar: { treatment, x: from, width, height: LANE, open: treatment.end === undefined, label } };
  });
}

/** Points that would hide each other because they share a day and a height step aside; all others keep their day's place. */
function asideOfEachOther(points: readonly PlacedPoint[]): readonly PlacedPoint[] {
  const taken = new Map<IsoDate, Box[]>();
  return points.map((point) => {
    const others = taken.get(point.measurement.date) ?? [];
    taken.set(point.measurement.date, others);
    const places = STEPS_ASIDE.map((steps) => ({ ...point, x: point.x + steps * STEP_ASIDE }));
    const placed = places.find((place) => !others.some((other) => overlaps(markerBox(place), other))) ?? point;
    others.push(markerBox(placed));
    return placed;
  });
}

function placePoint(
  measurement: Measurement,
  row: number,
  series: Series,
  x: number,
  axis: LevelAxis,
  plot: Box,
  notCoveredRow: Row | undefined,
  unknownRow: Row | undefined,
): PlacedPoint {
  const kind = kindOf(measurement);
  const base = { row, measurement, series, kind, x };
  if (kind === "notCovered" || kind === "unknown") {
    return { ...base, y: (kind === "notCovered" ? notCoveredRow : unknownRow)?.middle ?? plot.y };
  }
  const lod = measurement.limitOfDetection?.level;
  const lodY = lod === undefined ? {} : { lodY: axis.y(lod) };
  if (kind === "limit") {
    return { ...base, y: axis.y(lod ?? 0), ...lodY };
  }
  const loq = measurement.limitOfQuantification;
  const bottom = lod === undefined ? plot.y + plot.height : axis.y(lod);
  const greyZone = loq === undefined ? {} : { greyZone: { top: axis.y(loq), bottom: Math.max(bottom, axis.y(loq)) } };
  const interval = measurement.interval;
  const whisker =
    interval === undefined
      ? {}
      : {
          whisker: {
            top: axis.y(interval.upper),
            bottom: axis.y(interval.lower),
            cutAbove: interval.upper > 0 && !axis.holds(interval.upper),
            cutBelow: !axis.holds(interval.lower),
          },
        };
  return { ...base, y: axis.y(measurement.level ?? 0), ...lodY, ...greyZone, ...whisker };
}

function segmentsOf(points: readonly PlacedPoint[]): readonly PlacedSegment[] {
  const segments: PlacedSegment[] = [];
  let previous: PlacedPoint | undefined;
  for (const point of points) {
    if (point.kind === "notCovered" || point.kind === "unknown") {
      continue;
    }
    if (previous !== undefined && previous.series === point.series) {
      segments.push({
        series: point.series,
        from: { x: previous.x, y: previous.y },
        to: { x: point.x, y: point.y },
        atMost: previous.kind === "limit" || point.kind === "limit",
      });
    }
    previous = point;
  }
  return segments;
}

function withLabels(
  points: readonly PlacedPoint[],
  input: Pick<TimelineInput, "limitLabel" | "textWidth">,
  plot: Box,
): readonly PlacedPoint[] {
  const limits = points.filter((point) => point.kind === "limit");
  const texts = limits.map((point) => input.limitLabel(point.measurement.limitOfDetection?.level ?? 0));
  const candidates = limits.map((point, index) => {
    const width = input.textWidth(texts[index] ?? "") + 4;
    const box = (x: number, y: number): Box => ({ x, y, width, height: LABEL_HEIGHT });
    return [
      box(point.x - width / 2, point.y + ARROW + LABEL_GAP),
      box(point.x + MARKER + 3, point.y + 1),
      box(point.x - MARKER - 3 - width, point.y + 1),
      box(point.x - width / 2, point.y - LABEL_HEIGHT - 3),
    ];
  });
  const ticks = points.flatMap(({ x, lodY }) => (lodY === undefined ? [] : [{ x: x - 6, y: lodY - 1, width: 12, height: 2 }]));
  const obstacles = [...points.map(markerBox), ...ticks];
  const boxes = placeLabels(candidates, obstacles, plot);
  const labels = new Map(
    limits.flatMap((point, index) => {
      const box = boxes[index];
      const text = texts[index];
      return box === undefined || text === undefined
        ? []
        : [[point.row, { x: box.x + box.width / 2, y: box.y + LABEL_HEIGHT - 3, text }] as const];
    }),
  );
  return points.map((point) => {
    const label = labels.get(point.row);
    return label === undefined ? point : { ...point, label };
  });
}

function markerBox(point: PlacedPoint): Box {
  const top = point.kind === "limit" ? point.y - 1 : point.y - MARKER;
  const height = point.kind === "limit" ? ARROW + 1 : 2 * MARKER;
  return { x: point.x - MARKER, y: top - 1.5, width: 2 * MARKER, height: height + 3 };
}

/** Names each line at its last point that has a height. */
function targetLabels(
  points: readonly PlacedPoint[],
  shown: readonly Series[],
  right: number,
  plot: Box,
): TimelineLayout["targetLabels"] {
  const ends = shown.flatMap((series) => {
    const last = points.findLast(
      (point) => point.series === series && point.kind !== "notCovered" && point.kind !== "unknown",
    );
    return last === undefined ? [] : [{ series, lineY: last.y }];
  });
  const heights = spread(
    ends.map((end) => end.lineY),
    15,
    plot.y + 8,
    plot.y + plot.height - 6,
  );
  return ends.map((end, index) => ({ ...end, x: right + 10, y: heights[index] ?? end.lineY }));
}
