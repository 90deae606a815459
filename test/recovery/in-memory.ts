import { registerOf } from "../../functions/people/register.ts";
import { policyOn } from "../../functions/policies/versions.ts";
import { remind } from "../../functions/snapshots/reminder.ts";
import { keys } from "../../functions/store/keys.ts";
import type { AskAdmin } from "../../tools/recovery/transfer.ts";
import type { Dependencies } from "../../functions/dependencies.ts";
import { aService, PEOPLE as OTHERS, TEAMS } from "../functions/support/service.ts";
import { EVERYONE, PEOPLE, TEAMS_OF, type Ask } from "./people.ts";

/** An empty service over a table in memory, asked as anybody. */
export async function inMemory(changes: Partial<Dependencies> = {}) {
  const { as, deps } = await aService(changes);
  // The people of other tests, whom that service begins with.
  for (const name of Object.keys(TEAMS)) await deps.table.remove(keys.member(OTHERS[name as keyof typeof OTHERS].oid));
  const ask: Ask = async (who, method, path, body, headers = {}) => {
    const answer = await as(PEOPLE[who], method, path, { ...(body === undefined ? {} : { body }), headers });
    return { status: answer.status, etag: answer.headers.get("etag"), text: answer.text };
  };
  const member = async (): Promise<void> => {
    for (const who of EVERYONE)
      await deps.table.put(
        keys.member(PEOPLE[who].oid),
        JSON.stringify({ name: PEOPLE[who].name, teams: TEAMS_OF[who] }),
      );
  };
  /** The monthly function, in a month whose predecessor some teams have not sent. */
  const remindAll = (): Promise<void> => {
    const now = () => new Date("2025-02-05T08:00:00Z");
    return remind({
      table: deps.table,
      now,
      log: deps.log,
      publish: () => Promise.resolve(),
      policyOn: (day) => policyOn({ table: deps.table }, day),
      registerOf: () => registerOf({ table: deps.table }),
    });
  };
  return { ask, admin: adminOf(ask), member, remindAll };
}

const LINES = { "content-type": "application/x-ndjson" };

/** An Admin's way to the export and import of whatever service is asked. */
const adminOf =
  (ask: Ask): AskAdmin =>
  async (method, path, lines) => {
    const { status, text } = await ask("Admin", method, path, lines, lines === undefined ? {} : LINES);
    if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}: ${text}`);
    return text;
  };
