import { html, type TemplateResult } from "lit";
import type { Measurement, Patient, Technique } from "../api/types";
import type { Messages } from "../i18n/en";
import type { Formats } from "../i18n/format";
import { runLink } from "../parts/notices";
import { measurementsCsv } from "./csv";
import { TECHNIQUES } from "./series";

/** The rows that the chart shows, and all of them as a file. */
export function tableView(
  patient: Patient,
  measurements: readonly Measurement[],
  hidden: ReadonlySet<Technique>,
  words: Messages,
  formats: Formats,
): TemplateResult {
  const rows = measurements
    .filter((row) => !hidden.has(row.technique))
    .sort(
      (a, b) =>
        a.date.localeCompare(b.date) ||
        TECHNIQUES.indexOf(a.technique) - TECHNIQUES.indexOf(b.technique) ||
        a.target.name.localeCompare(b.target.name),
    );
  const hiddenNames = TECHNIQUES.filter((technique) => hidden.has(technique)).map((technique) => words.technique[technique]);
  const labels = words.mrd;
  return html`<details class="mrd-table" open>
    <summary>${labels.table(measurements.length)}</summary>
    <p class="table-tools">
      <button type="button" data-testid="mrd-csv" @click=${() => download(patient, measurements, hidden)}>${labels.download}</button>
      <span class="small">${hidden.size === 0 ? labels.downloadNote : html`<strong>${labels.tableFilter(rows.length, measurements.length, hiddenNames.join(", "))}</strong>. ${labels.downloadNote}`}</span>
    </p>
    <div class="scroll" role="region" tabindex="0" aria-label=${labels.table(measurements.length)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${labels.date}</th>
            <th scope="col">${labels.technique}</th>
            <th scope="col">${labels.target}</th>
            <th scope="col">${labels.status}</th>
            <th scope="col" class="number">${labels.level}</th>
            <th scope="col" class="number">${labels.percent}</th>
            <th scope="col" class="number">${labels.interval}</th>
            <th scope="col" class="number">${labels.lod}</th>
            <th scope="col" class="number">${labels.loq}</th>
            <th scope="col" class="number">${labels.counts}</th>
            <th scope="col">${labels.sample}</th>
            <th scope="col" class="scale">${labels.scale}</th>
            <th scope="col">${labels.notes}</th>
            <th scope="col">${labels.runColumn}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => tableRow(row, patient.pseudonym, words, formats))}
        </tbody>
      </table>
    </div>
  </details>`;
}

function tableRow(row: Measurement, patient: string, words: Messages, formats: Formats): TemplateResult {
  const { level, interval, limitOfDetection: lod, limitOfQuantification: loq } = row;
  const none = html`<span class="none" aria-hidden="true">–</span><span class="visually-hidden">${words.mrd.unknown}</span>`;
  // Nothing found has no level of its own, so the cell gives the limit that it lies below.
  const below = row.status === "NOT_DETECTED_BELOW_LOD" ? lod?.level : undefined;
  return html`<tr data-testid="mrd-row" data-status=${row.status}>
    <td>${formats.day(row.date)}</td>
    <td><span class="swatch t-${row.technique}" aria-hidden="true"></span>${words.technique[row.technique]}</td>
    <td>${row.target.name}</td>
    <td>${words.status[row.status]}</td>
    <td class="number">${level !== undefined ? formats.level(level) : below !== undefined ? `< ${formats.level(below)}` : none}</td>
    <td class="number">${level !== undefined ? formats.percent(level) : below !== undefined ? `< ${formats.percent(below)}` : none}</td>
    <td class="number">${interval === undefined || level === undefined ? none : `${formats.level(interval.lower)} – ${formats.level(interval.upper)}`}</td>
    <td class="number">${lod === undefined ? none : html`<span title=${lod.basis}>${formats.level(lod.level)}</span>`}</td>
    <td class="number">${loq === undefined ? none : formats.level(loq)}</td>
    <td class="number">${row.total === undefined ? none : `${row.positive === undefined ? "?" : formats.integer(row.positive)} / ${formats.integer(row.total)}`}</td>
    <td>${row.sample}</td>
    <td class="scale">${words.scale[row.scale]}</td>
    <td class="notes" lang="en">${row.notes.join(" ")}</td>
    <td>${runLink(row.runId, row.runId, patient)}</td>
  </tr>`;
}

function download(patient: Patient, measurements: readonly Measurement[], hidden: ReadonlySet<Technique>): void {
  const csv = measurementsCsv(patient.pseudonym, patient.synthetic, measurements, hidden);
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${patient.pseudonym}-mrd.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
