import type { WorkbookModel } from "./model.ts";
import { elementXml, textXml, XML_START } from "./xml-text.ts";

// No dates: the same model must give the same bytes.
export const corePropertiesXml = ({ title, author }: WorkbookModel): string =>
  XML_START +
  elementXml(
    "cp:coreProperties",
    {
      "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/",
      "xmlns:dcmitype": "http://purl.org/dc/dcmitype/",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    (title === undefined ? "" : `<dc:title>${textXml(title)}</dc:title>`) +
      (author === undefined ? "" : `<dc:creator>${textXml(author)}</dc:creator>`),
  );

export const APP_PROPERTIES_XML = `${XML_START}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`;
