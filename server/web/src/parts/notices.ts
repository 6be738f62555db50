import { html, type TemplateResult } from "lit";
import type { Messages } from "../i18n/en";

/** Stands under every result. */
export function researchUse(words: Messages): TemplateResult {
  return html`<p class="research-use" data-testid="research-use">${words.researchUse}</p>`;
}

export function syntheticBanner(text: string): TemplateResult {
  return html`<p class="synthetic-banner" data-testid="synthetic-banner" role="note">${text}</p>`;
}

export function syntheticBadge(words: Messages): TemplateResult {
  return html`<span class="synthetic-badge">${words.synthetic.badge}</span>`;
}

export function runLink(runId: string, text: string, patient?: string): TemplateResult {
  return html`<a class="run-link" href=${runAddress(runId, patient)}>${text}</a>`;
}

export function runAddress(runId: string, patient?: string): string {
  const query = patient === undefined ? "" : `?patient=${encodeURIComponent(patient)}`;
  return `#/runs/${encodeURIComponent(runId)}${query}`;
}

export function patientAddress(pseudonym: string): string {
  return `#/patients/${encodeURIComponent(pseudonym)}`;
}
