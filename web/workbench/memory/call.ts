/** A formula that is one call: `LP.CHECK(Cases[#Headers],Cases[#Data])`. */
export interface Call {
  readonly name: string;
  /** The arguments as they stand; undefined for one left out. */
  readonly arguments: readonly (string | undefined)[];
}

/** Reads `=LP.CHECK(A1:B1,A2:B9)`; undefined for any other formula. */
export function parseCall(formula: string): Call | undefined {
  const parts = /^=\s*([A-Za-z][\w.]*)\((.*)\)\s*$/s.exec(formula);
  if (!parts) return undefined;
  const given = splitArguments(parts[2] ?? "");
  return given && { name: parts[1] ?? "", arguments: given };
}

/** Splits at commas that stand in no text, no brackets and no sheet's name; undefined where something is left open. */
function splitArguments(text: string): (string | undefined)[] | undefined {
  if (text.trim() === "") return [];
  const found: string[] = [];
  let start = 0;
  let depth = 0;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote !== "") {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "[" || letter === "(") depth++;
    else if (letter === "]" || letter === ")") depth--;
    else if (letter === "," && depth === 0) {
      found.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (depth !== 0 || quote !== "") return undefined;
  return [...found, text.slice(start)].map((part) => (part.trim() === "" ? undefined : part.trim()));
}
