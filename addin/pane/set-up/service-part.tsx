import { count, rowsNamed } from "../../../rules/text.ts";
import type { Service, ServiceState, Validation } from "../../service/service.ts";
import { SENT } from "../parts/what-is-sent.tsx";

const STATES: Readonly<Record<ServiceState, string>> = {
  none: "This copy of the add-in was set up without a council's service. Everything is checked here.",
  "signed-out": "Signed out. Rows are checked here, by what this workbook holds.",
  "signing-in": "Signing in …",
  online: "Connected.",
  offline: "It does not answer, and is asked again by itself. Rows are checked here meanwhile.",
  failed: "It answers with faults. Rows are checked here meanwhile.",
};

const MOST_ROWS = 20;

function ValidationPart({ validation: { answered, of, heldBack, differences } }: { readonly validation: Validation }) {
  const more = heldBack.length - MOST_ROWS;
  return (
    <>
      <p>{`It has answered for ${answered} of ${count(of, "row")}.`}</p>
      {heldBack.length > 0 && (
        <p>{`Not sent, because the child ref is blank or looks like a name: ${rowsNamed(heldBack.slice(0, MOST_ROWS))}${more > 0 ? `, and ${more} more` : ""}.`}</p>
      )}
      {differences.length > 0 && (
        <ul>
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function AccountPart({ service }: { readonly service: Service }) {
  const account = service.account.value;
  const state = service.state.value;
  if (state === "signed-out")
    return (
      <p class="buttons">
        <button
          type="button"
          onClick={() => {
            void service.signIn();
          }}
        >
          Sign in
        </button>
      </p>
    );
  return (
    <>
      {account && (
        <p>{`Signed in as ${account.name}${account.roles.length > 0 ? ` (${account.roles.join(", ")})` : ""}.`}</p>
      )}
      <p class="buttons">
        {(state === "offline" || state === "failed") && (
          <button
            type="button"
            onClick={() => {
              service.retry();
            }}
          >
            Ask again now
          </button>
        )}
        {account && (
          <button
            type="button"
            onClick={() => {
              void service.signOut();
            }}
          >
            Sign out
          </button>
        )}
      </p>
    </>
  );
}

/** The council's service: whether to check with it too, what that sends, and what it has answered. */
export function ServicePart({ service }: { readonly service: Service }) {
  const state = service.state.value;
  const validation = service.validation.value;
  return (
    <section class="panel" aria-labelledby="service">
      <h2 id="service" tabIndex={-1}>
        The council's service
      </h2>
      <p>{STATES[state]}</p>
      {service.problem.value !== undefined && <p>{service.problem.value}</p>}
      {state !== "none" && (
        <>
          <AccountPart service={service} />
          <label class="switch">
            <input
              type="checkbox"
              role="switch"
              checked={service.isChecking.value}
              aria-describedby="sent"
              onChange={(event) => {
                service.isChecking.value = event.currentTarget.checked;
                // What is sent stands right below the switch.
                service.hasExplained.value = true;
              }}
            />
            Check with the council's service
          </label>
          <div id="sent" class="note">
            {SENT.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {service.isChecking.value && validation && <ValidationPart validation={validation} />}
        </>
      )}
    </section>
  );
}
