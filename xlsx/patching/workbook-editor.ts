import { decodeEscapes } from "../text-escapes.ts";
import { elementXml, RELATIONSHIPS, textXml } from "../writing/xml-text.ts";
import { addToList, childNamed, documentIn, type Placed } from "./placed-children.ts";
import { editedTag, tagText } from "./start-tag.ts";
import { TextEdits } from "./text-edits.ts";
import { prefixOf } from "./xml-scan.ts";

/** What is to change in the workbook's own part. */
export interface WorkbookChange {
  readonly names: ReadonlyMap<string, string | undefined>;
  /** By the name in the file. */
  readonly sheets: ReadonlyMap<string, { readonly name?: string; readonly visibility?: string }>;
  readonly removedSheets: ReadonlySet<string>;
  readonly newSheets: readonly { readonly name: string; readonly relationship: string; readonly visibility?: string }[];
  readonly isRecalculated: boolean;
}

const BEFORE_NAMES = ["sheets", "functionGroups", "externalReferences"];
const BEFORE_CALCULATION = [...BEFORE_NAMES, "definedNames"];

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const nameOf = ({ attributes }: Placed): string => decodeEscapes(attributes.name ?? "");

/** The workbook part with its changes; the same text where there are none. */
export function editWorkbook(text: string, change: WorkbookChange): string {
  const document = documentIn(text);
  const edits = new TextEdits(text);
  const prefix = prefixOf(document.root);
  const under = (list: string): Placed[] => document.grandchildren.filter(({ parent }) => parent?.name === list);
  const sheets = under("sheets");
  const removed = sheets.flatMap((sheet, at) => (change.removedSheets.has(nameOf(sheet)) ? [at] : []));

  editSheets();
  editNames();
  if (removed.length > 0) editViews();
  if (change.isRecalculated) {
    const calculation = childNamed(document, "calcPr");
    if (calculation)
      edits.replace(
        calculation.start,
        calculation.startTagEnd,
        editedTag(tagText(text, calculation), { fullCalcOnLoad: 1 }),
      );
    else
      edits.insert(
        document.children.findLast(({ name }) => BEFORE_CALCULATION.includes(name))?.end ?? document.root.contentEnd,
        elementXml(`${prefix}calcPr`, { fullCalcOnLoad: 1 }),
      );
  }
  return edits.isEmpty ? text : edits.applied();

  function editSheets(): void {
    for (const sheet of sheets) {
      const changed = change.sheets.get(nameOf(sheet));
      if (change.removedSheets.has(nameOf(sheet))) edits.replace(sheet.start, sheet.end, "");
      else if (changed && (changed.name !== undefined || changed.visibility !== undefined)) {
        const state = stateOf(changed.visibility);
        edits.replace(
          sheet.start,
          sheet.startTagEnd,
          editedTag(tagText(text, sheet), {
            ...(changed.name === undefined ? {} : { name: changed.name }),
            ...(changed.visibility === undefined ? {} : { state }),
          }),
        );
      }
    }
    if (change.newSheets.length === 0) return;
    const relation = relationshipPrefix(sheets);
    let id = Math.max(0, ...sheets.map(({ attributes }) => Number(attributes.sheetId ?? 0)));
    const xml = change.newSheets.map(({ name, relationship, visibility }) =>
      elementXml(`${prefix}sheet`, { name, sheetId: ++id, state: stateOf(visibility), ...relation(relationship) }),
    );
    addToList(text, document, edits, { name: "sheets", after: [] }, xml.join(""));
  }

  function editNames(): void {
    const added: string[] = [];
    for (const [name, formula] of change.names) {
      const known = under("definedNames").find(
        (one) => same(nameOf(one), name) && one.attributes.localSheetId === undefined,
      );
      if (known && formula === undefined) edits.replace(known.start, known.end, "");
      else if (known && formula !== undefined) edits.replace(known.startTagEnd, known.contentEnd, textXml(formula));
      else if (formula !== undefined) added.push(elementXml(`${prefix}definedName`, { name }, textXml(formula)));
    }
    if (removed.length > 0) renumberNames();
    if (added.length > 0)
      addToList(text, document, edits, { name: "definedNames", after: BEFORE_NAMES }, added.join(""));
  }

  /** Names of one sheet alone say which by its place among the sheets. */
  function renumberNames(): void {
    for (const name of under("definedNames")) {
      if (name.attributes.localSheetId === undefined) continue;
      const at = Number(name.attributes.localSheetId);
      if (removed.includes(at)) edits.replace(name.start, name.end, "");
      else
        edits.replace(
          name.start,
          name.startTagEnd,
          editedTag(tagText(text, name), { localSheetId: at - removed.filter((one) => one < at).length }),
        );
    }
  }

  /** Which tab is open is said by its place among the sheets, too. */
  function editViews(): void {
    for (const view of under("bookViews"))
      edits.replace(
        view.start,
        view.startTagEnd,
        editedTag(tagText(text, view), { activeTab: undefined, firstSheet: undefined }),
      );
  }
}

const stateOf = (visibility: string | undefined): string | undefined =>
  visibility === "very-hidden" ? "veryHidden" : visibility === "hidden" ? "hidden" : undefined;

/** How the sheets of the file name their relationships, whatever prefix they use for it. */
function relationshipPrefix(sheets: readonly Placed[]): (id: string) => Readonly<Record<string, string>> {
  const known = Object.keys(sheets[0]?.attributes ?? {}).find((name) => /:id$/.test(name));
  return (id) => (known === undefined ? { "xmlns:r": RELATIONSHIPS, "r:id": id } : { [known]: id });
}
