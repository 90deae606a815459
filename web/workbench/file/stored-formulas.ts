/** A text in a formula, or a function that it calls. */
const PARTS = /"(?:[^"]|"")*"|([A-Za-z_][\w.]*)\s*\(/g;

const storedName = (name: string): string => `_xldudf_${name.toUpperCase().replaceAll(".", "_")}`;

/**
 * A formula as Excel keeps it in a file, without "=" and with our functions under their stored names; undefined for one
 * that calls any other function: Excel stores newer ones under names of their own, which a wrong guess would break.
 */
export function storedFormula(formula: string): string | undefined {
  const called = [...formula.matchAll(PARTS)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  if (called.length === 0 || !called.every((name) => /^LP\./i.test(name))) return undefined;
  return formula
    .replace(/^=/, "")
    .replace(PARTS, (part, name: string | undefined) => (name === undefined ? part : `${storedName(name)}(`));
}

/** The functions that a stored formula calls, as a workbook lists them: `_xldudf_LP_CHECK`. */
export const storedFunctions = (stored: string): string[] =>
  [...stored.matchAll(PARTS)].flatMap(([, name]) => (name === undefined ? [] : [name]));
