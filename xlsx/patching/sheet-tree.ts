import { removePart } from "./package-lists.ts";
import type { PartTexts } from "./part-texts.ts";
import { relationshipsOf } from "./relationships-of.ts";

const isXml = (path: string): boolean => /\.(xml|vml)$/i.test(path);

/** A part with all that only it leads to: a sheet's drawings, comments and tables. */
export function treeOf(parts: PartTexts, root: string): readonly string[] {
  const tree = new Set([root]);
  for (const path of tree) for (const { path: target } of relationshipsOf(parts, path).values()) tree.add(target);
  const others = parts.paths().filter((path) => !tree.has(path) && !path.endsWith(".rels"));
  const alsoOfOthers = new Set(
    others.flatMap((path) => [...relationshipsOf(parts, path).values()].map((one) => one.path)),
  );
  return [...tree].filter((path) => path === root || (!alsoOfOthers.has(path) && parts.has(path)));
}

export function removeTree(parts: PartTexts, root: string): void {
  for (const path of treeOf(parts, root)) removePart(parts, path);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
const asXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Whether a part other than these speaks of a sheet by its name: in a formula, a chart or a pivot table. */
export function isNamedElsewhere(parts: PartTexts, sheet: string, except: readonly string[]): boolean {
  const own = new Set(except);
  const quoted = escaped(asXml(sheet.replaceAll("'", "''"))).replaceAll("''", "(?:''|&apos;&apos;|&#39;&#39;)");
  const name = escaped(asXml(sheet));
  const mention = new RegExp(
    String.raw`(?:'|&apos;|&#39;)${quoted}(?:'|&apos;|&#39;)!|(?<![\w.'])${name}!|\bsheet=["']${name}["']`,
    "i",
  );
  return parts
    .paths()
    .filter((path) => isXml(path) && !own.has(path) && path.startsWith("xl/"))
    .some((path) => mention.test(parts.read(path)));
}
