import type { AddInModel } from "./model.ts";
import { insist } from "./rules-of-excel.ts";
import { elementXml, RELATIONSHIPS, textXml, XML_START } from "./xml-text.ts";

const WEB_EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const TASK_PANES = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** The part by which a workbook says which add-in's functions its formulas use. */
export function webExtensionXml({
  id,
  version,
  customFunctionIds,
  settings = new Map(),
  store,
  storeType,
}: AddInModel): string {
  for (const name of customFunctionIds) {
    insist(/^_xldudf_[A-Z0-9_]+$/.test(name), `"${name}" is not a function's name as Excel stores it.`);
  }
  const functions = customFunctionIds.map((name) => `<we:customFunctionIds>${textXml(name)}</we:customFunctionIds>`);
  const properties = [...settings].map(([name, value]) => elementXml("we:property", { name, value }));
  return (
    XML_START +
    elementXml(
      "we:webextension",
      { "xmlns:we": WEB_EXTENSION, id: `{${id.toUpperCase()}}` },
      elementXml("we:reference", { id, version, store: store ?? "developer", storeType: storeType ?? "Registry" }) +
        "<we:alternateReferences/>" +
        (properties.length > 0 ? elementXml("we:properties", {}, properties.join("")) : "<we:properties/>") +
        "<we:bindings/>" +
        elementXml("we:snapshot", { "xmlns:r": RELATIONSHIPS }) +
        (functions.length > 0
          ? elementXml(
              "we:extLst",
              {},
              elementXml(
                "a:ext",
                { "xmlns:a": DRAWING, uri: "{7C84B067-C214-45C3-A712-C9D94CD141B2}" },
                elementXml("we:customFunctionIdList", {}, functions.join("")),
              ),
            )
          : ""),
    )
  );
}

/** The pane that goes with it, closed. */
export const taskPaneXml = (prefix: string, relationship: string): string =>
  elementXml(
    `${prefix}taskpane`,
    { dockstate: "right", visibility: 0, width: 350, row: 0 },
    elementXml(`${prefix}webextensionref`, { "xmlns:r": RELATIONSHIPS, "r:id": relationship }),
  );

export const taskPanesXml = (relationship: string): string =>
  XML_START + elementXml("wetp:taskpanes", { "xmlns:wetp": TASK_PANES }, taskPaneXml("wetp:", relationship));
