/** The scheduled function: reminds of snapshots that the month before still owes and of registrations that end, and sweeps up after uploads. */
import { deployedTable, log } from "./lambda.ts";
import { registerOf } from "./people/register.ts";
import { policyOn } from "./policies/versions.ts";
import { remind } from "./snapshots/reminder.ts";
import { endpoint, settings } from "./settings.ts";
import { sweepAbandoned } from "./snapshots/sweep.ts";
import { snsTopic } from "./store/sns.ts";

const { reminderTopic, ...where } = settings("tableName", "region", "reminderTopic");
const table = deployedTable(where, endpoint());
const publish = snsTopic(reminderTopic, where.region);

export const handler = async (): Promise<void> => {
  await remind({
    table,
    publish,
    log,
    now: () => new Date(),
    policyOn: (day) => policyOn({ table }, day),
    registerOf: () => registerOf({ table }),
  });
  log("uploads-swept", { count: await sweepAbandoned({ table }) });
};
