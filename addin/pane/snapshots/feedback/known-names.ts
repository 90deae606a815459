import { typed } from "../../../../rules/read.ts";
import type { CheckInputs } from "../../../checking/check-inputs.ts";
import { peopleOnSheet } from "../../people/people-on-sheet.ts";
import type { ListReader } from "../../list-reader.ts";
import { RefsOnSheet } from "../history/refs.ts";
import type { KnownNames } from "./looks-named.ts";

/** Whom the sheet and the register know, to compare a text with; worked out only when a text is to be sent. */
export function knownIn(reader: ListReader | undefined, { policy, register }: CheckInputs): KnownNames {
  const onSheet = reader ? peopleOnSheet(reader).map(({ name }) => name) : [];
  const onRegister = (register?.practitioners ?? []).map(({ name }) => typed(name)).filter((name) => name !== "");
  return { policy, names: [...new Set([...onSheet, ...onRegister])], refs: new RefsOnSheet(reader).all };
}
