import { useEffect, useState } from "preact/hooks";
import { saveFile } from "../../page/save-file.ts";
import { Field, FieldSet } from "../parts/fields.tsx";
import { Outcome } from "../parts/outcome.tsx";
import type { ErasureDesk, ErasureState } from "./erasure-desk.ts";

function doingNow({ busy, soFar: { steps, rows } }: ErasureState): string | undefined {
  if (busy === "looking") return "Going through everything that was sent …";
  if (busy !== "erasing") return undefined;
  return steps === 0 ? "Erasing …" : `Erasing: step ${steps} is done, ${rows} rows have gone so far …`;
}

const whatWouldGo = (rows: number): string =>
  rows === 0
    ? "No list that was sent has this child: there is nothing to erase."
    : `${rows} ${rows === 1 ? "row" : "rows"} would go, from every version of every team's months. They cannot be brought back.`;

function Confirm({ desk, isBusy }: { readonly desk: ErasureDesk; readonly isBusy: boolean }) {
  const [again, setAgain] = useState("");
  const [agreedBy, setAgreedBy] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void desk.erase(again, agreedBy);
      }}
    >
      <FieldSet title="Erase these rows">
        <Field label="The same reference again" value={again} onType={setAgain} />
        <Field
          label="Who else has agreed"
          value={agreedBy}
          onType={setAgreedBy}
          note="Where your council asks for a second person. It stands on the certificate and is not sent to the service."
        />
        <div class="side">
          <button type="submit" class="main" disabled={isBusy || again.trim() === ""}>
            Erase for good
          </button>
          <button
            type="button"
            disabled={isBusy}
            onClick={() => {
              desk.close();
            }}
          >
            Cancel
          </button>
        </div>
      </FieldSet>
    </form>
  );
}

function Certificate({ text, desk }: { readonly text: string; readonly desk: ErasureDesk }) {
  return (
    <>
      <pre class="certificate">{text}</pre>
      <div class="side">
        <button
          type="button"
          class="main"
          onClick={() => {
            saveFile(new Blob([text], { type: "text/plain" }), "certificate-of-erasure.txt");
          }}
        >
          Save the certificate
        </button>
        <button
          type="button"
          onClick={() => {
            desk.close();
          }}
        >
          Done
        </button>
      </div>
    </>
  );
}

/** Taking a child out of everything that was sent. */
export function ErasureSection({ desk }: { readonly desk: ErasureDesk }) {
  const { found, busy, problem, certificate } = desk.state.value;
  const [childRef, setChildRef] = useState("");
  // A reference does not stay on the screen of whoever looks at something else in between.
  useEffect(
    () => () => {
      desk.close();
    },
    [desk],
  );
  const isBusy = busy !== undefined;
  return (
    <section>
      <h2 id="title">Erasing a child</h2>
      <p class="note">
        For when a child's data must go, such as after a request that your council has granted. The reference is sent to
        find the rows and kept nowhere. The workbooks of managers are not touched.
      </p>
      <Outcome
        problem={problem}
        done={certificate === undefined ? undefined : "The rows have gone. Keep the certificate."}
        doing={doingNow(desk.state.value)}
      />
      {certificate !== undefined && <Certificate text={certificate} desk={desk} />}
      {certificate === undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void desk.look(childRef);
          }}
        >
          <Field label="The child's reference" value={childRef} onType={setChildRef} />
          <div class="side">
            <button type="submit" disabled={isBusy || childRef.trim() === ""}>
              See what would go
            </button>
          </div>
        </form>
      )}
      {found && <p>{whatWouldGo(found.rows)}</p>}
      {found && found.rows > 0 && <Confirm key={found.childRef} desk={desk} isBusy={isBusy} />}
    </section>
  );
}
