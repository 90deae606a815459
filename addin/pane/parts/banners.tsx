import type { ComponentChildren } from "preact";
import type { Service } from "../../service/service.ts";
import { showSection, withMember, type View } from "../view.ts";
import { WhatIsSent } from "./what-is-sent.tsx";

interface BannersProps {
  readonly service: Service;
  readonly view: View;
}

function Banner({ text, children }: { readonly text: string; readonly children: ComponentChildren }) {
  return (
    <div class="banner">
      <p>{text}</p>
      {children}
    </div>
  );
}

function Offline({ service }: { readonly service: Service }) {
  return (
    <Banner text="The council's service does not answer. Everything but what other teams' lists say still works, and it is asked again by itself.">
      <button
        type="button"
        onClick={() => {
          service.retry();
        }}
      >
        Ask again now
      </button>
    </Banner>
  );
}

function ServiceFailed({ service }: { readonly service: Service }) {
  return (
    <Banner
      text={service.problem.value ?? "The council's service answers with faults. Rows are checked here without it."}
    >
      <button
        type="button"
        onClick={() => {
          service.retry();
        }}
      >
        Try again
      </button>
    </Banner>
  );
}

function SignedOut({ service, view }: BannersProps) {
  return (
    <Banner text={service.problem.value ?? "Signed out. Rows are checked here, by what this workbook holds."}>
      <button
        type="button"
        onClick={() => {
          void service.signIn();
        }}
      >
        Sign in
      </button>
      <button
        type="button"
        onClick={() => {
          view.putAway.value = withMember(view.putAway.value, "signed-out", true);
        }}
      >
        Not now
      </button>
    </Banner>
  );
}

/** What went wrong in asking, or what the service's check and this one do not agree on. */
function Differences({ service, view }: BannersProps) {
  const { differences = [] } = service.validation.value ?? {};
  if (service.problem.value !== undefined) return <ServiceFailed service={service} />;
  if (differences.length === 0) return null;
  return (
    <Banner text={differences.join(" ")}>
      <button
        type="button"
        onClick={() => {
          showSection(view, "service");
        }}
      >
        See the service's part
      </button>
    </Banner>
  );
}

/** Where the pane stands with the service, beside the work and never in its way. */
export function Banners({ service, view }: BannersProps) {
  switch (service.state.value) {
    case "none":
      return null;
    case "signing-in":
      return <p class="banner">Signing in …</p>;
    case "signed-out":
      return view.putAway.value.has("signed-out") ? null : <SignedOut service={service} view={view} />;
    case "offline":
      return <Offline service={service} />;
    case "failed":
      return <ServiceFailed service={service} />;
    case "online":
      return service.hasExplained.value ? (
        <Differences service={service} view={view} />
      ) : (
        <WhatIsSent service={service} />
      );
  }
}
