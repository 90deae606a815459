import { BooleanNumber, generateRandomId } from "@univerjs/core";
import {
  CFRuleType,
  CFSubRuleType,
  type IConditionFormattingRule,
} from "@univerjs/preset-sheets-conditional-formatting";
import { SHOWN_AS, type Verdict } from "../../../rules/finding.ts";
import { cellAddress } from "../../../xlsx/addresses.ts";
import type { CheckColumn } from "../file/check-columns.ts";
import { rangeOf } from "./areas.ts";

/** The words say the same, so nobody needs to see the colours. */
const LOOKS: Readonly<Record<Verdict, { readonly fill: string; readonly colour: string; readonly isBold?: true }>> = {
  "not-eligible": { fill: "#9C0006", colour: "#FFFFFF", isBold: true },
  action: { fill: "#FBD9C3", colour: "#7A2E00", isBold: true },
  check: { fill: "#FFF0BF", colour: "#5C4400" },
  advice: { fill: "#DCE6F4", colour: "#1F3864" },
  clear: { fill: "#E4F1E1", colour: "#1E5631" },
};

const VERDICTS = Object.keys(LOOKS) as readonly Verdict[];

/** Rows that may still be typed below a list. */
const ROOM = 500;

/** Colours for the verdicts of a column "LP check". */
export const verdictLooks = ({ kind, column, headerRow, bottom }: CheckColumn): IConditionFormattingRule[] =>
  kind === "why"
    ? []
    : VERDICTS.map((verdict): IConditionFormattingRule => {
        const { fill, colour, isBold } = LOOKS[verdict];
        return {
          cfId: generateRandomId(8),
          stopIfTrue: false,
          ranges: [rangeOf({ top: headerRow + 1, left: column, rows: bottom - headerRow + ROOM, columns: 1 })],
          rule: {
            // By a formula, as Univer's rules for texts look past what a formula has spilled.
            type: CFRuleType.highlightCell,
            subType: CFSubRuleType.formula,
            value: `=${cellAddress(headerRow + 1, column)}="${SHOWN_AS[verdict]}"`,
            style: { bg: { rgb: fill }, cl: { rgb: colour }, ...(isBold ? { bl: BooleanNumber.TRUE } : {}) },
          },
        };
      });
