import { svg, type SVGTemplateResult } from "lit";
import type { Technique } from "../api/types";
import { ARROW, MARKER, type PointKind } from "./layout";

/** Outline of a technique's marker round 0,0. Shapes differ so that colour never stands alone. */
export function shapeOf(technique: Technique, radius: number): string {
  const r = radius;
  switch (technique) {
    case "NGS_VARIANT":
      return `M${-r},0 a${r},${r} 0 1,0 ${2 * r},0 a${r},${r} 0 1,0 ${-2 * r},0 Z`;
    case "NGS_CLONOTYPE":
      return polygon([0, -1.3 * r], [1.3 * r, 0], [0, 1.3 * r], [-1.3 * r, 0]);
    case "QPCR":
      return polygon([-0.92 * r, -0.92 * r], [0.92 * r, -0.92 * r], [0.92 * r, 0.92 * r], [-0.92 * r, 0.92 * r]);
    case "DPCR": {
      const [a, b] = [0.42 * r, 1.2 * r];
      return polygon([-a, -b], [a, -b], [a, -a], [b, -a], [b, a], [a, a], [a, b], [-a, b], [-a, a], [-b, a], [-b, -a], [-a, -a]);
    }
    case "FLOW":
      return polygon([0, -1.2 * r], [1.15 * r, 0.85 * r], [-1.15 * r, 0.85 * r]);
  }
}

function polygon(...corners: readonly (readonly [number, number])[]): string {
  return `M${corners.map(([x, y]) => `${round(x)},${round(y)}`).join(" L")} Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Dash of a target's line, so that several targets of one technique stay apart. */
const DASHES = ["none", "7 4", "2 3", "9 3 2 3", "12 4"] as const;

export function dashOf(index: number): string {
  return DASHES[index % DASHES.length] ?? "none";
}

/** The marker of a point, round 0,0. */
export function markOf(kind: PointKind, technique: Technique): SVGTemplateResult {
  switch (kind) {
    case "detected":
      return svg`<path class="mark filled" d=${shapeOf(technique, MARKER)} />`;
    case "below":
      return svg`<path class="mark open" d=${shapeOf(technique, MARKER)} />`;
    case "limit":
      return svg`<path class="mark limit-stem" d=${`M-6,0 H6 M0,0 V${ARROW - 6}`} />
        <path class="mark filled" d=${`M-4.5,${ARROW - 7} H4.5 L0,${ARROW} Z`} />`;
    case "notCovered":
      return svg`<path class="mark cross" d="M-4.5,-4.5 L4.5,4.5 M4.5,-4.5 L-4.5,4.5" />`;
    case "unknown":
      return svg`<circle class="mark open" r="7" /><text class="mark-text" aria-hidden="true" y="3.5" text-anchor="middle">?</text>`;
  }
}
