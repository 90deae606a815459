import { elementXml, textXml } from "../writing/xml-text.ts";
import type { StyleChange } from "./patch.ts";
import { changedAlignment, changedFont, changesAlignment, changesFont, fillXml } from "./style-pieces.ts";
import { editedTag, openedTag, tagText } from "./start-tag.ts";
import { TextEdits } from "./text-edits.ts";
import { prefixOf, scanXml, type Element, type ElementEnd } from "./xml-scan.ts";

/** Adds styles to a styles part; those of the file keep their numbers. */
export interface StylesEditor {
  /** The number of the style that looks as another one does but for the change. */
  numberOf(from: number, change: StyleChange): number;
  /** The part's text; undefined where nothing was added. */
  changed(): string | undefined;
}

type Placed = Element & ElementEnd;

interface List {
  readonly element: Placed | undefined;
  readonly items: readonly string[];
  readonly added: string[];
}

const LISTS = ["numFmts", "fonts", "fills", "cellXfs"] as const;
type ListName = (typeof LISTS)[number];

/** The first number of a format that is the file's own. */
const OWN_FORMATS = 164;
/** Formats that Excel knows by number. */
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, "0": 1, "0.00": 2, "#,##0": 3, "0%": 9, "@": 49 };

export function editStyles(text: string): StylesEditor {
  const lists = new Map<ListName, { element: Placed | undefined; items: string[]; added: string[] }>(
    LISTS.map((name) => [name, { element: undefined, items: [], added: [] }]),
  );
  const formats = new Map<string, number>();
  let root: Placed | undefined;
  scanXml(text, {
    close(element, end) {
      const { name, parent, start, attributes } = element;
      if (!parent) root = { ...element, ...end };
      else if (parent.parent === undefined && isList(name)) listOf(name).element = { ...element, ...end };
      else if (parent.parent?.parent === undefined && isList(parent.name)) {
        listOf(parent.name).items.push(text.slice(start, end.end));
        if (name === "numFmt") formats.set(attributes.formatCode ?? "", Number(attributes.numFmtId));
      }
    },
  });
  const prefix = root ? prefixOf(root) : "";
  const known = new Map<string, number>();

  function listOf(name: ListName): { element: Placed | undefined; items: string[]; added: string[] } {
    const list = lists.get(name);
    if (!list) throw new Error(`There is no list ${name}.`);
    return list;
  }

  function add(name: ListName, xml: string): number {
    const { items, added } = listOf(name);
    const same = added.indexOf(xml);
    if (same >= 0) return items.length + same;
    return items.length + added.push(xml) - 1;
  }

  function formatNumber(code: string): number {
    const there = BUILT_IN[code] ?? formats.get(code);
    if (there !== undefined) return there;
    const number = Math.max(OWN_FORMATS - 1, ...formats.values()) + 1;
    formats.set(code, number);
    listOf("numFmts").added.push(`<${prefix}numFmt numFmtId="${number}" formatCode="${textXml(code)}"/>`);
    return number;
  }

  function changedStyle(from: number, change: StyleChange): string {
    const xml =
      listOf("cellXfs").items[from] ?? `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    const { attributes, alignment, others } = styleParts(xml);
    const { numberFormat, fill } = change;
    const next: Record<string, string | number | undefined> = { ...attributes };
    if (numberFormat !== undefined) Object.assign(next, { numFmtId: formatNumber(numberFormat), applyNumberFormat: 1 });
    if (changesFont(change)) {
      const font = listOf("fonts").items[Number(attributes.fontId ?? 0)] ?? `<${prefix}font/>`;
      Object.assign(next, { fontId: add("fonts", changedFont(font, change, prefix)), applyFont: 1 });
    }
    if (fill !== undefined)
      Object.assign(next, { fillId: fill === null ? 0 : add("fills", fillXml(fill, prefix)), applyFill: 1 });
    if (changesAlignment(change)) next.applyAlignment = 1;
    const aligned = changedAlignment(alignment, change);
    const inner = Object.values(aligned).some((one) => one !== undefined)
      ? elementXml(`${prefix}alignment`, aligned)
      : "";
    return elementXml(`${prefix}xf`, next, inner + others);
  }

  return {
    numberOf(from, change) {
      const key = JSON.stringify([from, change]);
      const number = known.get(key) ?? add("cellXfs", changedStyle(from, change));
      known.set(key, number);
      return number;
    },
    changed: () => (root ? withAdded(text, root, prefix, lists) : undefined),
  };
}

const isList = (name: string): name is ListName => LISTS.some((list) => list === name);

function styleParts(xml: string): {
  readonly attributes: Readonly<Record<string, string>>;
  readonly alignment: Readonly<Record<string, string>>;
  readonly others: string;
} {
  let attributes: Readonly<Record<string, string>> = {};
  let alignment: Readonly<Record<string, string>> = {};
  let others = "";
  scanXml(xml, {
    close({ name, parent, start, attributes: own }, { end }) {
      if (!parent) attributes = own;
      else if (name === "alignment" && parent.parent === undefined) alignment = own;
      else if (parent.parent === undefined) others += xml.slice(start, end);
    },
  });
  return { attributes, alignment, others };
}

function withAdded(text: string, root: Placed, prefix: string, lists: ReadonlyMap<ListName, List>): string | undefined {
  const edits = new TextEdits(text);
  // A list that is not there yet comes behind those that stand before it.
  let behind = root.startTagEnd;
  for (const [name, { element, items, added }] of lists) {
    behind = element?.end ?? behind;
    if (added.length === 0) continue;
    const count = items.length + added.length;
    if (!element) {
      edits.insert(behind, `<${prefix}${name} count="${count}">${added.join("")}</${prefix}${name}>`);
      continue;
    }
    const tag = editedTag(tagText(text, element), { count });
    if (element.isEmpty)
      edits.replace(element.start, element.end, `${openedTag(tag)}${added.join("")}</${prefix}${name}>`);
    else {
      edits.replace(element.start, element.startTagEnd, tag);
      edits.insert(element.contentEnd, added.join(""));
    }
  }
  return edits.isEmpty ? undefined : edits.applied();
}
