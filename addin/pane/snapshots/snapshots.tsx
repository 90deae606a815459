import type { View } from "../view.ts";
import { CheckLine } from "../parts/check-line.tsx";
import { ownTeams, PARTS, type Part, type SnapshotChoice } from "./choice.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { FeedbackPart } from "./feedback/feedback-part.tsx";
import { HistoryPart } from "./history/history-part.tsx";
import { SendPart } from "./send/send-part.tsx";

interface SnapshotsProps {
  readonly model: PaneModel;
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

interface NotAManagerProps {
  readonly isWithoutTeam: boolean;
  /** Whether the service has a policy of the council's own, without which it knows no team of it. */
  readonly isCouncilKnown: boolean;
  readonly onLookAgain: () => void;
}

function NotAManager({ isWithoutTeam, isCouncilKnown, onLookAgain }: NotAManagerProps) {
  if (isWithoutTeam && !isCouncilKnown)
    return (
      <div class="empty">
        <p>
          No month can be sent yet: the service has no policy of the council's own, so it does not know the council's
          teams, nor which is yours.
        </p>
        <p>
          Ask whoever administers the service to enter the council's policy on the administration page, which takes it
          from this workbook's table Policy, and then to give you your team under Members.
        </p>
        <p>Nothing is lost meanwhile. The list and its policy stay in this workbook, and rows are checked by them.</p>
        <p>
          <button type="button" class="main" onClick={onLookAgain}>
            Look again
          </button>
        </p>
      </div>
    );
  return (
    <p class="empty">
      {isWithoutTeam
        ? "You are a manager without a team here. Ask whoever administers the council's service to add yours; then sign in again."
        : "A month is sent, and looked back at, by the managers of its team; if you are one, ask whoever administers the council's service. " +
          "Feedback may be given by everybody."}
    </p>
  );
}

function CurrentPart({ model, view }: SnapshotsProps) {
  const choice = view.snapshots;
  const part = choice.part.value;
  if (part === "feedback") return <FeedbackPart model={model} choice={choice} />;
  if (ownTeams(model).length === 0)
    return (
      <NotAManager
        isWithoutTeam={model.service.account.value?.roles.includes("Manager") ?? false}
        // Signed in, the council's own counts before these.
        isCouncilKnown={!["table", "default"].includes(model.inputs.value.from.policy)}
        onLookAgain={() => {
          model.service.retry();
        }}
      />
    );
  return part === "send" ? <SendPart model={model} choice={choice} /> : <HistoryPart model={model} choice={choice} />;
}

function SignIn({ model }: { readonly model: PaneModel }) {
  const { service } = model;
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
export function Snapshots({ model, view }: SnapshotsProps) {
  return (
    <>
      <CheckLine model={model} view={view} />
      <h1>Snapshots</h1>
      {model.service.account.value ? (
        <>
          <PartsNav choice={view.snapshots} />
          <CurrentPart model={model} view={view} />
        </>
      ) : (
        <SignIn model={model} />
      )}
    </>
  );
}
