import { LitElement } from "lit";
import { speech } from "../i18n/language";
import type { Messages } from "../i18n/en";
import type { Formats } from "../i18n/format";

/**
 * An element that speaks the page's language and says it anew when the language changes. It renders into the document itself,
 * so that one style sheet serves all, a reader can search and copy across elements, and labels can name ids anywhere.
 */
export class PageElement extends LitElement {
  readonly #speakAgain = (): void => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    speech.addEventListener("change", this.#speakAgain);
  }

  override disconnectedCallback(): void {
    speech.removeEventListener("change", this.#speakAgain);
    super.disconnectedCallback();
  }

  protected get words(): Messages {
    return speech.messages;
  }

  protected get formats(): Formats {
    return speech.formats;
  }
}
