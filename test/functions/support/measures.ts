import { who, type Service } from "../snapshots/service.ts";

export const FROM_TO = "?from=2024-10&to=2024-11";
export interface Month {
  readonly team: string;
  readonly month: string;
  readonly isRounded: boolean;
  readonly measures: Record<string, { count: number; of?: number; percent?: number } | null>;
}

/** The measures by team and month that somebody is shown. */
export const months = async (service: Service, as = who(), query = FROM_TO) =>
  (await service.send("GET", `/measures${query}`, undefined, {}, as)).json.items as Month[];
