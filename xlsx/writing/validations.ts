import { quoted, insist, requireFormula, requireRange } from "./rules-of-excel.ts";
import { countedXml, elementXml, textXml } from "./xml-text.ts";

/** What may be typed into a range. */
export interface Validation {
  readonly range: string;
  readonly allow:
    | { readonly kind: "list"; readonly formula: string }
    | { readonly kind: "list"; readonly items: readonly string[] }
    /** Serial numbers, both allowed themselves. */
    | { readonly kind: "date"; readonly from: number; readonly to: number };
  /** What Excel says to anything else; it refuses it, unless `isAdvice`, when it only warns. */
  readonly error: Message & { readonly isAdvice?: boolean };
  /** What Excel shows when such a cell is chosen. */
  readonly prompt?: Message;
}

interface Message {
  readonly title: string;
  readonly message: string;
}

export const validationsXml = (validations: readonly Validation[]): string =>
  countedXml("dataValidations", validations.map(validationXml));

function validationXml({ range, allow, error, prompt }: Validation): string {
  requireRange(range);
  requireMessage(error);
  if (prompt) requireMessage(prompt);
  return elementXml(
    "dataValidation",
    {
      type: allow.kind,
      errorStyle: error.isAdvice ? "warning" : undefined,
      allowBlank: true,
      showInputMessage: true,
      showErrorMessage: true,
      errorTitle: error.title,
      error: error.message,
      promptTitle: prompt?.title,
      prompt: prompt?.message,
      sqref: range,
    },
    formulasXml(allow),
  );
}

function formulasXml(allow: Validation["allow"]): string {
  if (allow.kind === "date") return `<formula1>${allow.from}</formula1><formula2>${allow.to}</formula2>`;
  const formula = "items" in allow ? inlineList(allow.items) : requireFormula(allow.formula);
  return `<formula1>${textXml(formula)}</formula1>`;
}

function inlineList(items: readonly string[]): string {
  const list = items.join(",");
  insist(
    items.length > 0 && items.every((item) => item !== "" && !item.includes(",")),
    `"${list}" is not a list of items without commas.`,
  );
  insist(list.length <= 255, `The list "${list}" is longer than 255 characters: put it on a sheet.`);
  return quoted(list);
}

function requireMessage({ title, message }: Message): void {
  insist(title.length <= 32, `The title "${title}" is longer than 32 characters.`);
  insist(message.length <= 255, `The message "${message}" is longer than 255 characters.`);
}
