import { OFFICE, SPREADSHEET } from "./writing/content-types.ts";
import { APP_PROPERTIES_XML, corePropertiesXml } from "./writing/document-properties.ts";
import { METADATA_XML } from "./writing/metadata-part.ts";
import type { SheetModel, WorkbookModel } from "./writing/model.ts";
import { Package } from "./writing/package.ts";
import { createSharedStrings } from "./writing/shared-strings-part.ts";
import { sheetPartXml } from "./writing/sheet-part.ts";
import { createStyles } from "./writing/styles-part.ts";
import { tablePartXml } from "./writing/table-part.ts";
import { taskPanesXml, webExtensionXml } from "./writing/web-extension-parts.ts";
import { activeSheet, workbookPartXml } from "./writing/workbook-part.ts";

const OFFICE_2011 = "http://schemas.microsoft.com/office/2011/relationships";
const WORKBOOK = "xl/workbook.xml";
const TASK_PANES = "xl/webextensions/taskpanes.xml";

/**
 * An .xlsx file laid out as Excel itself writes one; the same model gives the same bytes.
 * Throws if the model breaks one of Excel's rules, which is a mistake in the code that made it.
 */
export function writeWorkbook(model: WorkbookModel): Uint8Array {
  const file = new Package();
  file.relate("", `${OFFICE}/officeDocument`, WORKBOOK);
  addProperties(file, model);
  addSheets(file, model);
  if (model.addIn) addAddIn(file, model.addIn);
  return file.zip();
}

function addSheets(file: Package, model: WorkbookModel): void {
  const parts = { strings: createSharedStrings(), styles: createStyles(model.styles ?? {}) };
  const active = activeSheet(model);
  let tables = 0;
  const relationships = model.sheets.map((sheet, at) => {
    const path = `xl/worksheets/sheet${at + 1}.xml`;
    const links = (sheet.tables ?? []).map((table) => {
      const tablePath = `xl/tables/table${++tables}.xml`;
      file.add(tablePath, `${SPREADSHEET}.table+xml`, tablePartXml(table, sheet, tables));
      return file.relate(path, `${OFFICE}/table`, tablePath);
    });
    file.add(path, `${SPREADSHEET}.worksheet+xml`, sheetPartXml(sheet, parts, links, at === active));
    return file.relate(WORKBOOK, `${OFFICE}/worksheet`, path);
  });
  file.add(WORKBOOK, `${SPREADSHEET}.sheet.main+xml`, workbookPartXml(model, relationships));
  addToWorkbook(file, "styles", parts.styles.xml());
  addToWorkbook(file, "sharedStrings", parts.strings.xml());
  if (model.sheets.some(hasSpill)) addToWorkbook(file, "metadata", METADATA_XML, "sheetMetadata");
}

function addToWorkbook(file: Package, name: string, xml: string, kind = name): void {
  file.add(`xl/${name}.xml`, `${SPREADSHEET}.${kind}+xml`, xml);
  file.relate(WORKBOOK, `${OFFICE}/${kind}`, `xl/${name}.xml`);
}

const hasSpill = ({ rows }: SheetModel): boolean =>
  rows.some((cells) => cells.some((cell) => typeof cell === "object" && "spill" in cell));

function addProperties(file: Package, model: WorkbookModel): void {
  const core = "application/vnd.openxmlformats-package.core-properties+xml";
  file.add("docProps/core.xml", core, corePropertiesXml(model));
  file.relate(
    "",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/core.xml",
  );
  const app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
  file.add("docProps/app.xml", app, APP_PROPERTIES_XML);
  file.relate("", `${OFFICE}/extended-properties`, "docProps/app.xml");
}

function addAddIn(file: Package, addIn: NonNullable<WorkbookModel["addIn"]>): void {
  const path = "xl/webextensions/webextension1.xml";
  file.add(path, "application/vnd.ms-office.webextension+xml", webExtensionXml(addIn));
  const id = file.relate(TASK_PANES, `${OFFICE_2011}/webextension`, path);
  file.add(TASK_PANES, "application/vnd.ms-office.webextensiontaskpanes+xml", taskPanesXml(id));
  file.relate("", `${OFFICE_2011}/webextensiontaskpanes`, TASK_PANES);
}
