import { rangeAddress } from "../addresses.ts";
import { OFFICE, SPREADSHEET } from "../writing/content-types.ts";
import { tablePartXml } from "../writing/table-part.ts";
import { elementXml, RELATIONSHIPS } from "../writing/xml-text.ts";
import { addPart, freePath, relate } from "./package-lists.ts";
import type { PartTexts } from "./part-texts.ts";
import type { NewTable } from "./patch.ts";
import { documentIn } from "./placed-children.ts";
import { editedTag, openedTag, tagText } from "./start-tag.ts";
import { TextEdits } from "./text-edits.ts";
import { tableIds } from "./workbook-file.ts";
import { prefixOf } from "./xml-scan.ts";

/** Adds tables to the sheet at `path`, whose cells hold their headers already. */
export function addTables(parts: PartTexts, path: string, tables: readonly NewTable[]): void {
  if (tables.length === 0) return;
  let last = Math.max(0, ...tableIds(parts));
  const links = tables.map(({ name, range, headers }) => {
    const rows: string[][] = [];
    rows[range.top] = [...Array.from({ length: range.left }, () => ""), ...headers];
    const model = { name, range: rangeAddress(range), style: "TableStyleLight1" };
    const table = freePath(parts, "xl/tables/table", ".xml");
    addPart(parts, table, `${SPREADSHEET}.table+xml`, tablePartXml(model, { rows }, ++last));
    return relate(parts, path, `${OFFICE}/table`, table);
  });
  parts.write(path, withLinks(parts.read(path), links));
}

function withLinks(text: string, links: readonly string[]): string {
  const { root, children } = documentIn(text);
  const prefix = prefixOf(root);
  const xml = links.map((id) => elementXml(`${prefix}tablePart`, { "xmlns:r": RELATIONSHIPS, "r:id": id })).join("");
  const edits = new TextEdits(text);
  const known = children.find(({ name }) => name === "tableParts");
  if (!known) {
    const extensions = children.find(({ name }) => name === "extLst");
    edits.insert(extensions?.start ?? root.contentEnd, elementXml(`${prefix}tableParts`, { count: links.length }, xml));
    return edits.applied();
  }
  const count = Number(known.attributes.count ?? 0) + links.length;
  const tag = editedTag(tagText(text, known), { count });
  if (known.isEmpty) edits.replace(known.start, known.end, `${openedTag(tag)}${xml}</${known.tag}>`);
  else {
    edits.replace(known.start, known.startTagEnd, tag);
    edits.insert(known.contentEnd, xml);
  }
  return edits.applied();
}
