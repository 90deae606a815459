import { showDay, toIso, type Day } from "../../rules/dates.ts";
import { headerOf } from "../../rules/fields.ts";
import { teamsIn, type Policy } from "../../rules/policy.ts";
import { hasField, type Sheet } from "../../rules/sheet.ts";
import { count } from "../../rules/text.ts";
import { servicePolicy, type ServiceInputs } from "../checking/check-inputs.ts";
import type { ServiceState } from "../service/service.ts";
import type { Account } from "../../client/responses.ts";
import { MOST_PARTS, type Content } from "./content.ts";
import type { LeftOut } from "./gather.ts";

const MOST_ROWS = 50_000;

export const nameOf = (policy: Policy, team: string): string =>
  teamsIn(policy).find(({ id }) => id === team)?.name ?? team;

/** Whether somebody manages a team: they alone may send its months. */
export const manages = (account: Account | undefined, team: string): boolean =>
  account !== undefined && account.roles.includes("Manager") && account.teams.includes(team);

/** Whether the service's policies and register have been fetched. */
export const hasReference = ({ policies }: ServiceInputs): boolean => policies !== undefined;

/** Whether rows that name no team can only be of this one. */
export const isOnlyTeam = (account: Account | undefined): boolean => account?.teams.length === 1;

export interface BlockFacts {
  readonly account: Account | undefined;
  readonly state: ServiceState;
  readonly inputs: ServiceInputs;
  readonly policy: Policy;
  readonly asOf: Day;
  readonly team: string;
  readonly columns: Sheet["columns"] | undefined;
  readonly whole: Sheet["whole"];
}

/** Why a month cannot be sent, as far as that can be told before a row is read. */
export function blocksBefore({ account, state, inputs, policy, asOf, team, columns, whole }: BlockFacts): string[] {
  const name = nameOf(policy, team);
  const person = (): string[] => {
    if (state === "none")
      return ["This add-in was set up without a council's service, so there is nowhere to send a snapshot to."];
    if (!account)
      return [
        state === "signed-out"
          ? "Sign in to the council's service to send a snapshot."
          : "Who you are is not known until the council's service answers. Try again in a moment.",
      ];
    if (!account.roles.includes("Manager"))
      return ["Only managers send snapshots. Ask whoever administers the service to make you one."];
    if (!hasReference(inputs)) return ["The council's policy and register are not fetched yet. Try again in a moment."];
    return account.teams.includes(team)
      ? []
      : [`You do not manage ${name}. Choose a team of yours, or ask whoever administers the service to add it.`];
  };
  const sheet = (): string[] => {
    if (!columns) return ["There is no list of allocations in this workbook. Open the list first."];
    if (!columns.has("childRef"))
      return [
        `The list has no column '${headerOf("childRef")}', so no child could be told from another. Choose that column in Set-up.`,
      ];
    if (hasField({ columns, whole, rows: [] }, "team") || isOnlyTeam(account)) return [];
    return [
      `You manage several teams and the list has no column '${headerOf("team")}', so nobody can tell whose rows these are. Add the column, or choose it in Set-up.`,
    ];
  };
  // The service goes by its own policy of that day, whatever the rows are checked by here.
  const held = servicePolicy(inputs, toIso(asOf));
  const known = (): string[] => {
    if (teamsIn(held?.policy ?? policy).some(({ id }) => id === team)) return [];
    return [
      held?.isShipped
        ? `The service has no policy of the council's own that is in force on ${showDay(asOf)}, so it does not know the team ${name}. Ask whoever administers the service to enter one, in force from that day or before. The list stays as it is.`
        : "The policy of that date has no such team. Choose another team or month.",
    ];
  };
  return [...person(), ...known(), ...sheet()];
}

/** Why the rows that were found cannot be sent. */
export function blocksAfter({ rows, parts }: Content, { heldBack }: LeftOut, teamName: string): string[] {
  if (rows > MOST_ROWS)
    return [
      `${count(rows, "row")} are of ${teamName}; a snapshot has ${MOST_ROWS} at most. Split the list, or look whether rows are there twice.`,
    ];
  if (parts.length > MOST_PARTS)
    return ["The list is too large to be sent. Look whether cells hold far more text than they should."];
  if (rows > 0) return [];
  const why =
    heldBack.length > 0
      ? `Each of its ${count(heldBack.length, "row")} has no child ref, or one that may be a name.`
      : "";
  return [`There is no row of ${teamName} that can be sent.${why === "" ? "" : ` ${why}`}`];
}
