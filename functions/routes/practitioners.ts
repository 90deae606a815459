import { Hono, type Context } from "hono";
import { audit } from "../http/audit.ts";
import { preconditionFailed, etagOf, expectedOf } from "../http/etag.ts";
import { accept, requireTeam, type Env } from "../http/accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { pageOfEntries } from "../http/paging.ts";
import { teamIdOf } from "../policies/teams.ts";
import { Refusal } from "../http/problem.ts";
import {
  practitionerOf,
  REGISTRATION_FIELDS,
  registerOf,
  visibleTo,
  type SentPractitioner,
  type StoredPractitioner,
} from "../people/register.ts";
import { keys, partitions } from "../store/keys.ts";

/** The practitioner as they will stand. Their registration is an Admin's word: anyone else leaves it as it is, or is refused. */
function practitionerFrom(
  c: Context<Env>,
  id: string,
  team: string,
  sent: SentPractitioner,
  stored: StoredPractitioner | undefined,
): StoredPractitioner {
  const made: StoredPractitioner = { ...sent, id, team };
  if (c.var.caller.roles.includes("Admin")) return made;
  const changed = REGISTRATION_FIELDS.filter((field) => sent[field] !== undefined && sent[field] !== stored?.[field]);
  if (changed.length > 0) {
    throw new Refusal(
      403,
      "Only an administrator may change a registration. Leave these out, and ask an administrator to set them.",
      changed,
    );
  }
  for (const field of REGISTRATION_FIELDS) made[field] = stored?.[field];
  return made;
}

/** Refuses a second entry whose staff number differs only in its capitals: a check could not tell the two apart. */
async function requireUnlike(deps: Dependencies, id: string): Promise<void> {
  const register = await registerOf(deps);
  if (register.some((one) => typeof one.id === "string" && one.id.toLowerCase() === id.toLowerCase())) {
    throw new Refusal(
      409,
      "Someone is on the register under this staff number, written with other capitals. Change their entry instead.",
    );
  }
}

/** The council's register of practitioners. */
export const practitionerRoutes = (deps: Dependencies) =>
  new Hono<Env>()
    .get("/practitioners", accept("GET /practitioners"), async (c) => {
      const page = await pageOfEntries(deps.table, partitions.register, c.req.valid("query"), (entry) => ({
        ...visibleTo(c.var.caller, practitionerOf(entry)),
        etag: etagOf(entry.version),
      }));
      await audit(deps, c.var.caller, "GET /practitioners", { count: page.items.length });
      return c.json(page);
    })
    .put("/practitioners/:id", accept("PUT /practitioners/:id"), async (c) => {
      const { id } = c.req.valid("param");
      const sent = c.req.valid("json");
      const entry = await deps.table.get(keys.practitioner(id));
      const stored = entry && practitionerOf(entry);
      if (stored) requireTeam(c, stored.team);
      const team = await teamIdOf(deps, sent.team, "team");
      requireTeam(c, team);
      const practitioner = practitionerFrom(c, id, team, sent, stored);
      const expect = expectedOf(c, entry?.version);
      if (!stored) await requireUnlike(deps, id);
      await audit(deps, c.var.caller, "PUT /practitioners/:id", { team, about: id });
      const version = await deps.table.put(keys.practitioner(id), JSON.stringify(practitioner), { expect });
      if (version === undefined) throw preconditionFailed();
      c.header("etag", etagOf(version));
      return c.json({ ...practitioner, etag: etagOf(version) }, stored ? 200 : 201);
    });
