import type { AppRole } from "../../../functions/people/identity.ts";

/** An invented council's installation: where it is served from, and its two registrations in Entra ID. */
export const COUNCIL = {
  domain: "lead.example.gov.uk",
  tenant: "00000000-0000-4000-8000-000000000001",
  service: "00000000-0000-4000-8000-0000000000a1",
  addIn: "00000000-0000-4000-8000-0000000000a2",
  scope: "api://00000000-0000-4000-8000-0000000000a1/access_as_user",
} as const;

export const ENTRA = "https://login.microsoftonline.com";
export const EXCEL_ON_THE_WEB = "https://excel.officeapps.live.com";
export const OFFICE_JS = "https://appsforoffice.microsoft.com";

/** Somebody with a Microsoft account. */
export interface Person {
  readonly username: string;
  readonly name: string;
  readonly oid: string;
  readonly roles: readonly AppRole[];
  /** The account belongs to another organisation. */
  readonly isStranger?: boolean;
  /** Whose consent to the add-in is still missing. */
  readonly consent?: "their own" | "an administrator's";
  /** Entra asks for a second step (multi-factor authentication) whenever somebody is there to take it. */
  readonly secondStep?: "asked for" | "always refused";
}

const person = (first: string, number: number, more: Partial<Person> = {}): Person => ({
  username: `${first.toLowerCase()}.sample@example.gov.uk`,
  name: `${first} Sample`,
  oid: `00000000-0000-4000-8000-00000000000${number}`,
  roles: ["Manager"],
  ...more,
});

export const MAX = person("Max", 2);
export const ADA = person("Ada", 3, { roles: ["Admin"] });
export const CLEO = person("Cleo", 4, { consent: "an administrator's" });
export const CORA = person("Cora", 5, { consent: "their own" });
export const SEB = person("Seb", 6, { secondStep: "asked for" });
export const SUE = person("Sue", 7, { secondStep: "always refused" });
export const OLA = person("Ola", 8, { username: "ola.sample@elsewhere.example", isStranger: true });

export const EVERYBODY: readonly Person[] = [MAX, ADA, CLEO, CORA, SEB, SUE, OLA];
