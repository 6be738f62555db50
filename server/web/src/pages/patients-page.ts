import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { patients } from "../api/client";
import type { LastMrd, PatientSummary, RiskSummary } from "../api/types";
import { PageElement } from "../parts/element";
import { failureView, Question, waitingView } from "../parts/loading";
import { patientAddress, researchUse, syntheticBadge } from "../parts/notices";
import { riskChip, toneOf } from "../risk/category";
import { resultInWords } from "../timeline/words";
import { matches, ordered, type Order, type PatientFilter, type SortKey } from "./patient-order";

const NO_FILTER: PatientFilter = { search: "", disease: "", centre: "" };

/** All patients: searched, filtered, sorted. */
@customElement("marrow-patients")
export class PatientsPage extends PageElement {
  @state() private filter = NO_FILTER;
  @state() private order: Order = { key: "pseudonym", ascending: true };
  @state() private soFar: number | undefined;
  readonly #question = new Question<readonly PatientSummary[]>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#question.ask((signal) => patients(signal, (some) => (this.soFar = some.length)));
  }

  protected override render(): unknown {
    const { words } = this;
    return html`<h1>${words.list.title}</h1>${this.#content()}`;
  }

  #content(): TemplateResult {
    const { words } = this;
    const { answer } = this.#question;
    switch (answer.state) {
      case "waiting":
        return waitingView(words, this.soFar === undefined ? undefined : words.list.fetching(this.soFar));
      case "failed":
        return failureView(answer.failure, words, () => this.#question.askAgain());
      case "there":
        return answer.value.length === 0 ? this.#empty() : this.#list(answer.value);
    }
  }

  #empty(): TemplateResult {
    const { words } = this;
    return html`<div class="card empty" data-testid="patients-empty">
      <h2>${words.list.emptyTitle}</h2>
      <p>${words.list.emptyDemo}</p>
      <pre><code>./marrow demo</code></pre>
      <p>${words.list.emptyRun}</p>
      <pre><code>./marrow run --input samplesheet.csv --outdir results</code></pre>
    </div>`;
  }

  #list(all: readonly PatientSummary[]): TemplateResult {
    const { words } = this;
    const shown = ordered(
      all.filter((patient) => matches(patient, this.filter, [words.disease[patient.disease], words.diseaseName[patient.disease]])),
      this.order,
      (patient, key) => this.#sortValue(patient, key),
    );
    return html`
      ${this.#filters(all)}
      <p class="count" role="status">${shown.length === 1 && all.length === 1 ? words.list.one : words.list.shown(shown.length, all.length)}</p>
      ${
        shown.length === 0
          ? html`<p class="nothing">${words.list.none} <button type="button" class="quiet" @click=${() => (this.filter = NO_FILTER)}>${words.list.clear}</button></p>`
          : this.#table(shown)
      }
      ${researchUse(words)}
    `;
  }

  #filters(all: readonly PatientSummary[]): TemplateResult {
    const { words, filter } = this;
    const diseases = [...new Set(all.map((patient) => patient.disease))].sort((a, b) =>
      words.disease[a].localeCompare(words.disease[b]),
    );
    const centres = [...new Set(all.map((patient) => patient.centre))].sort();
    const set = (change: Partial<PatientFilter>): void => {
      this.filter = { ...this.filter, ...change };
    };
    return html`<search class="filters">
      <label class="wide">${words.list.search}
        <input type="search" data-testid="patient-search" placeholder=${words.list.searchHint} autocomplete="off" spellcheck="false" .value=${filter.search}
          @input=${(event: InputEvent) => set({ search: (event.target as HTMLInputElement).value })} />
      </label>
      <label>${words.list.disease}
        <select data-testid="filter-disease" @change=${(event: Event) => set({ disease: (event.target as HTMLSelectElement).value })}>
          <option value="" ?selected=${filter.disease === ""}>${words.list.all}</option>
          ${diseases.map((code) => html`<option value=${code} ?selected=${filter.disease === code}>${words.disease[code]}</option>`)}
        </select>
      </label>
      <label>${words.list.centre}
        <select data-testid="filter-centre" @change=${(event: Event) => set({ centre: (event.target as HTMLSelectElement).value })}>
          <option value="" ?selected=${filter.centre === ""}>${words.list.all}</option>
          ${centres.map((code) => html`<option value=${code} ?selected=${filter.centre === code}>${code}</option>`)}
        </select>
      </label>
    </search>`;
  }

  #table(shown: readonly PatientSummary[]): TemplateResult {
    const { words } = this;
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${words.list.title}>
      <table class="patients">
        <thead>
          <tr>
            ${this.#heading("pseudonym", words.list.pseudonym)} ${this.#heading("disease", words.list.disease)}
            ${this.#heading("centre", words.list.centre)} ${this.#heading("risk", words.list.risk)}
            ${this.#heading("lastMrd", words.list.lastMrd)} ${this.#heading("samples", words.list.samples, "number")}
            ${this.#heading("firstDate", words.list.firstDate)} ${this.#heading("lastDate", words.list.lastDate)}
          </tr>
        </thead>
        <tbody>
          ${repeat(shown, (patient) => patient.pseudonym, (patient) => this.#row(patient))}
        </tbody>
      </table>
    </div>`;
  }

  #heading(key: SortKey, name: string, kind = ""): TemplateResult {
    const { order } = this;
    const current = order.key === key;
    return html`<th scope="col" class=${kind} aria-sort=${current ? (order.ascending ? "ascending" : "descending") : "none"}>
      <button type="button" class="sort" title=${this.words.list.sortBy(name)}
        @click=${() => (this.order = { key, ascending: current ? !order.ascending : true })}>
        ${name}<span class="arrow" aria-hidden="true">${current ? (order.ascending ? "↑" : "↓") : ""}</span>
      </button>
    </th>`;
  }

  #row(patient: PatientSummary): TemplateResult {
    const { words, formats } = this;
    const day = (date: string | undefined): unknown => (date === undefined ? html`<span class="none">${words.list.noDate}</span>` : formats.day(date));
    return html`<tr data-testid="patient-row" data-patient=${patient.pseudonym} data-disease=${patient.disease}>
      <th scope="row" class="nowrap" data-label=${words.list.pseudonym}>
        <a href=${patientAddress(patient.pseudonym)}>${patient.pseudonym}</a> ${patient.synthetic ? syntheticBadge(words) : null}
      </th>
      <td data-label=${words.list.disease}><abbr title=${words.diseaseName[patient.disease]}>${words.disease[patient.disease]}</abbr></td>
      <td data-label=${words.list.centre}>${patient.centre}</td>
      <td data-label=${words.list.risk}>${this.#risks(patient.risks)}</td>
      <td data-label=${words.list.lastMrd}>${this.#lastMrd(patient.lastMrd)}</td>
      <td data-label=${words.list.samples} class="number">${formats.integer(patient.sampleCount)}</td>
      <td data-label=${words.list.firstDate} class="nowrap">${day(patient.firstDate)}</td>
      <td data-label=${words.list.lastDate} class="nowrap">${day(patient.lastDate)}</td>
    </tr>`;
  }

  #risks(risks: readonly RiskSummary[]): TemplateResult {
    const { words, formats } = this;
    if (risks.length === 0) {
      return html`<span class="none">${words.list.noRisk}</span>`;
    }
    // A class that is still open has no short form; the patient's own page lists what is possible.
    const told = risks.filter((risk) => risk.category !== undefined || risk.range !== undefined);
    const shown = told.length === 0 ? risks.slice(0, RISKS_SHOWN) : told.slice(0, RISKS_SHOWN);
    const more = risks.length - shown.length;
    return html`<ul class="risks">
      ${shown.map((risk) => html`<li><span class="edition">${risk.edition}</span> ${riskChip(risk, risk.categories, words, formats.language)}</li>`)}
      ${more === 0 ? null : html`<li class="small">${words.risk.more(more)}</li>`}
    </ul>`;
  }

  #lastMrd(last: LastMrd | undefined): TemplateResult {
    const { words, formats } = this;
    if (last === undefined) {
      return html`<span class="none">${words.list.noMrd}</span>`;
    }
    const result = { status: last.status, level: last.level, limit: last.limitOfDetection };
    const text = resultInWords(result, words, formats, (level) => formats.level(level));
    return html`<span class="mrd-result status-${last.status}">${text}</span>
      <span class="small block">${last.target} · ${words.technique[last.technique]} · <span class="nowrap">${formats.day(last.date)}</span></span>`;
  }

  #sortValue(patient: PatientSummary, key: SortKey): string | number | undefined {
    switch (key) {
      case "pseudonym":
        return patient.pseudonym;
      case "disease":
        return this.words.disease[patient.disease];
      case "centre":
        return patient.centre;
      case "samples":
        return patient.sampleCount;
      case "firstDate":
        return patient.firstDate;
      case "lastDate":
        return patient.lastDate;
      case "lastMrd":
        return patient.lastMrd?.level ?? patient.lastMrd?.limitOfDetection;
      case "risk":
        return severity(patient.risks);
    }
  }
}

/** Schemes of one patient that the list names; the others are counted. */
const RISKS_SHOWN = 3;

/** The worst that any scheme leaves possible, so that nobody at possible high risk is sorted away. */
function severity(risks: readonly RiskSummary[]): number | undefined {
  const tones = risks.flatMap((risk) => {
    // Classes without order have no range, and are neither better nor worse.
    const name = risk.range === undefined ? undefined : (risk.category ?? risk.range.worst);
    const tone = name === undefined ? undefined : toneOf(name, risk.categories);
    return tone === undefined ? [] : [tone];
  });
  return tones.length === 0 ? undefined : Math.max(...tones);
}

declare global {
  interface HTMLElementTagNameMap {
    "marrow-patients": PatientsPage;
  }
}
