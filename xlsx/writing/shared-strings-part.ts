import { insist } from "./rules-of-excel.ts";
import { elementXml, MAIN, textXml, XML_START } from "./xml-text.ts";

/** Gathers the texts of all sheets, each once. */
export interface SharedStrings {
  numberOf(text: string): number;
  xml(): string;
}

const MAX_TEXT = 32_767;

export function createSharedStrings(): SharedStrings {
  const numbers = new Map<string, number>();
  let uses = 0;
  return {
    numberOf(text) {
      insist(text.length <= MAX_TEXT, `A text of ${text.length} characters is longer than a cell can hold.`);
      uses++;
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
    },
    xml: () =>
      XML_START +
      elementXml(
        "sst",
        { xmlns: MAIN, count: uses, uniqueCount: numbers.size },
        Array.from(numbers.keys(), (text) => elementXml("si", {}, stringXml(text))).join(""),
      ),
  };
}

const stringXml = (text: string): string =>
  elementXml("t", { "xml:space": /^\s|\s$|[\n\t]/.test(text) ? "preserve" : undefined }, textXml(text));
