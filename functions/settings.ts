/** What the deployed functions are told by their environment; nothing else reads it. */
export interface Settings {
  readonly tableName: string;
  readonly region: string;
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly scope: string;
  /** The secret that holds the hash keys, by its ARN. */
  readonly hashKeySecret: string;
  /** The topic that reminders are published to, by its ARN. */
  readonly reminderTopic: string;
  /** What CloudFront sends along with every request. */
  readonly originSecret: string;
}

/** By which name each setting stands in the environment. */
export const SETTING_NAMES: Readonly<Record<keyof Settings, string>> = {
  tableName: "TABLE_NAME",
  region: "AWS_REGION",
  issuer: "TOKEN_ISSUER",
  audience: "TOKEN_AUDIENCE",
  jwksUrl: "TOKEN_JWKS_URL",
  scope: "TOKEN_SCOPE",
  hashKeySecret: "HASH_KEY_SECRET",
  reminderTopic: "REMINDER_TOPIC",
  originSecret: "ORIGIN_SECRET",
};

/** Reads some of the settings; throws when the function starts, naming every one that is missing. */
export function settings<Name extends keyof Settings>(...wanted: readonly Name[]): Pick<Settings, Name> {
  const missing = wanted.map((name) => SETTING_NAMES[name]).filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`Settings missing from the environment: ${missing.join(", ")}`);
  return Object.fromEntries(wanted.map((name) => [name, process.env[SETTING_NAMES[name]]])) as Pick<Settings, Name>;
}

/** Where AWS is played by something local (AWS's own variable for it); undefined in AWS. */
export const endpoint = (): string | undefined => process.env["AWS_ENDPOINT_URL"];
