/** Reads a Java properties file: comments, continued lines, escapes, and `=`, `:` or blanks between key and value. */
export function readProperties(text: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const line of logicalLines(text)) {
    const split = /^((?:\\.|[^\\=:\s])*)(?:\s*[=:]\s*|\s+|$)(.*)$/su.exec(line);
    if (split !== null) {
      entries.set(unescape(split[1] ?? ""), unescape(split[2] ?? ""));
    }
  }
  return entries;
}

/** Lines without comments and blank ones, each joined with those that continue it. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let open = false;
  for (const natural of text.split(/\r\n|\r|\n/)) {
    const line = natural.replace(/^[ \t\f]+/, "");
    if (!open && (line === "" || line.startsWith("#") || line.startsWith("!"))) {
      continue;
    }
    // An odd number of backslashes at the end continues the line; an even one is backslashes in the text.
    const continues = (/\\*$/.exec(line)?.[0].length ?? 0) % 2 === 1;
    const part = continues ? line.slice(0, -1) : line;
    if (open) {
      lines[lines.length - 1] += part;
    } else {
      lines.push(part);
    }
    open = continues;
  }
  return lines;
}

const LETTERS: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f" };

function unescape(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gsu, (_, hex: string | undefined, letter: string | undefined) =>
    hex === undefined ? (LETTERS[letter ?? ""] ?? letter ?? "") : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
