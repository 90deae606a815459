import { insist } from "./rules-of-excel.ts";
import { elementXml } from "./xml-text.ts";

/** How a cell looks. Colours are RRGGBB. */
export interface CellStyle {
  readonly font?: {
    readonly name?: string;
    /** In points. */
    readonly size?: number;
    readonly isBold?: boolean;
    readonly isItalic?: boolean;
    readonly colour?: string;
  };
  readonly fill?: string;
  /** The colour of a thin line round the cell. */
  readonly border?: string;
  readonly wrap?: boolean;
  readonly vertical?: "top" | "center" | "bottom";
  readonly horizontal?: "left" | "center" | "right";
  /** An Excel format code: "dd/mm/yyyy". */
  readonly numberFormat?: string;
}

/** A colour as an element of that name; nothing if there is none. */
export function colourXml(element: string, colour: string | undefined): string {
  if (colour === undefined) return "";
  insist(/^[0-9A-F]{6}$/i.test(colour), `"${colour}" is not a colour written RRGGBB.`);
  return elementXml(element, { rgb: `FF${colour.toUpperCase()}` });
}
