import { METADATA_XML } from "../writing/metadata-part.ts";
import { elementXml } from "../writing/xml-text.ts";
import { addToList, documentIn } from "./placed-children.ts";
import { TextEdits } from "./text-edits.ts";
import { prefixOf } from "./xml-scan.ts";

/** A metadata part that says "this array may spill", with the number by which cells point at that. */
export interface SpillMetadata {
  readonly text: string;
  readonly mark: number;
}

const SPILL = "XLDAPR";
const DYNAMIC_ARRAY = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
const TYPE = {
  name: SPILL,
  minSupportedVersion: "120000",
  ...Object.fromEntries(
    "copy pasteAll pasteValues merge splitFirst rowColShift clearFormats clearComments assign coerce cellMeta"
      .split(" ")
      .map((flag) => [flag, "1"]),
  ),
};

/** The workbook's metadata, `undefined` where it has none, with an entry for formulas that spill. */
export function withSpill(before: string | undefined): SpillMetadata {
  if (before === undefined) return { text: METADATA_XML, mark: 1 };
  const document = documentIn(before);
  const prefix = prefixOf(document.root);
  const under = (list: string) => document.grandchildren.filter(({ parent }) => parent?.name === list);
  const types = under("metadataTypes");
  const marks = under("cellMetadata");
  const type = types.findIndex(({ attributes }) => attributes.name === SPILL) + 1;
  const known = marks.findIndex(({ startTagEnd, contentEnd }) =>
    new RegExp(String.raw`<\w*:?rc\s[^>]*\bt=["']${type}["']`).test(before.slice(startTagEnd, contentEnd)),
  );
  if (type > 0 && known >= 0) return { text: before, mark: known + 1 };

  const edits = new TextEdits(before);
  const add = (name: string, after: readonly string[], xml: string): void => {
    addToList(before, document, edits, { name, after }, xml);
  };
  if (type === 0) {
    add("metadataTypes", [], elementXml(`${prefix}metadataType`, TYPE));
    const properties = `<xda:dynamicArrayProperties xmlns:xda="${DYNAMIC_ARRAY}" fDynamic="1" fCollapsed="0"/>`;
    const extension = `<${prefix}extLst><${prefix}ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">${properties}</${prefix}ext></${prefix}extLst>`;
    const future = elementXml(
      `${prefix}futureMetadata`,
      { name: SPILL, count: 1 },
      `<${prefix}bk>${extension}</${prefix}bk>`,
    );
    const place = document.children.findLast(({ name }) =>
      ["metadataTypes", "metadataStrings", "mdxMetadata", "futureMetadata"].includes(name),
    );
    edits.insert(place?.end ?? document.root.startTagEnd, future);
  }
  add(
    "cellMetadata",
    ["metadataTypes", "metadataStrings", "mdxMetadata", "futureMetadata"],
    `<${prefix}bk><${prefix}rc t="${type > 0 ? type : types.length + 1}" v="0"/></${prefix}bk>`,
  );
  return { text: withCounts(edits.applied()), mark: marks.length + 1 };
}

/** Lists of metadata say how many they hold. */
function withCounts(text: string): string {
  const { children, grandchildren } = documentIn(text);
  const edits = new TextEdits(text);
  for (const list of children) {
    if (!["metadataTypes", "cellMetadata"].includes(list.name)) continue;
    const count = grandchildren.filter(({ parent }) => parent?.start === list.start).length;
    const tag = text.slice(list.start, list.startTagEnd);
    edits.replace(list.start, list.startTagEnd, tag.replace(/\scount="\d+"/, "").replace(/>$/, ` count="${count}">`));
  }
  return edits.applied();
}
