import { signal, type Signal } from "@preact/signals";
import { monthDue, monthOf, monthsOn, monthsUpTo } from "../../../rules/months.ts";
import type { PaneModel } from "../../model/pane-model.ts";

export const PARTS = { send: "Send", history: "History", feedback: "Feedback" } as const;
export type Part = keyof typeof PARTS;

/** What a person has chosen on the screens of snapshots. */
export interface SnapshotChoice {
  readonly part: Signal<Part>;
  readonly team: Signal<string | undefined>;
  readonly month: Signal<string | undefined>;
}

export const newChoice = (): SnapshotChoice => ({
  part: signal<Part>("send"),
  team: signal(undefined),
  month: signal(undefined),
});

/** Ids of the teams that the person manages, by the alphabet of their names. */
export function ownTeams({ service, inputs }: Pick<PaneModel, "service" | "inputs">): readonly string[] {
  const { roles = [], teams = [] } = service.account.value ?? {};
  const { policy } = inputs.value;
  return roles.includes("Manager")
    ? [...teams].sort((a, b) => teamName(policy, a).localeCompare(teamName(policy, b), "en-GB"))
    : [];
}

/** A team's name for people; its id where the policy does not have it. */
export const teamName = ({ trial, otherTeams }: PaneModel["inputs"]["value"]["policy"], id: string): string =>
  [...trial.teams, ...otherTeams].find((team) => team.id === id)?.name ?? id;

/** The team that was chosen, while it is one of the person's own; else the first. */
export function chosenTeam(model: Pick<PaneModel, "service" | "inputs">, { team }: SnapshotChoice): string | undefined {
  const own = ownTeams(model);
  return own.find((id) => id === team.value) ?? own[0];
}

export const chosenMonth = ({ inputs }: Pick<PaneModel, "inputs">, { month }: SnapshotChoice): string =>
  month.value ?? monthDue(inputs.value.asOf);

/** The months that may be sent or spoken of, the latest first: a year and a bit up to the check date. */
export const monthsToChoose = ({ inputs }: Pick<PaneModel, "inputs">): string[] =>
  monthsUpTo(monthOf(inputs.value.asOf), 13);

/** The span that the history is asked for: two years before the check date, and what may lie after a date set back. */
export function historySpan({ inputs }: Pick<PaneModel, "inputs">): { readonly from: string; readonly to: string } {
  const month = monthOf(inputs.value.asOf);
  return { from: monthsOn(month, -24), to: monthsOn(month, 24) };
}
