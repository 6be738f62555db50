import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Language } from "./i18n/format";
import { speech } from "./i18n/language";
import "./pages/patient-page";
import "./pages/patients-page";
import "./pages/run-page";
import { PageElement } from "./parts/element";
import { routeOf, type Route } from "./route";

const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: "fr", name: "Français" },
  { code: "en", name: "English" },
];

/** Header, language, and the page that the address names. */
@customElement("marrow-app")
export class App extends PageElement {
  @state() private route: Route = routeOf(location.hash);
  @query("main") private readonly main!: HTMLElement | null;
  readonly #follow = (): void => {
    this.route = routeOf(location.hash);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#follow);
  }

  override disconnectedCallback(): void {
    window.removeEventListener("hashchange", this.#follow);
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    document.documentElement.lang = speech.language;
    document.title = this.#title();
    // A new page begins at its top, also for those who hear it; the first one is where the browser puts it.
    if (changed.has("route") && changed.get("route") !== undefined) {
      window.scrollTo(0, 0);
      this.main?.focus({ preventScroll: true });
    }
  }

  protected override render(): unknown {
    const { words } = this;
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${words.app.skip}</a>
      <header class="top">
        <a class="brand" href="#/patients" aria-label=${words.app.home}>
          <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
            <rect class="brand-ground" width="32" height="32" rx="7" />
            <path class="brand-line" d="M6 9 L13 19 L19 15 L26 24" />
          </svg>
          ${words.app.name}
        </a>
        <nav aria-label=${words.app.patients}><a href="#/patients">${words.app.patients}</a></nav>
        <div class="languages" role="group" aria-label=${words.app.language}>
          ${LANGUAGES.map(
            ({ code, name }) => html`<button type="button" lang=${code} aria-pressed=${speech.language === code ? "true" : "false"}
              @click=${() => speech.choose(code)}>${name}</button>`,
          )}
        </div>
      </header>
      <main id="main" tabindex="-1">${this.#page()}</main>
      <footer class="bottom">${words.app.footer}</footer>
    `;
  }

  #page(): TemplateResult {
    const { route, words } = this;
    switch (route.page) {
      case "patients":
        return html`<marrow-patients></marrow-patients>`;
      case "patient":
        return html`<marrow-patient .pseudonym=${route.id}></marrow-patient>`;
      case "run":
        return html`<marrow-run .runId=${route.id} .patient=${route.patient}></marrow-run>`;
      case "nowhere":
        return html`<h1>${words.app.notFound}</h1><p><a href="#/patients">${words.app.toPatients}</a></p>`;
    }
  }

  #title(): string {
    const { route, words } = this;
    switch (route.page) {
      case "patient":
        return `${route.id} · ${words.app.name}`;
      case "run":
        return `${words.run.link(route.id)} · ${words.app.name}`;
      default:
        return `${words.app.patients} · ${words.app.name}`;
    }
  }

  /** The address after `#` is the page's own, so the jump is made by hand. */
  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.main?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "marrow-app": App;
  }
}
