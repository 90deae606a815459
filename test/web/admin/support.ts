import { openAdmin, type Admin, type Sections } from "../../../web/admin/admin.ts";
import type { PageConnection } from "../../../client/page/connection.ts";
import { aService, PEOPLE, type Name, type Service } from "../../functions/support/service.ts";
import { tokenFor } from "../../functions/support/tokens.ts";

export const TODAY = "2024-11-30";

export interface Opened {
  readonly service: Service;
  readonly admin: Admin;
  readonly sections: Sections;
  /** The methods and paths that the page asked for. */
  readonly asked: string[];
  /** Stands in for the next answer to a request, such as "PUT /policy". */
  readonly instead: Map<string, (real: () => Promise<Response>) => Promise<Response>>;
}

/** The administration's page over the real service, with somebody to sign in. */
export async function open(who: Name = "admin", service?: Service): Promise<Omit<Opened, "sections">> {
  const over = service ?? (await aService());
  const asked: string[] = [];
  const instead: Opened["instead"] = new Map();
  const connected: PageConnection = {
    api: "/api/v1",
    isDemo: true,
    signIn: { token: () => tokenFor(PEOPLE[who]), signIn: () => Promise.resolve(), signOut: () => Promise.resolve() },
  };
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const name = `${init.method ?? "GET"} ${address.replace("/api/v1", "")}`;
    asked.push(name);
    const real = async (): Promise<Response> => over.app.request(address, init);
    const other = instead.get(name);
    instead.delete(name);
    return other ? other(real) : real();
  };
  const admin = openAdmin({ connection: Promise.resolve(connected), fetch, today: () => TODAY });
  await Promise.resolve();
  return { service: over, admin, asked, instead };
}

/** Signed in as the administrator. */
export async function opened(service?: Service): Promise<Opened> {
  const page = await open("admin", service);
  await page.admin.signIn();
  const state = page.admin.state.value;
  if (state.is !== "open") throw new Error(`The page is ${state.is}.`);
  return { ...page, sections: state.content };
}
