import type { Context } from "hono";
import { canonicalJson } from "../../rules/hash.ts";
import { digest } from "../hashing/hashing.ts";
import type { Env } from "./accept.ts";
import type { Route } from "./operations.ts";
import type { Dependencies } from "../dependencies.ts";
import { jsonOf } from "../store/entries.ts";
import { Refusal } from "./problem.ts";
import { keys } from "../store/keys.ts";
import type { Entry } from "../store/table.ts";
import { callerId } from "../people/identity.ts";

const KEPT_SECONDS = 7 * 86_400;
const LONGEST = 200;

interface StoredAnswer {
  readonly request: string;
  readonly answer: unknown;
}

/**
 * Answers a request that names itself by an `Idempotency-Key` as it was answered the first time; another request under
 * the same key is refused. `request` is all of what was asked, `route` its pattern; refusals are not remembered. The
 * work is done first and remembered after, so that it must itself bear being done twice.
 */
export async function idempotent<Answer>(
  deps: Dependencies,
  c: Context<Env>,
  route: Route,
  request: unknown,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const idempotencyKey = c.req.header("idempotency-key");
  if (idempotencyKey === undefined) return work();
  if (idempotencyKey.length < 1 || idempotencyKey.length > LONGEST)
    throw new Refusal(422, `An Idempotency-Key has 1 to ${LONGEST} characters.`, ["Idempotency-Key"]);
  const key = keys.idempotency(digest(`${callerId(c.var.caller)} ${route}`), digest(idempotencyKey));
  const requestHash = digest(canonicalJson(request));
  const storedAnswer = (entry: Entry): Answer => {
    const before = jsonOf(entry) as StoredAnswer;
    if (before.request === requestHash) return before.answer as Answer;
    throw new Refusal(422, "This Idempotency-Key was used for another request. Use a new one.", ["Idempotency-Key"]);
  };
  const before = await deps.table.get(key);
  if (before) return storedAnswer(before);
  const answer = await work();
  const body = JSON.stringify({ request: requestHash, answer } satisfies StoredAnswer);
  const expiresAt = Math.floor(deps.now().getTime() / 1000) + KEPT_SECONDS;
  if ((await deps.table.put(key, body, { expect: "absent", expiresAt })) !== undefined) return answer;
  // The same request, sent twice at once: both answer what the first one does.
  const first = await deps.table.get(key);
  return first ? storedAnswer(first) : answer;
}
