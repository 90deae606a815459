import type { Key } from "./table.ts";

/**
 * The key map of the one table. `pk` is a partition, `sk` a place in it; months are "2024-11", versions and part
 * numbers have leading zeros so that they sort. No key holds a child's reference or a name: children are keyed
 * hashes, members an object id or a hash of an e-mail address.
 *
 * | pk | sk | what | body |
 * | --- | --- | --- | --- |
 * | POLICY | V#000001 | a version of the council's policy | JSON |
 * | REGISTER | <staff number> | a practitioner | JSON |
 * | MEMBERS | <oid or e-mail hash> | who manages which teams | JSON |
 * | TEAM#<team> | MONTH#<month>#HEAD | which version of a month is newest | JSON |
 * | TEAM#<team> | MONTH#<month>#V#000001 | a receipt with its measures | JSON |
 * | UPLOAD#<upload> | META | an upload: team, month, as of, parts, whose, its state | JSON |
 * | UPLOAD#<upload> | PART#000001 | rows of a part, columnar, compressed | bytes |
 * | UPLOAD#<upload> | FOUND#000001 | verdicts and finding keys of a part | bytes |
 * | UPLOADS | <upload> | that an upload's rows may be there; whether an erasure of them is unsettled | JSON |
 * | INDEXED | STATE | that every upload is named in UPLOADS | JSON |
 * | LEADS | <team> | who leads which child by the team's newest month | bytes |
 * | FEEDBACK | <month>#<id> | a piece of feedback | JSON |
 * | AUDIT | <time>#<id> | who did what when | JSON |
 * | ERASED | <upload>#<time> | a tombstone | JSON |
 * | ONCE#<scope hash> | <key hash> | the answer kept for an Idempotency-Key | JSON |
 * | COUNT#<what> | <whom>#<day> | a counter | number |
 * | COUNT#ANSWERED | <whom>#<day> | whom a person's checks were told of, as keyed hashes | JSON |
 * | REMINDED | <month> | that the month's reminder has been published | JSON |
 * | IMPORT | STATE | that an import is under way | JSON |
 * | HEALTH | PROBE | what the health check reads | JSON |
 */
const padded = (n: number): string => String(n).padStart(6, "0");

export const keys = {
  policy: (version: number): Key => ({ pk: "POLICY", sk: `V#${padded(version)}` }),
  practitioner: (id: string): Key => ({ pk: "REGISTER", sk: id }),
  member: (id: string): Key => ({ pk: "MEMBERS", sk: id }),
  head: (team: string, month: string): Key => ({ pk: `TEAM#${team}`, sk: `MONTH#${month}#HEAD` }),
  receipt: (team: string, month: string, version: number): Key => ({
    pk: `TEAM#${team}`,
    sk: `MONTH#${month}#V#${padded(version)}`,
  }),
  upload: (id: string): Key => ({ pk: `UPLOAD#${id}`, sk: "META" }),
  indexed: (id: string): Key => ({ pk: "UPLOADS", sk: id }),
  indexComplete: { pk: "INDEXED", sk: "STATE" } satisfies Key,
  part: (upload: string, n: number): Key => ({ pk: `UPLOAD#${upload}`, sk: `PART#${padded(n)}` }),
  found: (upload: string, n: number): Key => ({ pk: `UPLOAD#${upload}`, sk: `FOUND#${padded(n)}` }),
  leads: (team: string): Key => ({ pk: "LEADS", sk: team }),
  feedback: (month: string, id: string): Key => ({ pk: "FEEDBACK", sk: `${month}#${id}` }),
  audit: (time: string, id: string): Key => ({ pk: "AUDIT", sk: `${time}#${id}` }),
  erased: (upload: string, time: string): Key => ({ pk: "ERASED", sk: `${upload}#${time}` }),
  idempotency: (scope: string, key: string): Key => ({ pk: `ONCE#${scope}`, sk: key }),
  counter: (what: string, whom: string, day: string): Key => ({ pk: `COUNT#${what}`, sk: `${whom}#${day}` }),
  answered: (whom: string, day: string): Key => ({ pk: "COUNT#ANSWERED", sk: `${whom}#${day}` }),
  reminded: (month: string): Key => ({ pk: "REMINDED", sk: month }),
  importing: { pk: "IMPORT", sk: "STATE" } satisfies Key,
  probe: { pk: "HEALTH", sk: "PROBE" } satisfies Key,
};

/** The partitions that are listed whole. */
export const partitions = {
  policies: "POLICY",
  register: "REGISTER",
  members: "MEMBERS",
  leads: "LEADS",
  uploads: "UPLOADS",
  feedback: "FEEDBACK",
  audit: "AUDIT",
  erased: "ERASED",
  team: (team: string): string => `TEAM#${team}`,
  upload: (id: string): string => `UPLOAD#${id}`,
};
