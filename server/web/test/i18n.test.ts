import { describe, expect, test } from "vitest";
import { en } from "../src/i18n/en";
import { fr } from "../src/i18n/fr";
import { preferredLanguage, Speech, type Memory } from "../src/i18n/language";

type Leaf = readonly [path: string, value: unknown];

function leaves(tree: object, path = ""): Leaf[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): Leaf[] =>
    typeof value === "object" && value !== null ? leaves(value, `${path}/${key}`) : [[`${path}/${key}`, value]],
  );
}

describe("the dictionaries", () => {
  test("have the same keys", () => {
    expect(leaves(fr).map(([path]) => path).sort()).toEqual(leaves(en).map(([path]) => path).sort());
  });

  test("have sentences of the same kind and with as many gaps", () => {
    const french = new Map(leaves(fr));
    for (const [path, value] of leaves(en)) {
      const other = french.get(path);
      expect(typeof other, path).toBe(typeof value);
      if (typeof value === "function" && typeof other === "function") {
        expect(other.length, path).toBe(value.length);
      }
    }
  });

  test("have no empty sentence", () => {
    for (const [path, value] of [...leaves(en), ...leaves(fr)]) {
      if (typeof value === "string") {
        expect(value.trim(), path).not.toBe("");
      }
    }
  });
});

test("French puts no-break spaces before double punctuation, so that none begins a line", () => {
  for (const [path, value] of leaves(fr)) {
    const text = typeof value === "function" ? templatesOf(value.toString()) : String(value);
    expect(text, path).not.toMatch(/ [:;?!%]/);
  }
});

/** What a sentence with gaps says, without its gaps. */
function templatesOf(source: string): string {
  return [...source.matchAll(/`([^`]*)`/g)].map((match) => (match[1] ?? "").replace(/\$\{[^}]*\}/g, "x")).join(" ");
}

describe("the language", () => {
  test("is the reader's earlier choice, else the browser's, else English", () => {
    expect(preferredLanguage("en", "fr-FR")).toBe("en");
    expect(preferredLanguage(null, "fr-CA")).toBe("fr");
    expect(preferredLanguage("de", "de-DE")).toBe("en");
  });

  test("is remembered and told to those who listen", () => {
    const kept = new Map<string, string>();
    const memory: Memory = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
    const speech = new Speech(memory, "en-GB");
    let told = 0;
    speech.addEventListener("change", () => told++);
    speech.choose("fr");
    speech.choose("fr");
    expect(told).toBe(1);
    expect(speech.messages).toBe(fr);
    expect(new Speech(memory, "en-GB").language).toBe("fr");
  });

  test("can be chosen where the browser refuses to remember", () => {
    const refusing: Memory = {
      getItem: () => {
        throw new Error("refused");
      },
      setItem: () => {
        throw new Error("refused");
      },
    };
    const speech = new Speech(refusing, "en");
    speech.choose("fr");
    expect(speech.language).toBe("fr");
  });
});
