import { kentTrial2024 } from "../../rules/policies/index.ts";
import { MINUTE, SECOND, type Clock } from "../clock.ts";
import { isCount, isJsonObject, isText } from "../json.ts";
import { SignInProblem, type Fetch, type SignIn } from "./sign-in.ts";

const DEMO_MANAGER = { name: "Demo Manager", roles: ["Manager"], teams: kentTrial2024.trial.teams.map(({ id }) => id) };

/** A token is changed for a new one a little before its end. */
const BEFORE_ITS_END = 5 * MINUTE;

export interface Demo {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly person?: { readonly name: string; readonly roles: readonly string[]; readonly teams: readonly string[] };
}

/** Signs in the demo manager, or another invented person, at the issuer that `npm start` runs on this machine. */
export function demoSignIn({ fetch, clock, person = DEMO_MANAGER }: Demo): SignIn {
  let held: { readonly token: string; readonly until: number } | undefined;

  async function token(isFresh = false): Promise<string> {
    if (held && !isFresh && clock.now() < held.until) return held.token;
    const response = await fetch("/local/token", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(person),
    });
    const answer: unknown = await response.json();
    if (!response.ok || !isJsonObject(answer) || !isText(answer.access_token))
      throw new SignInProblem(`The ${person.name.toLowerCase()} could not be signed in: the local service refused.`);
    const lasts = isCount(answer.expires_in) ? answer.expires_in * SECOND : 0;
    held = { token: answer.access_token, until: clock.now() + lasts - BEFORE_ITS_END };
    return held.token;
  }

  return {
    token,
    async signIn() {
      try {
        await token(true);
      } catch (error) {
        throw error instanceof SignInProblem
          ? error
          : new SignInProblem("The local service does not answer. Start it with npm start, then sign in again.");
      }
    },
    signOut: () => {
      held = undefined;
      return Promise.resolve();
    },
  };
}
