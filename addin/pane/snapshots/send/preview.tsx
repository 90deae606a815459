import { count, rowsNamed } from "../../../../rules/text.ts";
import { monthName } from "../../../../rules/months.ts";
import type { Preview } from "../../../sending/sender.ts";
import { showIsoDay, verdictsLine } from "../words.ts";

const MOST_ROWS = 20;

function Sentences({ heading, sentences }: { readonly heading: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div class="decision">
      <h4>{heading}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function heldBackLine(rows: readonly number[]): string {
  const more = rows.length - MOST_ROWS;
  return `Held back, because the child ref is blank or looks like a name: ${rowsNamed(rows.slice(0, MOST_ROWS))}${more > 0 ? `, and ${more} more` : ""}.`;
}

function Leaves({ preview: { sent, example, staysBehind } }: { readonly preview: Preview }) {
  return (
    <>
      <details>
        <summary>{`What leaves the workbook: ${count(sent.length, "column")}`}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Stored as</th>
            </tr>
          </thead>
          <tbody>
            {sent.map(({ field, header, storedAs }) => (
              <tr key={field}>
                <th scope="row">{header}</th>
                <td>{storedAs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {example.length > 0 && (
        <details>
          <summary>The first row, as it will be stored</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">Stored</th>
              </tr>
            </thead>
            <tbody>
              {example.map(({ header, stored }) => (
                <tr key={header}>
                  <th scope="row">{header}</th>
                  <td>{stored}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <details>
        <summary>{`What stays behind: ${count(staysBehind.length, "column")}`}</summary>
        {staysBehind.length === 0 ? (
          <p>Every column of this list is read.</p>
        ) : (
          <ul>
            {staysBehind.map((header) => (
              <li key={header}>{header}</li>
            ))}
          </ul>
        )}
      </details>
    </>
  );
}

/** Takes the reader to what has just appeared; it runs once, when it does. */
const focusHere = (heading: HTMLElement | null): void => {
  heading?.focus();
};

/** Everything that would leave the workbook, before any of it does. */
export function PreviewPart({
  preview,
  team,
  onSend,
}: {
  readonly preview: Preview;
  readonly team: string;
  readonly onSend: () => void;
}) {
  const { month, asOf, rows, heldBack, ofOtherTeams, datesAfter, verdicts, blocks, warnings } = preview;
  // Where it is blocked before a row is read there is nothing to count.
  const isLookedAt = rows > 0 || blocks.length === 0;
  return (
    <section class="panel" aria-labelledby="preview">
      <h3
        id="preview"
        tabIndex={-1}
        ref={focusHere}
      >{`${team}, ${monthName(month)}: ${blocks.length > 0 ? "cannot be sent yet" : "what would be sent"}`}</h3>
      <Sentences heading="Before it can be sent" sentences={blocks} />
      {isLookedAt && <p>{`${count(rows, "row")} as of ${showIsoDay(asOf)}: ${verdictsLine(verdicts)}.`}</p>}
      {ofOtherTeams > 0 && (
        <p>{`${count(ofOtherTeams, "row")} of other teams ${ofOtherTeams === 1 ? "is" : "are"} left out.`}</p>
      )}
      {heldBack.length > 0 && <p>{heldBackLine(heldBack)}</p>}
      {datesAfter > 0 && <p>{`${count(datesAfter, "date lies", "dates lie")} after ${showIsoDay(asOf)}.`}</p>}
      <Sentences heading="Look at this first" sentences={warnings} />
      {isLookedAt && <Leaves preview={preview} />}
      {blocks.length === 0 && (
        <p class="buttons">
          <button type="button" class="main" onClick={onSend}>{`Send ${monthName(month)}`}</button>
        </p>
      )}
    </section>
  );
}
