import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { run } from "../api/client";
import type { InputFile, Run, RunOutput } from "../api/types";
import "../parts/copy-button";
import { PageElement } from "../parts/element";
import { answerView, Question } from "../parts/loading";
import { patientAddress, researchUse, runAddress, syntheticBanner } from "../parts/notices";

/** How results came about: tool, parameters, input files with their hashes, and the commands. */
@customElement("marrow-run")
export class RunPage extends PageElement {
  @property() runId = "";
  /** Whose processes are shown; undefined for everyone's. */
  @property() patient: string | undefined;
  readonly #question = new Question<Run>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("runId")) {
      const id = this.runId;
      this.#question.ask((signal) => run(id, signal));
    }
  }

  protected override render(): unknown {
    const { words } = this;
    const back = this.patient;
    return html`
      <p class="crumb">
        ${back === undefined ? html`<a href="#/patients">← ${words.patient.back}</a>` : html`<a href=${patientAddress(back)}>← ${words.patient.title(back)}</a>`}
      </p>
      <h1>${words.run.title} <code>${this.runId}</code></h1>
      ${answerView(this.#question, words, (found) => this.#found(found))}
    `;
  }

  #found(found: Run): TemplateResult {
    const { words, formats } = this;
    const fact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`
      ${found.synthetic ? syntheticBanner(words.synthetic.run) : null}
      <dl class="facts">
        ${fact(words.run.toolVersion, found.toolVersion)} ${fact(words.run.started, formats.moment(found.started))}
        ${fact(words.run.finished, formats.moment(found.finished))} ${fact(words.run.duration, formats.duration(found.started, found.finished))}
        ${fact(words.run.published, formats.moment(found.published))}
      </dl>
      <section aria-labelledby="parameters-title">
        <h2 id="parameters-title">${words.run.parameters}</h2>
        ${this.#parameters(found.parameters)}
      </section>
      <section aria-labelledby="inputs-title">
        <h2 id="inputs-title">${words.run.inputs}</h2>
        ${found.inputs.length === 0 ? html`<p>${words.run.noInputs}</p>` : this.#files(found.inputs, words.run.inputTable)}
        <p class="small">${words.run.check} <code>sha256sum ${found.inputs[0]?.name ?? ""}</code></p>
      </section>
      <section aria-labelledby="processes-title">${this.#processes(found)}</section>
      ${researchUse(words)}
    `;
  }

  #parameters(parameters: Readonly<Record<string, string>>): TemplateResult {
    const entries = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
    if (entries.length === 0) {
      return html`<p>${this.words.run.noParameters}</p>`;
    }
    return html`<dl class="parameters">${entries.map(([name, value]) => html`<dt><code>${name}</code></dt><dd>${value}</dd>`)}</dl>`;
  }

  #files(files: readonly InputFile[], name: string): TemplateResult {
    const { words, formats } = this;
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${name}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.run.file}</th>
            <th scope="col">${words.run.role}</th>
            <th scope="col" class="number">${words.run.size}</th>
            <th scope="col">${words.run.sha256}</th>
          </tr>
        </thead>
        <tbody>
          ${files.map(
            (file) => html`<tr data-testid="run-input" data-sha256=${file.sha256}>
              <th scope="row">${file.name}</th>
              <td>${file.role}</td>
              <td class="number">${formats.bytes(file.bytes)}</td>
              <td class="nowrap"><code class="sha">${file.sha256}</code> <marrow-copy .text=${file.sha256} .label=${words.run.copySha(file.name)}></marrow-copy></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #processes(found: Run): TemplateResult {
    const { words } = this;
    const everyone = [...new Set(found.outputs.map((output) => output.patient))].sort();
    const shown = found.outputs.filter((output) => this.patient === undefined || output.patient === this.patient);
    return html`
      <h2 id="processes-title">${words.run.processes} <span class="small">${words.run.processCount(shown.length)}</span></h2>
      ${
        everyone.length < 2
          ? null
          : html`<label class="choose">${words.run.filter}
              <select @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
                <option value="" ?selected=${this.patient === undefined}>${words.run.everyPatient}</option>
                ${everyone.map((name) => html`<option value=${name} ?selected=${this.patient === name}>${name}</option>`)}
              </select>
            </label>`
      }
      <ul class="processes">${shown.map((output) => this.#process(output))}</ul>
    `;
  }

  #process(output: RunOutput): TemplateResult {
    const { words } = this;
    return html`<li class="card process" data-testid="run-process" data-process=${output.process} data-patient=${output.patient}>
      <h3><code>${output.process}</code> <span class="small"><a href=${patientAddress(output.patient)}>${output.patient}</a> · ${output.sample ?? words.run.wholePatient}</span></h3>
      <div class="command"><pre><code>${output.command}</code></pre><marrow-copy .text=${output.command} .label=${words.run.copyCommand}></marrow-copy></div>
      ${
        Object.keys(output.parameters).length === 0
          ? null
          : html`<details><summary>${words.run.parameters}</summary>${this.#parameters(output.parameters)}</details>`
      }
      ${
        output.inputs.length === 0
          ? null
          : html`<details><summary>${words.run.inputs} (${output.inputs.length})</summary>${this.#files(output.inputs, `${words.run.inputs}, ${output.process}, ${output.patient} ${output.sample ?? ""}`)}</details>`
      }
    </li>`;
  }

  #choose(patient: string): void {
    location.hash = runAddress(this.runId, patient === "" ? undefined : patient);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "marrow-run": RunPage;
  }
}
