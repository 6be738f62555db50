import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { patient, patientMrd, patientRisk } from "../api/client";
import type { Patient, PatientMrd, PatientRisk } from "../api/types";
import "../cells/cell-map";
import { PageElement } from "../parts/element";
import { answerView, Question } from "../parts/loading";
import { runLink, syntheticBanner } from "../parts/notices";
import "../risk/risk-card";
import "../timeline/timeline";

type Section = "mrd" | "risk" | "cells";

/** One patient: residual disease over time, risk, cells. */
@customElement("marrow-patient")
export class PatientPage extends PageElement {
  @property() pseudonym = "";
  @state() private cellMapAt = 0;
  readonly #patient = new Question<Patient>(this);
  readonly #mrd = new Question<PatientMrd>(this);
  readonly #risk = new Question<PatientRisk>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("pseudonym")) {
      const id = this.pseudonym;
      this.cellMapAt = 0;
      this.#patient.ask((signal) => patient(id, signal));
      this.#mrd.ask((signal) => patientMrd(id, signal));
      this.#risk.ask((signal) => patientRisk(id, signal));
    }
  }

  protected override render(): unknown {
    const { words } = this;
    return html`
      <p class="crumb"><a href="#/patients">← ${words.patient.back}</a></p>
      <h1>${words.patient.title(this.pseudonym)}</h1>
      ${answerView(this.#patient, words, (found) => this.#found(found))}
    `;
  }

  #found(found: Patient): TemplateResult {
    const { words } = this;
    return html`
      ${found.synthetic ? syntheticBanner(words.synthetic.patient) : null} ${this.#facts(found)}
      <nav class="sections" aria-label=${words.patient.sections}>
        ${this.#jump("mrd", words.mrd.title)} ${this.#jump("risk", words.risk.title)} ${this.#jump("cells", words.cells.title)}
      </nav>
      <section id="mrd" tabindex="-1" aria-labelledby="mrd-title">
        <h2 id="mrd-title">${words.mrd.title}</h2>
        ${answerView(
          this.#mrd,
          words,
          (mrd) => html`<marrow-timeline .patient=${found} .measurements=${mrd.measurements} .risks=${this.#riskResults()}></marrow-timeline>`,
        )}
      </section>
      <section id="risk" tabindex="-1" aria-labelledby="risk-title">
        <h2 id="risk-title">${words.risk.title}</h2>
        ${answerView(this.#risk, words, (risk) =>
          risk.results.length === 0
            ? html`<p class="nothing">${words.risk.none}</p>`
            : html`<div class="risk-cards">
                ${risk.results.map((result) => html`<marrow-risk .result=${result} .patient=${this.pseudonym}></marrow-risk>`)}
              </div>`,
        )}
      </section>
      <section id="cells" tabindex="-1" aria-labelledby="cells-title">
        <h2 id="cells-title">${words.cells.title}</h2>
        ${this.#cells(found)}
      </section>
    `;
  }

  #riskResults(): PatientRisk["results"] {
    const { answer } = this.#risk;
    return answer.state === "there" ? answer.value.results : [];
  }

  #facts(found: Patient): TemplateResult {
    const { words, formats } = this;
    const { answer } = this.#mrd;
    const measured = answer.state === "there" ? answer.value.measurements.map((row) => row.date) : [];
    const dates = [...measured, ...found.samples.flatMap((sample) => (sample.collected === undefined ? [] : [sample.collected]))].sort();
    const fact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`<dl class="facts">
      ${fact(words.patient.disease, html`${words.disease[found.disease]} <span class="small">${words.diseaseName[found.disease]}</span>`)}
      ${fact(words.patient.centre, found.centre)} ${fact(words.patient.samples, formats.integer(found.samples.length))}
      ${dates.length === 0 ? null : html`${fact(words.patient.followedFrom, formats.day(dates[0] ?? ""))} ${fact(words.patient.followedTo, formats.day(dates.at(-1) ?? ""))}`}
      ${found.runs.length === 0 ? null : fact(words.patient.runs, html`<span class="runs">${found.runs.map((id) => runLink(id, id, found.pseudonym))}</span>`)}
    </dl>`;
  }

  /** The address after `#` names the page, so jumps inside it are made by hand. */
  #jump(section: Section, name: string): TemplateResult {
    return html`<button type="button" class="quiet" @click=${() => {
      const target = this.querySelector<HTMLElement>(`#${section}`);
      target?.scrollIntoView();
      target?.focus({ preventScroll: true });
    }}>${name}</button>`;
  }

  #cells(found: Patient): TemplateResult {
    const { words } = this;
    const map = found.cellMaps[this.cellMapAt];
    if (map === undefined) {
      return html`<p class="nothing">${words.cells.none}</p>`;
    }
    return html`
      ${
        found.cellMaps.length === 1
          ? html`<p class="small">${words.cells.choose} ${map.sample}</p>`
          : html`<label class="choose">${words.cells.choose}
              <select @change=${(event: Event) => (this.cellMapAt = (event.target as HTMLSelectElement).selectedIndex)}>
                ${found.cellMaps.map((entry, index) => html`<option ?selected=${index === this.cellMapAt}>${entry.sample}</option>`)}
              </select>
            </label>`
      }
      <marrow-cells .patient=${this.pseudonym} .map=${map}></marrow-cells>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "marrow-patient": PatientPage;
  }
}
