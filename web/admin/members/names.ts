import { allPages } from "../../../client/all-pages.ts";
import type { Ask } from "../../../client/requests.ts";
import { isJsonObject, isText } from "../../../client/json.ts";

const PAGE = 200;

/** The names of members by object id, as far as the list has them. */
export async function namesOfMembers(ask: Ask): Promise<ReadonlyMap<string, string>> {
  const members = await allPages(ask, "/members", PAGE);
  return new Map(
    members.flatMap((one): [string, string][] =>
      isJsonObject(one) && isText(one.id) && isText(one.name) ? [[one.id, one.name]] : [],
    ),
  );
}

/** Who is meant by an object id and tenant: by name, where the members' list has one. */
export const nameOf = (names: ReadonlyMap<string, string>, by: string): string =>
  names.get(by.split("@")[0] ?? "") ?? by;
