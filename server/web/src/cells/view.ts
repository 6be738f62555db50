import type { CellPoints } from "./points";

/** Which part of the map is seen: data = (pixel - offset) / scale, y upward. */
export interface MapView {
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

const MARGIN = 0.06;
const MOST_ZOOM = 60;

/** The view in which all cells are seen, both axes to the same scale. */
export function wholeView(points: CellPoints, width: number, height: number): MapView {
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let cell = 0; cell < points.x.length; cell++) {
    const x = points.x[cell] as number;
    const y = points.y[cell] as number;
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  if (minX > maxX) {
    return { scale: 1, offsetX: width / 2, offsetY: height / 2 };
  }
  const room = 1 - 2 * MARGIN;
  const scale = Math.min((width * room) / Math.max(maxX - minX, 1e-6), (height * room) / Math.max(maxY - minY, 1e-6));
  return {
    scale,
    offsetX: width / 2 - ((minX + maxX) / 2) * scale,
    offsetY: height / 2 + ((minY + maxY) / 2) * scale,
  };
}

export function pixelX(view: MapView, x: number): number {
  return x * view.scale + view.offsetX;
}

export function pixelY(view: MapView, y: number): number {
  return view.offsetY - y * view.scale;
}

/** Zooms so that what lies under the pixel stays there; never further out than `whole` nor beyond a fixed depth. */
export function zoomed(view: MapView, whole: MapView, factor: number, x: number, y: number): MapView {
  const scale = Math.min(whole.scale * MOST_ZOOM, Math.max(whole.scale, view.scale * factor));
  const real = scale / view.scale;
  return { scale, offsetX: x - (x - view.offsetX) * real, offsetY: y - (y - view.offsetY) * real };
}

export function moved(view: MapView, dx: number, dy: number): MapView {
  return { ...view, offsetX: view.offsetX + dx, offsetY: view.offsetY + dy };
}
