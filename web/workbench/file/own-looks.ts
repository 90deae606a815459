import type { Look } from "../../../xlsx/looks/look.ts";

/** How dates are shown unless the file says otherwise. */
export const DATE_FORMAT = "dd/mm/yyyy";

const heading: Look = { isBold: true, fill: "1F3864", colour: "FFFFFF", wrap: true, vertical: "center" };

/** How the workbench shows what the file gives no look of its own. Of this nothing is written into the file. */
export const OWN_LOOKS = {
  title: { isBold: true, fontSize: 14, colour: "1F3864" },
  heading,
  checkHeading: { ...heading, fill: "44546A" },
  date: { numberFormat: DATE_FORMAT, horizontal: "left" },
} as const satisfies Readonly<Record<string, Look>>;

export type OwnLook = keyof typeof OWN_LOOKS;

const FROM_FILE = /^file-style-(\d+)$/;

/** The name by which the grid knows a style of the file. */
export const styleName = (number: number): string => `file-style-${number}`;

/** The number of the file's style that a name stands for; undefined for any other. */
export function styleNumber(name: string | undefined): number | undefined {
  const number = name === undefined ? undefined : FROM_FILE.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** How a style looks that the grid knows by its name. */
export const lookNamed = (name: string | undefined, styles: readonly Look[]): Look =>
  name === undefined
    ? {}
    : Object.hasOwn(OWN_LOOKS, name)
      ? OWN_LOOKS[name as OwnLook]
      : (styles[styleNumber(name) ?? -1] ?? {});
