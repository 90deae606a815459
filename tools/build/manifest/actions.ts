import * as z from "zod";
import { named, type Element } from "./tree.ts";

const SHORTCUTS = z.strictObject({
  actions: z.array(z.strictObject({ id: z.string(), type: z.literal("ExecuteFunction"), name: z.string().min(1) })),
  shortcuts: z.array(
    z.strictObject({
      action: z.string(),
      key: z.partialRecord(z.enum(["default", "mac", "web", "windows"]), z.string()),
    }),
  ),
});

/** Microsoft asks add-ins to keep to this pattern: Excel itself uses hardly any of it. */
const COMBINATION = /^Ctrl\+Shift\+Alt\+[A-Z0-9]$/;

/** Buttons and shortcuts that no function answers, as sentences; `shortcuts` is the text of shortcuts.json. */
export function actionProblems(root: Element, shortcuts: string, associated: ReadonlySet<string>): readonly string[] {
  const buttons = named(root, "FunctionName").map(({ text }) => text);
  const read = SHORTCUTS.safeParse(JSON.parse(shortcuts));
  if (!read.success) return ["shortcuts.json does not have the shape that Office reads."];
  const { actions, shortcuts: keys } = read.data;
  const ids = actions.map(({ id }) => id);
  const combinations = keys.flatMap(({ key }) => Object.values(key));
  return [
    ...[...buttons, ...ids]
      .filter((name) => !associated.has(name))
      .map((name) => `Nothing is associated with the action ${name}.`),
    ...keys
      .filter(({ action }) => !ids.includes(action))
      .map(({ action }) => `The shortcut of ${action} has no action.`),
    ...keys
      .filter(({ key }) => !("default" in key))
      .map(({ action }) => `The shortcut of ${action} has no default keys.`),
    ...combinations
      .filter((keys) => !COMBINATION.test(keys))
      .map((keys) => `The shortcut ${keys} must be Ctrl+Shift+Alt and one letter or digit.`),
  ];
}
