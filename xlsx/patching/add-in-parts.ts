import { elementXml, textXml } from "../writing/xml-text.ts";
import { taskPaneXml, taskPanesXml, webExtensionXml } from "../writing/web-extension-parts.ts";
import { addPart, freePath, relate } from "./package-lists.ts";
import type { PartTexts } from "./part-texts.ts";
import type { AddInPatch } from "./patch.ts";
import { childNamed, documentIn } from "./placed-children.ts";
import { relationshipsOf } from "./relationships-of.ts";
import { openedTag, tagText } from "./start-tag.ts";
import { TextEdits } from "./text-edits.ts";
import { prefixOf } from "./xml-scan.ts";

const OFFICE_2011 = "http://schemas.microsoft.com/office/2011/relationships";
const PANES = "application/vnd.ms-office.webextensiontaskpanes+xml";
const EXTENSION = "application/vnd.ms-office.webextension+xml";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const FUNCTIONS = "{7C84B067-C214-45C3-A712-C9D94CD141B2}";

const ofKind = (parts: PartTexts, path: string, kind: string): string[] =>
  [...relationshipsOf(parts, path).values()].flatMap((one) =>
    one.kind === kind && parts.has(one.path) ? [one.path] : [],
  );

/** Keeps what the add-in keeps in the file, in the part that is the add-in's own; those of other add-ins stay as they are. */
export function patchAddIn(parts: PartTexts, addIn: AddInPatch): void {
  const [panes] = ofKind(parts, "", "webextensiontaskpanes");
  const own = (panes === undefined ? [] : ofKind(parts, panes, "webextension")).find((path) =>
    isOf(parts.read(path), addIn.id),
  );
  if (own !== undefined) {
    parts.write(own, editExtension(parts.read(own), addIn));
    return;
  }
  const path = freePath(parts, "xl/webextensions/webextension", ".xml");
  const settings = new Map([...addIn.settings].flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  addPart(parts, path, EXTENSION, webExtensionXml({ ...addIn, settings }));
  if (panes === undefined) addPanes(parts, path);
  else addPane(parts, panes, path);
}

function isOf(text: string, id: string): boolean {
  const reference = childNamed(documentIn(text), "reference");
  return reference?.attributes.id?.toLowerCase() === id.toLowerCase();
}

function addPanes(parts: PartTexts, extension: string): void {
  const panes = "xl/webextensions/taskpanes.xml";
  const id = relate(parts, panes, `${OFFICE_2011}/webextension`, extension);
  addPart(parts, panes, PANES, taskPanesXml(id));
  relate(parts, "", `${OFFICE_2011}/webextensiontaskpanes`, panes);
}

function addPane(parts: PartTexts, panes: string, extension: string): void {
  const id = relate(parts, panes, `${OFFICE_2011}/webextension`, extension);
  const text = parts.read(panes);
  const { root } = documentIn(text);
  const edits = new TextEdits(text);
  const xml = taskPaneXml(prefixOf(root), id);
  if (root.isEmpty) edits.replace(root.start, root.end, `${openedTag(tagText(text, root))}${xml}</${root.tag}>`);
  else edits.insert(root.contentEnd, xml);
  parts.write(panes, edits.applied());
}

function editExtension(text: string, { settings, customFunctionIds }: AddInPatch): string {
  const document = documentIn(text);
  const edits = new TextEdits(text);
  const prefix = prefixOf(document.root);
  const added: string[] = [];
  for (const [name, value] of settings) {
    const known = document.grandchildren.find(
      ({ parent, attributes }) => parent?.name === "properties" && attributes.name === name,
    );
    const xml = value === undefined ? "" : elementXml(`${prefix}property`, { name, value });
    if (known) edits.replace(known.start, known.end, xml);
    else added.push(xml);
  }
  const properties = childNamed(document, "properties");
  if (properties?.isEmpty)
    edits.replace(
      properties.start,
      properties.end,
      `${openedTag(tagText(text, properties))}${added.join("")}</${properties.tag}>`,
    );
  else if (properties) edits.insert(properties.contentEnd, added.join(""));
  const missing = customFunctionIds.filter((name) => !text.includes(`>${name}<`));
  if (missing.length > 0) addFunctions(text, document.root.contentEnd, prefix, missing, edits);
  return edits.applied();
}

function addFunctions(text: string, end: number, prefix: string, names: readonly string[], edits: TextEdits): void {
  const functions = names.map((name) => `<${prefix}customFunctionIds>${textXml(name)}</${prefix}customFunctionIds>`);
  const list = new RegExp(String.raw`</(\w+:)?customFunctionIdList>`).exec(text);
  if (list) {
    edits.insert(list.index, functions.join(""));
    return;
  }
  const extension = elementXml(
    "a:ext",
    { "xmlns:a": DRAWING, uri: FUNCTIONS },
    elementXml(`${prefix}customFunctionIdList`, {}, functions.join("")),
  );
  const extensions = /<\/(\w+:)?extLst>\s*<\/(\w+:)?webextension>/.exec(text);
  edits.insert(extensions?.index ?? end, extensions ? extension : elementXml(`${prefix}extLst`, {}, extension));
}
