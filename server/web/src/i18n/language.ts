import { en, type Messages } from "./en";
import { Formats, type Language } from "./format";
import { fr } from "./fr";

const STORED = "marrow.language";

/** What the browser keeps between visits; it may refuse. */
export type Memory = Pick<Storage, "getItem" | "setItem">;

export function preferredLanguage(stored: string | null, browser: string): Language {
  if (stored === "en" || stored === "fr") {
    return stored;
  }
  return browser.toLowerCase().startsWith("fr") ? "fr" : "en";
}

/** The language that the page speaks; tells its listeners when it changes. */
export class Speech extends EventTarget {
  #language: Language;
  #formats: Formats;

  constructor(private readonly memory: Memory | null, browser: string) {
    super();
    this.#language = preferredLanguage(this.#recall(), browser);
    this.#formats = new Formats(this.#language);
  }

  get language(): Language {
    return this.#language;
  }

  get messages(): Messages {
    return this.#language === "fr" ? fr : en;
  }

  get formats(): Formats {
    return this.#formats;
  }

  choose(language: Language): void {
    if (language === this.#language) {
      return;
    }
    this.#language = language;
    this.#formats = new Formats(language);
    try {
      this.memory?.setItem(STORED, language);
    } catch {
      // A browser that refuses to remember still speaks the chosen language until the page is closed.
    }
    this.dispatchEvent(new Event("change"));
  }

  #recall(): string | null {
    try {
      return this.memory?.getItem(STORED) ?? null;
    } catch {
      return null;
    }
  }
}

function browserMemory(): Memory | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** The one that the page uses. */
export const speech = new Speech(browserMemory(), globalThis.navigator?.language ?? "en");
