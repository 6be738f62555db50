/** 0xRRGGBB. Okabe-Ito and Tol's muted and vibrant sets, ordered so that neighbours differ in lightness as well as in hue. */
const COLOURS = [
  0x0072b2, 0xe69f00, 0x009e73, 0xd55e00, 0x56b4e9, 0xcc79a7, 0x332288, 0x999933, 0x882255, 0x44aa99, 0xee3377, 0x117733,
  0xddaa33, 0xaa4499, 0x6699cc, 0x661100,
] as const;

/** After the last colour it begins anew; the number on the map tells such clusters apart. */
export function clusterColour(cluster: number): number {
  return COLOURS[cluster % COLOURS.length] ?? 0x555555;
}

export function cssColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, "0")}`;
}
