import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ref } from "lit/directives/ref.js";
import { cellMap, cellPoints } from "../api/client";
import type { CellMap, CellMapSummary } from "../api/types";
import { PageElement } from "../parts/element";
import { Question, answerView } from "../parts/loading";
import { researchUse, runLink } from "../parts/notices";
import { clusterColour, cssColour } from "./palette";
import { clusterCentres, clusterSizes, readPoints, type CellPoints } from "./points";
import { cellAt, dotSize, drawCells, NOBODY, type Raster } from "./raster";
import { moved, pixelX, pixelY, wholeView, zoomed, type MapView } from "./view";

const MARKERS_SHOWN = 5;
const WHEEL_ZOOM = 1.0015;
const BUTTON_ZOOM = 1.5;
const KEY_STEP = 40;
const POINTER_REACH = 6;
const TALLEST = 560;
const FADED_NUMBER = 0.45;

interface Loaded {
  readonly map: CellMap;
  readonly points: CellPoints | undefined;
  readonly fault: string | undefined;
  readonly sizes: readonly number[];
  readonly centres: readonly ({ x: number; y: number } | undefined)[];
}

/** The cells of one sample on their UMAP coordinates, coloured and numbered by cluster. */
@customElement("marrow-cells")
export class CellMapView extends PageElement {
  @property() patient = "";
  @property({ attribute: false }) map!: CellMapSummary;
  @state() private brought: number | undefined;
  @query("canvas") private readonly canvas!: HTMLCanvasElement | null;
  readonly #question = new Question<Loaded>(this);
  readonly #sizes = new ResizeObserver(() => this.#resize());
  #view: MapView | undefined;
  #whole: MapView | undefined;
  #raster: Raster | undefined;
  #frame = 0;
  #drag: { readonly x: number; readonly y: number } | undefined;

  override disconnectedCallback(): void {
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#frame);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("map") as CellMapSummary | undefined;
    if (changed.has("patient") || (changed.has("map") && (before?.sample !== this.map.sample || before.runId !== this.map.runId))) {
      const { patient, map } = this;
      this.#view = undefined;
      this.brought = undefined;
      this.#question.ask((signal) => load(patient, map, signal));
    }
  }

  protected override updated(): void {
    this.#schedule();
  }

  protected override render(): unknown {
    return answerView(this.#question, this.words, (loaded) => this.#loadedView(loaded));
  }

  #loadedView(loaded: Loaded): TemplateResult {
    const { words, formats } = this;
    const { map } = loaded;
    return html`<div class="card cell-map" data-testid="cell-map" data-cells=${map.cells} data-clusters=${map.clusters} data-sample=${this.map.sample}>
      <p class="cell-facts">
        <strong>${words.cells.kept(formats.integer(map.cells), formats.integer(map.cellsRead))}</strong>
        <span>${words.cells.genes(formats.integer(map.genesRead))}</span>
        <span>${words.cells.resolution} ${formats.score(map.resolution)}</span>
        <span>${words.cells.modularity} ${Number.isNaN(map.modularity) ? words.mrd.unknown : formats.score(map.modularity)}</span>
      </p>
      <div class="cell-layout">
        ${loaded.points === undefined ? this.#faultView(loaded) : this.#canvasView(map)}
        ${this.#legend(loaded)}
      </div>
      ${
        map.notes.length === 0
          ? null
          : html`<h3 class="label">${words.cells.notes}</h3>
              <ul class="small" lang="en">${map.notes.map((note) => html`<li>${note}</li>`)}</ul>`
      }
      <footer>
        <p>${runLink(map.runId, `${words.run.toRun} →`, this.patient)}</p>
        ${researchUse(words)}
      </footer>
    </div>`;
  }

