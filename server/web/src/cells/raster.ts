import { clusterColour } from "./palette";
import type { CellPoints } from "./points";
import type { MapView } from "./view";

/** No cell lies at a pixel. */
export const NOBODY = -1;
const WHITE = 0xffffffff;
/** How much of its colour a cell keeps when another cluster is brought out. */
const FADED = 0.16;

/** A drawn map: colours as the canvas takes them, and the cell on top at each pixel, to answer a pointer. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array<ArrayBuffer>;
  readonly cells: Int32Array;
}

/** Pixels across for a cell: the more cells and the less zoom, the smaller. */
export function dotSize(cells: number, zoom: number, ratio: number): number {
  const base = cells > 200_000 ? 1 : cells > 50_000 ? 1.5 : cells > 5_000 ? 2.5 : 5;
  return Math.max(1, Math.round(base * ratio * Math.min(3, Math.sqrt(zoom))));
}

/**
 * Draws every cell as a small disc. Writing pixels is one pass over the columns, so a million cells take tens of
 * milliseconds without a graphics card.
 */
export function drawCells(
  points: CellPoints,
  view: MapView,
  width: number,
  height: number,
  size: number,
  brought: number | undefined,
): Raster {
  const pixels = new Uint32Array(width * height).fill(WHITE);
  const cells = new Int32Array(width * height).fill(NOBODY);
  const disc = discOffsets(size);
  const passes = brought === undefined ? [undefined] : [false, true];
  const colours = new Map<number, number>();
  for (const front of passes) {
    for (let cell = 0; cell < points.x.length; cell++) {
      const cluster = points.cluster[cell] as number;
      const isBrought = cluster === brought;
      if (front !== undefined && front !== isBrought) {
        continue;
      }
      const x = Math.round((points.x[cell] as number) * view.scale + view.offsetX);
      const y = Math.round(view.offsetY - (points.y[cell] as number) * view.scale);
      if (x < -size || y < -size || x >= width + size || y >= height + size) {
        continue;
      }
      let colour = colours.get(cluster);
      if (colour === undefined) {
        colour = canvasColour(clusterColour(cluster), brought === undefined || isBrought ? 1 : FADED);
        colours.set(cluster, colour);
      }
      for (let i = 0; i < disc.length; i += 2) {
        const px = x + (disc[i] as number);
        const py = y + (disc[i + 1] as number);
        if (px >= 0 && py >= 0 && px < width && py < height) {
          pixels[py * width + px] = colour;
          cells[py * width + px] = cell;
        }
      }
    }
  }
  return { width, height, pixels, cells };
}

/** The cell under a pixel, or the nearest one within `reach` pixels. */
export function cellAt(raster: Raster, x: number, y: number, reach: number): number {
  for (let ring = 0; ring <= reach; ring++) {
    for (let dy = -ring; dy <= ring; dy++) {
      for (let dx = -ring; dx <= ring; dx++) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) !== ring) {
          continue;
        }
        const [px, py] = [x + dx, y + dy];
        if (px >= 0 && py >= 0 && px < raster.width && py < raster.height) {
          const cell = raster.cells[py * raster.width + px] ?? NOBODY;
          if (cell !== NOBODY) {
            return cell;
          }
        }
      }
    }
  }
  return NOBODY;
}

/** x, y pairs of the pixels of a disc that is `size` across. */
function discOffsets(size: number): Int32Array {
  const offsets: number[] = [];
  const low = -Math.floor((size - 1) / 2);
  const middle = low + (size - 1) / 2;
  const reach = (size / 2) ** 2;
  for (let y = low; y < low + size; y++) {
    for (let x = low; x < low + size; x++) {
      if ((x - middle) ** 2 + (y - middle) ** 2 <= reach) {
        offsets.push(x, y);
      }
    }
  }
  return Int32Array.from(offsets);
}

/** Mixed with white and in the byte order of canvas pixels on little-endian machines, which all browsers run on. */
function canvasColour(rgb: number, strength: number): number {
  const mix = (channel: number): number => Math.round(255 - (255 - channel) * strength);
  const [red, green, blue] = [mix((rgb >> 16) & 255), mix((rgb >> 8) & 255), mix(rgb & 255)];
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
