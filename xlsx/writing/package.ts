import { zipSync } from "fflate";
import type { Zippable } from "fflate";
import { elementXml, XML_START } from "./xml-text.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
// The oldest a zip can hold. Made from local time because that is what a zip stores, so that every time zone agrees.
const ALWAYS = new Date(1980, 0, 1, 12);

/** Gathers parts, what they are and where they lead, and zips them: the same parts give the same bytes. */
export class Package {
  private readonly parts = new Map<string, string>();
  private readonly types: string[] = [];
  private readonly relationships = new Map<string, string[]>();

  /** Adds a part. `type` is its content type. */
  add(path: string, type: string, xml: string): void {
    this.parts.set(path, xml);
    this.types.push(elementXml("Override", { PartName: `/${path}`, ContentType: type }));
  }

  /** Says that the part at `from` ("" for the package) leads to another; gives the relationship's id. */
  relate(from: string, type: string, path: string): string {
    const listed = this.relationships.get(from) ?? [];
    const folder = from.slice(0, from.lastIndexOf("/") + 1);
    // Excel writes paths relative to the part; the tables' folder lies beside the sheets'.
    const target = path.startsWith(folder) ? path.slice(folder.length) : `../${path.slice(path.indexOf("/") + 1)}`;
    const id = `rId${listed.length + 1}`;
    this.relationships.set(from, [...listed, elementXml("Relationship", { Id: id, Type: type, Target: target })]);
    return id;
  }

  zip(): Uint8Array {
    const files: Zippable = { "[Content_Types].xml": bytes(this.contentTypes()) };
    for (const [from, listed] of this.relationships) {
      const name = from.lastIndexOf("/") + 1;
      const xml = elementXml("Relationships", { xmlns: `${PACKAGE}/relationships` }, listed.join(""));
      files[`${from.slice(0, name)}_rels/${from.slice(name)}.rels`] = bytes(XML_START + xml);
    }
    for (const [path, xml] of this.parts) files[path] = bytes(xml);
    return zipSync(files, { mtime: ALWAYS });
  }

  private contentTypes(): string {
    const defaults =
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>`;
    return XML_START + elementXml("Types", { xmlns: `${PACKAGE}/content-types` }, defaults + this.types.join(""));
  }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
