import { count } from "../../../rules/text.ts";
import type { CellChange } from "../../checking/cell-changes.ts";

/** Cells that will change, each with what it shows before and after. */
export function ChangeList({ changes }: { readonly changes: readonly CellChange[] }) {
  return (
    <>
      <p>{`${count(changes.length, "cell")} will change:`}</p>
      <ul class="changes">
        {changes.map(({ address, header, before, after }) => (
          <li
            key={address}
          >{`${address} '${header}': ${before === "" ? "blank" : before} becomes ${after === "" ? "blank" : after}`}</li>
        ))}
      </ul>
    </>
  );
}
