/** What a council says of one deployment, in `cdk.json`. None of it is secret. */
export interface Stage {
  readonly name: string;
  /** Where people reach it, such as "lead.example.gov.uk". */
  readonly domain: string;
  /** The council's own tenant of Entra ID. */
  readonly tenantId: string;
  /** The app registration of the service, which tokens are for. */
  readonly apiClientId: string;
  /** The app registration of the add-in, which asks for them. */
  readonly addInClientId: string;
  /** Who is written to when something is wrong. */
  readonly alarmsTo: string;
  /** Whether deleting the stack leaves the table, its key and the hash keys, and whether the table refuses to be deleted. */
  readonly keepsData: boolean;
}

/** The scope of the service's app registration that the add-in asks for. */
export const SCOPE = "access_as_user";

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const FORMS: Readonly<Record<Exclude<keyof Stage, "name" | "keepsData">, readonly [RegExp, string]>> = {
  domain: [
    /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,}$/,
    "a domain name in small letters, such as lead.example.gov.uk",
  ],
  tenantId: [GUID, "the tenant's id, 32 hexadecimal digits in five groups"],
  apiClientId: [GUID, "an application's id, 32 hexadecimal digits in five groups"],
  addInClientId: [GUID, "an application's id, 32 hexadecimal digits in five groups"],
  alarmsTo: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "an e-mail address"],
};

function stageOf(name: string, held: unknown): Stage {
  const place = `context.stages.${name} in cdk.json`;
  const given: Readonly<Record<string, unknown>> = typeof held === "object" && held !== null ? { ...held } : {};
  const amiss = Object.entries(FORMS).flatMap(([key, [form, words]]) => {
    const value = given[key];
    return typeof value === "string" && form.test(value) ? [] : [`${key} must be ${words}.`];
  });
  if (typeof given["keepsData"] !== "boolean") amiss.push("keepsData must be true or false.");
  if (!/^[a-z][a-z\d]{0,15}$/.test(name)) amiss.push("A stage's name is up to 16 small letters and digits.");
  for (const key of Object.keys(given))
    if (!(key in FORMS) && key !== "keepsData") amiss.push(`${key} is not known here.`);
  if (amiss.length > 0) throw new Error(`Put this right at ${place}: ${amiss.join(" ")}`);
  return { ...(given as unknown as Stage), name };
}

/** The stages that the context describes, or the one of them that is asked for; throws a sentence for what cannot be used. */
export function stagesOf(stages: unknown, wanted?: string): readonly Stage[] {
  const held = Object.entries(typeof stages === "object" && stages !== null ? stages : {});
  const chosen = wanted === undefined ? held : held.filter(([name]) => name === wanted);
  if (chosen.length === 0)
    throw new Error(
      `There is no stage ${wanted ?? "at all"} in cdk.json. It has: ${held.map(([name]) => name).join(", ") || "none"}.`,
    );
  return chosen.map(([name, one]) => stageOf(name, one));
}
