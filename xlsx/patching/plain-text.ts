import { decodeEscapes } from "../text-escapes.ts";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of an element that holds nothing else. */
export function plainText(xml: string): string {
  const text = xml
    .replaceAll(/<!--[^]*?-->/g, "")
    .replaceAll(/<!\[CDATA\[([^]*?)\]\]>|&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, data, hex, decimal, name) => {
      if (typeof data === "string") return data;
      if (typeof hex === "string") return String.fromCodePoint(Number.parseInt(hex, 16));
      if (typeof decimal === "string") return String.fromCodePoint(Number(decimal));
      return ENTITIES[String(name)] ?? whole;
    });
  return decodeEscapes(text);
}
