import type { Choices, SentSnapshots } from "./choices.ts";
import { CHOICES_KEY } from "../../rules/workbook/kept-choices.ts";
import { command, type Context } from "./excel.ts";
import { parseChoices, writtenChoices } from "./stored-choices.ts";

const KEY = CHOICES_KEY;
/** Where a text that could not be used is put aside before it is written over, so that nothing is lost. */
const ASIDE = "LeadProfessional.unread";

/** The setting, to be read after the next sync. */
export function loadSetting({ workbook }: Context): Excel.Setting {
  return workbook.settings.getItemOrNullObject(KEY).load("value");
}

export const storedIn = (setting: Excel.Setting): ReturnType<typeof parseChoices> =>
  parseChoices(setting.isNullObject ? undefined : setting.value);

/** Writes the choices with the next sync; `setting` has been read in this very run, so that a co-author's are not undone. */
export function storeChoices(
  { workbook }: Context,
  setting: Excel.Setting,
  change: (stored: Choices) => Choices,
): void {
  const { choices, problem, unknown } = storedIn(setting);
  if (problem !== undefined) workbook.settings.add(ASIDE, setting.value);
  workbook.settings.add(KEY, writtenChoices(change(choices), unknown));
}

const sentOf = ({ receipts, unsent }: Choices): SentSnapshots => ({
  ...(receipts && { receipts }),
  ...(unsent && { unsent }),
});

/** Keeps the manager's choices. Marks and receipts are the workbook's own to know: those of the caller may be older. */
export const keepChoices = (choices: Choices): Promise<void> =>
  command("keep your choices in the workbook", async (context) => {
    const setting = loadSetting(context);
    await context.sync();
    storeChoices(context, setting, (stored) => ({ ...choices, marks: stored.marks, ...sentOf(stored) }));
    await context.sync();
  });

/** Keeps what became of snapshots, and none of the other choices. */
export const keepSent = (change: (sent: SentSnapshots) => SentSnapshots): Promise<void> =>
  command("keep the receipt in the workbook", async (context) => {
    const setting = loadSetting(context);
    await context.sync();
    storeChoices(context, setting, (stored) => ({ ...stored, ...change(sentOf(stored)) }));
    await context.sync();
  });
