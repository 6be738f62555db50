/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

/**
 * Gives each label the first of its places that lies in the frame and touches neither an obstacle nor an earlier label. A
 * label without such a place gets none: an unreadable heap of text tells less than a point that can be pointed at.
 */
export function placeLabels(
  candidates: readonly (readonly Box[])[],
  obstacles: readonly Box[],
  frame: Box,
): readonly (Box | undefined)[] {
  const taken: Box[] = [...obstacles];
  return candidates.map((places) => {
    const free = places.find((place) => inside(place, frame) && !taken.some((other) => overlaps(place, other)));
    if (free !== undefined) {
      taken.push(free);
    }
    return free;
  });
}

/** Moves heights apart to at least `gap` and keeps their order, inside `top` to `bottom` as long as they all fit. */
export function spread(heights: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0) || a - b);
  const placed = [...heights];
  let least = top;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, least);
    least = (placed[index] ?? 0) + gap;
  }
  let most = bottom;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, most);
    most = (placed[index] ?? 0) - gap;
  }
  return placed;
}
