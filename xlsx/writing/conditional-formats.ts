import { cellAddress } from "../addresses.ts";
import { quoted, requireFormula, requireRange } from "./rules-of-excel.ts";
import type { Styles } from "./styles-part.ts";
import { elementXml, textXml } from "./xml-text.ts";

/** How cells of a range look while something holds; earlier ones win over later ones. */
export interface ConditionalFormat {
  readonly range: string;
  readonly when:
    | { readonly kind: "equals"; readonly text: string }
    | { readonly kind: "begins-with"; readonly text: string }
    /** Written for the range's first cell: `$C5="No"`. */
    | { readonly kind: "expression"; readonly formula: string };
  /** Its font's colour and weight and its fill apply. */
  readonly style: string;
}

export const conditionalFormatsXml = (formats: readonly ConditionalFormat[], styles: Styles): string =>
  formats
    .map(({ range, when, style }, at) => {
      const { top, left } = requireRange(range);
      const shared = { dxfId: styles.conditional(style), priority: at + 1 };
      return elementXml("conditionalFormatting", { sqref: range }, ruleXml(when, shared, cellAddress(top, left)));
    })
    .join("");

function ruleXml(when: ConditionalFormat["when"], shared: { dxfId: number; priority: number }, first: string): string {
  switch (when.kind) {
    case "equals":
      return ruleElement({ type: "cellIs", ...shared, operator: "equal" }, quoted(when.text));
    case "begins-with": {
      const text = quoted(when.text);
      const attributes = { type: "beginsWith", ...shared, operator: "beginsWith", text: when.text };
      return ruleElement(attributes, `LEFT(${first},LEN(${text}))=${text}`);
    }
    case "expression":
      return ruleElement({ type: "expression", ...shared }, requireFormula(when.formula));
  }
}

const ruleElement = (attributes: Readonly<Record<string, string | number>>, formula: string): string =>
  elementXml("cfRule", attributes, `<formula>${textXml(formula)}</formula>`);
