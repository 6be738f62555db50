import { html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { PageElement } from "./element";

const SHOWN_MILLIS = 2000;

/** Copies a text and says so. Where the browser gives no clipboard (a plain http address) there is no button. */
@customElement("marrow-copy")
export class CopyButton extends PageElement {
  @property() text = "";
  @property() label = "";
  @state() private copied = false;

  protected override render(): unknown {
    if (navigator.clipboard === undefined) {
      return null;
    }
    const words = this.words.run;
    return html`<button type="button" class="copy" aria-label=${this.label} @click=${this.#copy}>
      <span role="status">${this.copied ? words.copied : words.copy}</span>
    </button>`;
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.text);
    this.copied = true;
    setTimeout(() => (this.copied = false), SHOWN_MILLIS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "marrow-copy": CopyButton;
  }
}
