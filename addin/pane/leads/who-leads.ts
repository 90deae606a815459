import { showDay } from "../../../rules/dates.ts";
import { count, list } from "../../../rules/text.ts";
import type { ListReader } from "../list-reader.ts";
import { tabSeparated } from "../../report/tab-separated.ts";

/** A line of the list that is given to the agencies involved. */
export interface LeadLine {
  readonly key: number;
  readonly childRef: string;
  readonly lead: string;
  readonly since: string;
  readonly team: string;
  readonly cover: string;
}

export interface WhoLeads {
  readonly lines: readonly LeadLine[];
  /** Rows that are not on the list, each kind as a few words. */
  readonly leftOut: readonly string[];
}

const UNREADABLE = "cannot be read";

/** Child refs with a restricted row; a cell that cannot be read counts as restricted. */
function restrictedIn(reader: ListReader): ReadonlySet<string> {
  const refs = new Set<string>();
  if (!reader.has("restricted")) return refs;
  for (const row of reader.rows()) {
    const isRestricted = row.restricted === "yes" || row.isLost("restricted");
    if (isRestricted && row.childRef !== undefined) refs.add(row.childRef.toUpperCase());
  }
  return refs;
}

/** Who leads for each child with an open case, in the order of the sheet. */
export function whoLeads(reader: ListReader): WhoLeads {
  const restricted = restrictedIn(reader);
  const lines: LeadLine[] = [];
  const left = { restricted: 0, closed: 0, unnamed: 0 };
  for (const row of reader.rows()) {
    const { childRef, lead, leadFrom, team, cover } = row;
    if (
      row.restricted === "yes" ||
      row.isLost("restricted") ||
      (childRef !== undefined && restricted.has(childRef.toUpperCase()))
    )
      left.restricted += 1;
    else if (row.isClosed) left.closed += 1;
    // What looks like a name is not handed on: the list leaves the team.
    else if (childRef === undefined || !reader.terms.isChildRef(childRef)) left.unnamed += 1;
    else {
      const shown = (field: "lead" | "leadFrom" | "cover", text: string | undefined, none = ""): string =>
        row.isLost(field) ? UNREADABLE : (text ?? none);
      lines.push({
        key: row.index,
        childRef,
        lead: shown("lead", lead?.name, "No lead recorded"),
        since: shown("leadFrom", leadFrom === undefined ? undefined : showDay(leadFrom)),
        team: team?.known?.team.name ?? team?.text ?? "",
        cover: shown("cover", cover?.name),
      });
    }
  }
  const leftOut = [
    ...(left.restricted > 0 ? [count(left.restricted, "restricted row")] : []),
    ...(left.closed > 0 ? [count(left.closed, "closed case")] : []),
    ...(left.unnamed > 0
      ? [`${count(left.unnamed, "row")} without a child ref, or with one that looks like a name`]
      : []),
  ];
  return { lines, leftOut };
}

/** "Left out: 1 restricted row and 2 closed cases." */
export const leftOutLine = ({ leftOut }: WhoLeads): string =>
  leftOut.length === 0 ? "" : `Left out: ${list(leftOut)}.`;

/** The list as text to paste. */
export const whoLeadsAsText = (title: string, { lines }: WhoLeads): string =>
  tabSeparated([
    [title],
    ["Child ref", "Lead professional", "Since", "Team", "Cover"],
    ...lines.map(({ childRef, lead, since, team, cover }) => [childRef, lead, since, team, cover]),
  ]);
