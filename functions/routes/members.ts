import { Hono } from "hono";
import { audit } from "../http/audit.ts";
import { preconditionFailed, etagOf, expectedOf } from "../http/etag.ts";
import { accept, type Env } from "../http/accept.ts";
import { EMAIL_ID, emailIds, memberOf, type Member } from "../people/members.ts";
import type { Dependencies } from "../dependencies.ts";
import { pageOfEntries } from "../http/paging.ts";
import { requireTeamIds } from "../policies/teams.ts";
import { Refusal } from "../http/problem.ts";
import { keys, partitions } from "../store/keys.ts";
import type { Entry } from "../store/table.ts";

/** Where a person is put who has not signed in yet and is known by e-mail address. */
const NEW = "new";

const memberAnswer = (id: string, version: number, { name, teams }: Member) => ({
  id,
  ...(name === undefined ? {} : { name }),
  teams,
  hasSignedIn: !EMAIL_ID.test(id),
  etag: etagOf(version),
});

/** Where the membership is kept, and what is kept there now. */
async function placeOf(
  deps: Dependencies,
  id: string,
  email: string | undefined,
): Promise<{ id: string; entry: Entry | undefined }> {
  if (email === undefined) {
    if (id === NEW) throw new Refusal(422, "Give the e-mail address of the person you are adding.", ["email"]);
    const entry = await deps.table.get(keys.member(id));
    if (!entry && EMAIL_ID.test(id))
      throw new Refusal(
        404,
        "Nobody is waiting under this id. The person may have signed in since: look for them in the list.",
      );
    return { id, entry };
  }
  const ids = await emailIds(deps, email);
  if (id !== NEW && !ids.includes(id))
    throw new Refusal(
      422,
      "To add a person by e-mail address, use the id “new”. Someone who has signed in needs none.",
      ["email"],
    );
  for (const one of ids) {
    const entry = await deps.table.get(keys.member(one));
    if (entry) return { id: one, entry };
  }
  return { id: ids[0], entry: undefined };
}

/** Who manages which teams. E-mail addresses are kept as keyed hashes alone. */
export const memberRoutes = (deps: Dependencies) =>
  new Hono<Env>()
    .get("/members", accept("GET /members"), async (c) => {
      const page = await pageOfEntries(deps.table, partitions.members, c.req.valid("query"), (entry) => {
        const member = memberOf(entry);
        return member.claimedBy === undefined ? memberAnswer(entry.sk, entry.version, member) : undefined;
      });
      return c.json(page);
    })
    .put("/members/:id", accept("PUT /members/:id"), async (c) => {
      const { email, name, teams } = c.req.valid("json");
      const { id, entry } = await placeOf(deps, c.req.valid("param").id, email);
      const expect = expectedOf(c, entry?.version);
      await requireTeamIds(deps, teams, "teams");
      const member: Member = { ...(name === undefined ? {} : { name }), teams: [...new Set(teams)] };
      await audit(deps, c.var.caller, "PUT /members/:id", { about: id, count: member.teams.length });
      const version = await deps.table.put(keys.member(id), JSON.stringify(member), { expect });
      if (version === undefined) throw preconditionFailed();
      c.header("etag", etagOf(version));
      return c.json(memberAnswer(id, version, member), entry ? 200 : 201);
    });
