import { allPages } from "../../client/all-pages.ts";
import { POLICIES } from "../../rules/policies/index.ts";
import { teamsIn, type Policy } from "../../rules/policy.ts";
import type { RegisterSource } from "../../rules/register.ts";
import { termsOf } from "../../rules/terms.ts";
import type { InputsStore, ServiceInputs } from "../checking/check-inputs.ts";
import { readMe, readPractitioners, readVersions } from "../../client/responses.ts";
import type { Account, VersionOfPolicy } from "../../client/responses.ts";
import type { Ask } from "../../client/requests.ts";

export interface Reference {
  /** Fetches what has changed of the person, the policies and the register. Throws `Unanswered`. */
  refresh(): Promise<void>;
  /** Forgets everything that was fetched, and takes it out of what is checked with. */
  forget(): void;
}

export interface ReferenceNeeds {
  readonly ask: Ask;
  readonly store: InputsStore;
  readonly known: (account: Account) => void;
}

const PAGE = 200;
const NONE: readonly Policy[] = [];
/** Whom the service shows the register. */
const READERS = ["Manager", "Admin"];

/** The same object for the same policy, so that what was worked out from it holds; ours for one that ships with the add-in. */
function sameObject(policy: Policy, held: readonly Policy[]): Policy {
  const { hash } = termsOf(policy);
  return [...POLICIES, ...held].find((one) => termsOf(one).hash === hash) ?? policy;
}

type Policies = Required<Pick<ServiceInputs, "policies" | "shipped">>;

const isSame = (a: readonly Policy[], b: readonly Policy[]): boolean =>
  a.length === b.length && a.every((policy, index) => policy === b[index]);

const shippedOf = (versions: readonly VersionOfPolicy[], all: readonly Policy[]): readonly Policy[] =>
  all.filter((_, at) => versions[at]?.isShipped);

/** An account that was given a team of a policy that came along shows that the council works by it. */
const ofAnotherCouncil = ({ policies, shipped }: Policies, { teams }: Account): Policies =>
  shipped.some((policy) => teamsIn(policy).some(({ id }) => teams.includes(id)))
    ? { policies, shipped: NONE }
    : { policies, shipped };

/** Keeps the council's policies and register among what is checked with. */
export function createReference({ ask, store, known }: ReferenceNeeds): Reference {
  let fetched: { readonly etag: string | undefined; readonly found: Policies } | undefined;
  let register: { readonly text: string; readonly source: RegisterSource | undefined } | undefined;
  let forgotten = 0;

  async function policies(): Promise<Policies | undefined> {
    const answer = await ask({ method: "GET", path: "/policy/versions", etag: fetched?.etag });
    const before = fetched?.found;
    if (answer.isUnchanged) return before;
    const versions = readVersions(answer.json);
    const all = versions.map(({ policy }) => sameObject(policy, before?.policies ?? []));
    const found =
      before && isSame(before.policies, all) ? before : { policies: all, shipped: shippedOf(versions, all) };
    fetched = { etag: answer.etag, found };
    return found;
  }

  async function practitioners({ roles }: Account): Promise<RegisterSource | undefined> {
    if (!roles.some((role) => READERS.includes(role))) return undefined;
    const fetched = readPractitioners({ items: await allPages(ask, "/practitioners", PAGE) });
    const text = JSON.stringify(fetched);
    // A register that nobody has filled yet does not push the workbook's own aside.
    if (register?.text !== text)
      register = { text, source: fetched.length > 0 ? { practitioners: fetched } : undefined };
    return register.source;
  }

  function say(found: Policies | undefined, source: ServiceInputs["register"]): void {
    const { facts, ...before } = store.service.peek();
    const isKnown = before.policies === found?.policies && before.shipped === found?.shipped;
    if (isKnown && before.register === source) return;
    store.service.value = { ...(facts && { facts }), ...found, ...(source && { register: source }) };
  }

  return {
    async refresh() {
      const began = forgotten;
      const account = readMe((await ask({ method: "GET", path: "/me" })).json);
      known(account);
      const [versions, source] = await Promise.all([policies(), practitioners(account)]);
      if (began === forgotten) say(versions && ofAnotherCouncil(versions, account), source);
    },
    forget() {
      forgotten += 1;
      fetched = undefined;
      register = undefined;
      store.service.value = {};
    },
  };
}
