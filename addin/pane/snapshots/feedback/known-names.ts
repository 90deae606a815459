import { typed } from "../../../../rules/read.ts";
import type { Basis } from "../../../checking/basis.ts";
import { peopleOnSheet } from "../../people/people-on-sheet.ts";
import type { Reading } from "../../reading.ts";
import { RefsOnSheet } from "../history/refs.ts";
import type { KnownNames } from "./looks-named.ts";

/** Whom the sheet and the register know, to compare a text with; worked out only when a text is to be sent. */
export function knownIn(reading: Reading | undefined, { policy, register }: Basis): KnownNames {
  const onSheet = reading ? peopleOnSheet(reading).map(({ name }) => name) : [];
  const onRegister = (register?.practitioners ?? []).map(({ name }) => typed(name)).filter((name) => name !== "");
  return { policy, names: [...new Set([...onSheet, ...onRegister])], refs: new RefsOnSheet(reading).all };
}
