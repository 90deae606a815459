import { clean } from "../text.ts";

/** Names in one cell: between semicolons or on lines of their own, else between commas; in quotation marks where a name holds any of these. */
export function namesIn(text: string): string[] {
  const between = /[;\n\r]/.test(text.replace(QUOTED, "")) ? /[;\n\r]/ : /,/;
  const names: string[] = [];
  let rest = text;
  while (rest !== "") {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    const end = quoted ? -1 : rest.search(between);
    const name = quoted ? String(quoted[1]).replaceAll('""', '"') : end < 0 ? rest : rest.slice(0, end);
    rest = quoted ? rest.slice(quoted[0].length).replace(between, "") : end < 0 ? "" : rest.slice(end + 1);
    if (clean(name) !== "") names.push(clean(name));
  }
  return names;
}

const QUOTED = /"(?:[^"]|"")*"/g;

/** Names as one cell holds them; `namesIn` reads the same back. */
export const namesCell = (names: readonly string[]): string =>
  names.map((name) => (/[;,"\n\r]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join("; ");
