import type { View } from "../view.ts";
import { BasisLine } from "../parts/basis.tsx";
import { ownTeams, PARTS, type Part, type SnapshotChoice } from "./choice.ts";
import type { Desk } from "../../model/api.ts";
import { FeedbackPart } from "./feedback/feedback-part.tsx";
import { HistoryPart } from "./history/history-part.tsx";
import { SendPart } from "./send/send-part.tsx";

interface SnapshotsProps {
  readonly desk: Desk;
  readonly view: View;
}

function PartsNav({ choice: { part } }: { readonly choice: SnapshotChoice }) {
  return (
    <nav aria-label="Snapshots">
      <ul>
        {(Object.entries(PARTS) as [Part, string][]).map(([id, name]) => (
          <li key={id}>
            <button
              type="button"
              aria-current={part.value === id ? "page" : undefined}
              onClick={() => {
                part.value = id;
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NotAManager({ isWithoutTeam }: { readonly isWithoutTeam: boolean }) {
  return (
    <p class="empty">
      {isWithoutTeam
        ? "You are a manager without a team here. Ask whoever administers the council's service to add yours; then sign in again."
        : "A month is sent, and looked back at, by the managers of its team; if you are one, ask whoever administers the council's service. " +
          "Feedback may be given by everybody."}
    </p>
  );
}

function CurrentPart({ desk, view }: SnapshotsProps) {
  const choice = view.snapshots;
  const part = choice.part.value;
  if (part === "feedback") return <FeedbackPart desk={desk} choice={choice} />;
  if (ownTeams(desk).length === 0)
    return <NotAManager isWithoutTeam={desk.service.account.value?.roles.includes("Manager") ?? false} />;
  return part === "send" ? <SendPart desk={desk} choice={choice} /> : <HistoryPart desk={desk} choice={choice} />;
}

function SignIn({ desk }: { readonly desk: Desk }) {
  const { service } = desk;
  if (service.state.value === "none") {
    return (
      <p class="empty">
        This copy of the add-in was set up without a council's service, so no month can be sent. Everything else works.
      </p>
    );
  }
  if (service.state.value === "signed-out") {
    return (
      <div class="empty">
        <p>Sign in to send a month to the council's service, to look back at those sent, or to give feedback.</p>
        <p>
          <button
            type="button"
            class="main"
            onClick={() => {
              void service.signIn();
            }}
          >
            Sign in
          </button>
        </p>
      </div>
    );
  }
  const isSigningIn = service.state.value === "signing-in";
  return (
    <p class="empty">
      {isSigningIn
        ? "Signing in …"
        : "The council's service has not said yet who you are. It is asked again by itself."}
    </p>
  );
}

/** A month of a team: sent, looked back at, and spoken about. */
export function Snapshots({ desk, view }: SnapshotsProps) {
  return (
    <>
      <BasisLine desk={desk} view={view} />
      <h1>Snapshots</h1>
      {desk.service.account.value ? (
        <>
          <PartsNav choice={view.snapshots} />
          <CurrentPart desk={desk} view={view} />
        </>
      ) : (
        <SignIn desk={desk} />
      )}
    </>
  );
}
