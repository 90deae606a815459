/** The scheduled function: reminds teams of the snapshot that the month before still owes, and sweeps up after uploads. */
import { deployedTable, log } from "./lambda.ts";
import { policyOn } from "./policies/versions.ts";
import { remind } from "./snapshots/reminder.ts";
import { endpoint, settings } from "./settings.ts";
import { sweepAbandoned } from "./snapshots/sweep.ts";
import { snsTopic } from "./store/sns.ts";

const { reminderTopic, ...where } = settings("tableName", "region", "reminderTopic");
const table = deployedTable(where, endpoint());
const publish = snsTopic(reminderTopic, where.region);

export const handler = async (): Promise<void> => {
  await remind({ table, publish, log, now: () => new Date(), policyOn: (day) => policyOn({ table }, day) });
  log("uploads-swept", { count: await sweepAbandoned({ table }) });
};
