import { encodeEscapes } from "../text-escapes.ts";

export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const entities = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");

/** Text between tags. */
export const textXml = (text: string): string => entities(encodeEscapes(text));

// XML turns a bare new line or tab in an attribute into a space.
const attributeText = (text: string): string =>
  entities(encodeEscapes(text)).replace(/[\t\n]/g, (character) => (character === "\n" ? "_x000A_" : "_x0009_"));

type AttributeValue = string | number | boolean | undefined;

/** Attributes with a space before each; undefined ones are left out, true is 1. */
const attributesXml = (attributes: Readonly<Record<string, AttributeValue>>): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${attributeText(typeof value === "boolean" ? String(Number(value)) : String(value))}"`,
    )
    .join("");

/** One element; without content it closes itself. */
export function elementXml(name: string, attributes: Readonly<Record<string, AttributeValue>>, content = ""): string {
  const start = `<${name}${attributesXml(attributes)}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** A list element with its count, or nothing if there is nothing in it. */
export const countedXml = (name: string, items: readonly string[]): string =>
  items.length === 0 ? "" : elementXml(name, { count: items.length }, items.join(""));
