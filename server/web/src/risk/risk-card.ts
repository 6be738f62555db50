import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { EvidenceMark, RiskDriver, RiskResult } from "../api/types";
import type { Messages } from "../i18n/en";
import type { Language } from "../i18n/format";
import { spoken, testName } from "../i18n/risk-texts";
import { PageElement } from "../parts/element";
import { researchUse, runLink } from "../parts/notices";
import { categoryBar, contributionBar, scoreView } from "./bars";
import { riskChip } from "./category";

/** A part of a score below this, in its own units, is kept out of the way: every gene that is normal has one. */
const WORTH_SHOWING = 0.1;

/** One scheme's word on one patient: category or range, what decided, what is missing, what would settle it. */
@customElement("marrow-risk")
export class RiskCard extends PageElement {
  @property({ attribute: false }) result!: RiskResult;
  @property() patient = "";

  protected override render(): unknown {
    const { result, words, formats } = this;
    const { scheme, range } = result;
    return html`<article class="card risk-card" data-testid="risk-card" data-scheme=${scheme.id} data-category=${result.category ?? ""}
        data-range-best=${range?.best ?? ""} data-range-worst=${range?.worst ?? ""}>
      <header>
        <h3>${scheme.edition}${result.sample === undefined ? null : html` <span class="small">${words.risk.sample(result.sample)}</span>`}</h3>
        <p class="risk-standing">${riskChip(result, scheme.categories, words, formats.language)}</p>
      </header>
      ${categoryBar(result, words, formats.language)} ${scoreView(result, words, formats)}
      ${
        result.settledBy.length === 0
          ? null
          : html`<div class="settled-by" data-testid="risk-settled-by">
              <h4>${words.risk.settledBy}</h4>
              <ul>${result.settledBy.map((test) => html`<li data-test=${test}>${testName(test, formats.language)}</li>`)}</ul>
            </div>`
      }
      ${this.#drivers()} ${this.#flags()}
      ${
        result.missing.length === 0
          ? null
          : html`<details class="missing" data-testid="risk-missing" ?open=${result.missing.length <= 8}>
              <summary>${words.risk.missingCount(result.missing.length)}</summary>
              <ul class="names">${result.missing.map((name) => html`<li>${name}</li>`)}</ul>
            </details>`
      }
      ${this.#inputs()}
      <footer>
        <p class="small">${words.risk.citation} <span lang="en">${scheme.source}</span></p>
        <p>${runLink(result.runId, `${words.run.toRun} →`, this.patient)}</p>
        ${researchUse(words)}
      </footer>
    </article>`;
  }

  #drivers(): TemplateResult {
    const { words } = this;
    const { drivers } = this.result;
    if (drivers.length === 0) {
      return html`<h4>${words.risk.drivers}</h4><p>${words.risk.noDrivers}</p>`;
    }
    const small = drivers.filter((driver) => Math.abs(driver.contribution ?? 1) < WORTH_SHOWING);
    const large = drivers.filter((driver) => !small.includes(driver));
    return html`<h4>${words.risk.drivers}</h4>
      ${large.length === 0 ? null : this.#driverTable(large)}
      ${
        small.length === 0
          ? null
          : html`<details class="inputs">
              <summary>${words.risk.smallerParts(small.length)}</summary>
              ${this.#driverTable(small)}
            </details>`
      }`;
  }

  #driverTable(shown: readonly RiskDriver[]): TemplateResult {
    const { words, formats } = this;
    const sums = this.result.drivers.filter((driver) => driver.contribution !== undefined);
    const largest = sums.reduce((most, driver) => Math.max(most, Math.abs(driver.contribution ?? 0)), 0);
    return html`<div
      class="scroll"
      role="region"
      tabindex="0"
      aria-label=${`${this.result.scheme.edition}, ${words.risk.drivers}`}
    >
      <table class="drivers">
        <thead>
          <tr>
            <th scope="col">${words.risk.name}</th>
            ${sums.length > 0 ? html`<th scope="col" class="number" colspan="2">${words.risk.contribution}</th>` : null}
            <th scope="col">${words.risk.reason}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (driver) => html`<tr data-testid="risk-driver" data-rule=${driver.rule}>
              <th scope="row">${driver.name}</th>
              ${
                sums.length === 0
                  ? null
                  : driver.contribution === undefined
                    ? html`<td colspan="2"></td>`
                    : html`<td class="bar-cell">${contributionBar(driver.contribution, largest)}</td>
                        <td class="number">${formats.signedScore(driver.contribution)}</td>`
              }
              <td>${sentence(driver.rule, driver.reason, formats.language)} ${markChip(driver.mark, words)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #flags(): TemplateResult | null {
    const { words, formats } = this;
    const { flags } = this.result;
    if (flags.length === 0) {
      return null;
    }
    return html`<h4>${words.risk.flags}</h4>
      <ul class="flags">
        ${flags.map(
          (flag) => html`<li data-testid="risk-flag" data-code=${flag.code}>
            ${sentence(flag.code, flag.explanation, formats.language)} ${markChip(flag.mark, words)} <code class="code">${flag.code}</code>
          </li>`,
        )}
      </ul>`;
  }

  #inputs(): TemplateResult | null {
    const { words } = this;
    const { inputs } = this.result;
    if (inputs.length === 0) {
      return null;
    }
    return html`<details class="inputs">
      <summary>${words.risk.inputs(inputs.length)}</summary>
      <div class="scroll" role="region" tabindex="0" aria-label=${`${this.result.scheme.edition}, ${words.risk.inputs(inputs.length)}`}>
        <table>
          <thead>
            <tr><th scope="col">${words.risk.input}</th><th scope="col">${words.risk.value}</th><th scope="col">${words.risk.source}</th></tr>
          </thead>
          <tbody>
            ${inputs.map(
              (input) => html`<tr>
                <th scope="row">${input.name}</th>
                <td>${input.value === undefined ? html`<em>${words.risk.notGiven}</em>` : input.value}</td>
                <td>${input.source ?? ""}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

/** The engine's sentence, marked with the language that it is in. */
function sentence(code: string, english: string, language: Language): TemplateResult {
  const said = spoken(code, english, language);
  return html`<span lang=${said.language}>${said.text}</span>`;
}

function markChip(mark: EvidenceMark, words: Messages): TemplateResult {
  return html`<span class="evidence evidence-${mark}" title=${words.markMeaning[mark]}>${words.mark[mark]}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "marrow-risk": RiskCard;
  }
}
