import { list } from "../../../rules/text.ts";
import { statusLabel, STATUS_CODES, StatusTexts, type StatusCode } from "../../../rules/status.ts";
import type { Draft } from "./draft.ts";
import { linesOf } from "./named-items.ts";

/**
 * The texts of a status that the product would read otherwise: what the council says counts, so that it is said how
 * they were read before, and a child protection text that slipped into another status is seen.
 */
export function readOtherwise({ familyHelp, statuses }: Draft, code: StatusCode): readonly string[] {
  const shipped = new StatusTexts({ familyHelp, statuses: [] });
  return linesOf(statuses[code] ?? "").flatMap((text) => {
    const meanings = shipped.meanings(text).filter((meaning) => meaning !== code);
    return meanings.length === 0
      ? []
      : [`Without this line, “${text}” is read as ${list(meanings.map(statusLabel), "or")}.`];
  });
}

/** Where a status stands among those that have texts of the council's own. */
export const placeOf = ({ statuses }: Draft, code: StatusCode): number =>
  STATUS_CODES.filter((one) => linesOf(statuses[one] ?? "").length > 0).indexOf(code);