  #faultView(loaded: Loaded): TemplateResult {
    return html`<div class="failure" role="alert">
      <p class="failure-title">${this.words.cells.unreadable}</p>
      <p lang="en">${loaded.fault}</p>
    </div>`;
  }

  #canvasView(map: CellMap): TemplateResult {
    const { words, formats } = this;
    return html`<div class="cell-canvas">
      <canvas tabindex="0" role="img" aria-label=${words.cells.label(formats.integer(map.cells), formats.integer(map.clusters))}
        aria-description=${words.cells.keys}
        ${ref((element) => this.#watch(element))}
        @wheel=${{ handleEvent: (event: WheelEvent) => this.#wheel(event), passive: false }}
        @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#up}
        @pointerleave=${() => this.#bring(undefined)} @keydown=${this.#key}></canvas>
      <p class="cell-tools">
        <button type="button" aria-label=${words.cells.zoomIn} title=${words.cells.zoomIn} @click=${() => this.#zoomMiddle(BUTTON_ZOOM)}>+</button>
        <button type="button" aria-label=${words.cells.zoomOut} title=${words.cells.zoomOut} @click=${() => this.#zoomMiddle(1 / BUTTON_ZOOM)}>−</button>
        <button type="button" @click=${() => this.#reset()}>${words.cells.reset}</button>
        <span class="small">${words.cells.help}</span>
      </p>
    </div>`;
  }

  #legend(loaded: Loaded): TemplateResult {
    const { words, formats } = this;
    const { map, sizes } = loaded;
    return html`<div class="cell-legend scroll" role="region" tabindex="0" aria-label=${words.cells.cluster}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.cells.cluster}</th>
            <th scope="col" class="number">${words.cells.size}</th>
            <th scope="col">${words.cells.markers}</th>
          </tr>
        </thead>
        <tbody>
          ${Array.from({ length: map.clusters }, (_, cluster) => {
            const markers = map.markers.filter((marker) => marker.cluster === cluster && marker.z > 0).slice(0, MARKERS_SHOWN);
            const size = sizes[cluster];
            return html`<tr class=${this.brought === cluster ? "brought" : ""} data-testid="cell-cluster" data-cluster=${cluster}
                @pointerenter=${() => this.#bring(cluster)} @pointerleave=${() => this.#bring(undefined)}>
              <th scope="row" class="nowrap">
                <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="6" fill=${cssColour(clusterColour(cluster))} /></svg>
                <button type="button" class="quiet" aria-pressed=${this.brought === cluster ? "true" : "false"} aria-label=${words.cells.clusterName(cluster)}
                  @focus=${() => this.#bring(cluster)} @blur=${() => this.#bring(undefined)}>${cluster}</button>
              </th>
              <td class="number">${size === undefined ? "" : formats.integer(size)}</td>
              <td class="genes">${markers.length === 0 ? words.cells.noMarkers : markers.map((marker) => marker.gene).join(", ")}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  #watch(element: Element | undefined): void {
    this.#sizes.disconnect();
    if (element !== undefined) {
      this.#sizes.observe(element);
    }
  }

  get #points(): CellPoints | undefined {
    const { answer } = this.#question;
    return answer.state === "there" ? answer.value.points : undefined;
  }

  #resize(): void {
    // A part that was zoomed into keeps no sense in another frame, so the whole is shown.
    this.#view = undefined;
    this.#schedule();
  }

  #schedule(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const { canvas } = this;
    const points = this.#points;
    const context = canvas?.getContext("2d") ?? null;
    if (canvas === null || points === undefined || context === null || canvas.clientWidth === 0) {
      return;
    }
    const ratio = window.devicePixelRatio || 1;
    const width = Math.round(canvas.clientWidth * ratio);
    const height = Math.round(Math.min(canvas.clientHeight, TALLEST) * ratio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      this.#view = undefined;
    }
    this.#whole = wholeView(points, width, height);
    this.#view ??= this.#whole;
    const size = dotSize(points.x.length, this.#view.scale / this.#whole.scale, ratio);
    this.#raster = drawCells(points, this.#view, width, height, size, this.brought);
    context.putImageData(new ImageData(new Uint8ClampedArray(this.#raster.pixels.buffer), width, height), 0, 0);
    this.#numbers(context, ratio);
  }

  /** Each cluster's number at its middle, so that colour does not stand alone. */
  #numbers(context: CanvasRenderingContext2D, ratio: number): void {
    const { answer } = this.#question;
    if (answer.state !== "there" || this.#view === undefined) {
      return;
    }
    context.font = `600 ${Math.round(13 * ratio)}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4 * ratio;
    context.strokeStyle = "#fff";
    context.fillStyle = "#16212c";
    const centres = [...answer.value.centres.entries()].sort(([a], [b]) => Number(a === this.brought) - Number(b === this.brought));
    for (const [cluster, centre] of centres) {
      if (centre !== undefined) {
        context.globalAlpha = this.brought === undefined || this.brought === cluster ? 1 : FADED_NUMBER;
        const [x, y] = [pixelX(this.#view, centre.x), pixelY(this.#view, centre.y)];
        context.strokeText(String(cluster), x, y);
        context.fillText(String(cluster), x, y);
      }
    }
    context.globalAlpha = 1;
  }

  #bring(cluster: number | undefined): void {
    if (this.brought !== cluster) {
      this.brought = cluster;
    }
  }

  #show(view: MapView): void {
    this.#view = view;
    this.#schedule();
  }

  /** Before a click in the map a plain wheel scrolls the page, so that nobody is caught in it. */
  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== this.canvas) {
      return;
    }
    event.preventDefault();
    this.#zoom(WHEEL_ZOOM ** -event.deltaY, this.#place(event));
  }

  #zoom(factor: number, at: { readonly x: number; readonly y: number }): void {
    if (this.#view !== undefined && this.#whole !== undefined) {
      this.#show(zoomed(this.#view, this.#whole, factor, at.x, at.y));
    }
  }

  #zoomMiddle(factor: number): void {
    const { canvas } = this;
    if (canvas !== null) {
      this.#zoom(factor, { x: canvas.width / 2, y: canvas.height / 2 });
    }
  }

  #reset(): void {
    if (this.#whole !== undefined) {
      this.#show(this.#whole);
    }
  }

  /** In canvas pixels. */
  #place(event: MouseEvent): { readonly x: number; readonly y: number } {
    const ratio = window.devicePixelRatio || 1;
    return { x: event.offsetX * ratio, y: event.offsetY * ratio };
  }

  readonly #down = (event: PointerEvent): void => {
    this.canvas?.setPointerCapture(event.pointerId);
    this.#drag = this.#place(event);
  };

  readonly #move = (event: PointerEvent): void => {
    const at = this.#place(event);
    if (this.#drag !== undefined && this.#view !== undefined) {
      this.#show(moved(this.#view, at.x - this.#drag.x, at.y - this.#drag.y));
      this.#drag = at;
      return;
    }
    if (this.#raster === undefined) {
      return;
    }
    const cell = cellAt(this.#raster, Math.round(at.x), Math.round(at.y), POINTER_REACH);
    this.#bring(cell === NOBODY ? undefined : this.#points?.cluster[cell]);
  };

  readonly #up = (): void => {
    this.#drag = undefined;
  };

  readonly #key = (event: KeyboardEvent): void => {
    const view = this.#view;
    if (view === undefined) {
      return;
    }
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.#show(moved(view, KEY_STEP, 0)),
      ArrowRight: () => this.#show(moved(view, -KEY_STEP, 0)),
      ArrowUp: () => this.#show(moved(view, 0, KEY_STEP)),
      ArrowDown: () => this.#show(moved(view, 0, -KEY_STEP)),
      "+": () => this.#zoomMiddle(BUTTON_ZOOM),
      "-": () => this.#zoomMiddle(1 / BUTTON_ZOOM),
      "0": () => this.#reset(),
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      move();
    }
  };
}

async function load(patient: string, summary: CellMapSummary, signal: AbortSignal): Promise<Loaded> {
  const [map, bytes] = await Promise.all([cellMap(patient, summary, signal), cellPoints(patient, summary, signal)]);
  try {
    const points = await readPoints(bytes);
    if (points.x.length !== map.cells) {
      return without(map, `${points.x.length} cells in the point file, ${map.cells} expected`);
    }
    const outside = points.cluster.find((cluster) => cluster < 0 || cluster >= map.clusters);
    if (outside !== undefined) {
      return without(map, `cluster ${outside} in the point file, 0 to ${map.clusters - 1} expected`);
    }
    return {
      map,
      points,
      fault: undefined,
      sizes: clusterSizes(points, map.clusters),
      centres: clusterCentres(points, map.clusters),
    };
  } catch (cause) {
    return without(map, cause instanceof Error ? cause.message : String(cause));
  }
}

function without(map: CellMap, fault: string): Loaded {
  return { map, points: undefined, fault, sizes: [], centres: [] };
}

declare global {
  interface HTMLElementTagNameMap {
    "marrow-cells": CellMapView;
  }
}
