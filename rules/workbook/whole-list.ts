import { headerText } from "../headers.ts";
import type { StatusCode } from "../status.ts";
import { fold } from "../text.ts";
import type { Allocations } from "./allocations.ts";
import type { ListChoice } from "./choices.ts";

/** What all cases of a list have in common. */
export interface WholeList {
  readonly status?: StatusCode;
  readonly team?: string;
}

/** Ofsted's Annex A: the lists whose children are all of one status, which they have no column for. */
const ANNEX_A: readonly { readonly list: number; readonly status: StatusCode; readonly title: string }[] = [
  { list: 7, status: "CP", title: "childprotection" },
  { list: 8, status: "CLA", title: "lookedafter" },
];

const CHILD_ID = fold("Child Unique ID");

/** The status of every case on a list, where it says so by being one of Annex A's. */
function statusOfAnnexA(sheet: string, { headers, table }: Pick<Allocations, "headers" | "table">) {
  if (!headers.some((header) => fold(headerText(header)) === CHILD_ID)) return undefined;
  const names = [sheet, table ?? ""];
  return ANNEX_A.find(({ list, title }) =>
    names.some((name) => new RegExp(`\\blist[ _]*${list}(?!\\d)`, "i").test(name) || fold(name).includes(title)),
  )?.status;
}

/** What is known of a list as a whole: what a person has said counts first. A column of its own counts before both. */
export function wholeOf(
  sheet: string,
  allocations: Pick<Allocations, "headers" | "mapping" | "table">,
  said: ListChoice | undefined,
): WholeList | undefined {
  const has = (field: "status" | "team"): boolean => allocations.mapping.columns.has(field);
  const status = has("status") ? undefined : (said?.status ?? statusOfAnnexA(sheet, allocations));
  const team = has("team") ? undefined : said?.team;
  return status === undefined && team === undefined
    ? undefined
    : { ...(status !== undefined && { status }), ...(team !== undefined && { team }) };
}
