/** Where each cell lies and the cluster it is in, as columns. */
export interface CellPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly cluster: Int32Array;
}

/**
 * Reads the Arrow IPC stream of the columns `x`, `y` (float32) and `cluster` (int32).
 *
 * @throws Error when a column is missing, of another type, holds nulls or a number that is not finite
 */
export async function readPoints(bytes: Uint8Array): Promise<CellPoints> {
  // Loaded only where a map is shown: it is the largest part of the page.
  const { tableFromIPC } = await import("apache-arrow");
  const table = tableFromIPC(bytes);
  const column = (name: string): unknown => {
    const vector = table.getChild(name);
    if (vector === null) {
      throw new Error(`column ${name}: expected one, found none`);
    }
    if (vector.nullCount > 0) {
      throw new Error(`column ${name}: expected no nulls, found ${vector.nullCount}`);
    }
    return vector.toArray();
  };
  const [x, y, cluster] = [column("x"), column("y"), column("cluster")];
  if (!(x instanceof Float32Array) || !(y instanceof Float32Array) || !(cluster instanceof Int32Array)) {
    throw new Error("columns x, y, cluster: expected float32, float32, int32");
  }
  if (!x.every(Number.isFinite) || !y.every(Number.isFinite)) {
    throw new Error("columns x, y: expected finite numbers");
  }
  return { x, y, cluster };
}

/** Number of cells of each cluster, 0 to `clusters - 1`. */
export function clusterSizes(points: CellPoints, clusters: number): readonly number[] {
  const sizes = new Array<number>(clusters).fill(0);
  for (const cluster of points.cluster) {
    sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  }
  return sizes;
}

/** Median place of each cluster, where its number is written; undefined for a cluster without cells. */
export function clusterCentres(points: CellPoints, clusters: number): readonly ({ x: number; y: number } | undefined)[] {
  const sizes = clusterSizes(points, clusters);
  const xs = sizes.map((size) => new Float32Array(size));
  const ys = sizes.map((size) => new Float32Array(size));
  const filled = new Uint32Array(clusters);
  for (let cell = 0; cell < points.cluster.length; cell++) {
    const cluster = points.cluster[cell] as number;
    const place = filled[cluster] as number;
    (xs[cluster] as Float32Array)[place] = points.x[cell] as number;
    (ys[cluster] as Float32Array)[place] = points.y[cell] as number;
    filled[cluster] = place + 1;
  }
  return sizes.map((size, cluster) => {
    const middle = Math.floor(size / 2);
    const x = xs[cluster]?.sort()[middle];
    const y = ys[cluster]?.sort()[middle];
    return x === undefined || y === undefined ? undefined : { x, y };
  });
}
