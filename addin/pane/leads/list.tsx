import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { showDay } from "../../../rules/dates.ts";
import { count } from "../../../rules/text.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { CheckLine } from "../parts/check-line.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { Limited } from "../parts/limited.tsx";
import { useListReader } from "../use-list-reader.ts";
import type { View } from "../view.ts";
import { leftOutLine, whoLeads, whoLeadsAsText, type LeadLine } from "./who-leads.ts";

function LeadingLine({ line }: { readonly line: LeadLine }) {
  return (
    <tr>
      <th scope="row">{line.childRef}</th>
      <td>
        {line.lead}
        {line.since !== "" && <span class="sub">{`since ${line.since}`}</span>}
      </td>
      <td>
        {line.team}
        {line.cover !== "" && <span class="sub">{`cover ${line.cover}`}</span>}
      </td>
    </tr>
  );
}

/** Who leads for each child, to give to the agencies involved. */
export function WhoLeadsList({ model, view }: { readonly model: PaneModel; readonly view: View }) {
  const reader = useListReader(model);
  const found = useComputed(() => (reader.value ? whoLeads(reader.value) : { lines: [], leftOut: [] }));
  const isPrinting = useSignal(false);
  // A print takes every line, also when it is asked for by keyboard.
  useSignalEffect(() => {
    const begin = (): void => {
      isPrinting.value = true;
    };
    const end = (): void => {
      isPrinting.value = false;
    };
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  });
  const printAll = (): void => {
    isPrinting.value = true;
    // The lines must be on the page before the print is made of it.
    setTimeout(() => {
      print();
    }, 50);
  };
  const { lines } = found.value;
  const title = `Who leads, as of ${showDay(model.inputs.value.asOf)}`;
  return (
    <div class="printed">
      <CheckLine model={model} view={view} />
      <h1>{title}</h1>
      <p>{`${count(lines.length, "child with an open case", "children with an open case")}. ${leftOutLine(found.value)}`}</p>
      {lines.length > 0 && (
        <>
          <p class="buttons">
            <CopyButton
              label="Copy the list"
              text={() => whoLeadsAsText(title, found.value)}
              onCopied={() => {
                model.say(`${count(lines.length, "line")} copied. Paste the list into a message or a document.`);
              }}
            />
            <button type="button" onClick={printAll}>
              Print
            </button>
          </p>
          <p class="note">
            Where Excel does not print from a pane, copy the list instead. Give it only to those who work with these
            children.
          </p>
          <Limited items={lines} what="lines" isWhole={isPrinting.value}>
            {(shown) => (
              <table>
                <thead>
                  <tr>
                    <th scope="col">Child ref</th>
                    <th scope="col">Lead professional</th>
                    <th scope="col">Team</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((line) => (
                    <LeadingLine key={line.key} line={line} />
                  ))}
                </tbody>
              </table>
            )}
          </Limited>
        </>
      )}
    </div>
  );
}
