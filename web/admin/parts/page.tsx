import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Frame } from "../../page/frame.tsx";
import { SignIn } from "../../page/sign-in.tsx";
import type { Admin, Desks, State } from "../admin.ts";
import { AuditSection } from "../audit/audit-section.tsx";
import { MembersSection } from "../members/members-section.tsx";
import { PolicySection } from "../policy/policy-section.tsx";
import { RegisterSection } from "../register/register-section.tsx";

const ABOUT =
  "This page is for those who administer the service: the policy, the register, who manages which teams, and the audit trail. Sign in to see it.";

const SECTIONS = [
  ["policy", "Policy"],
  ["register", "Register"],
  ["members", "Members and teams"],
  ["audit", "Audit trail"],
] as const;
type Section = (typeof SECTIONS)[number][0];

function here(): Section {
  const named = location.hash.slice(1);
  return SECTIONS.find(([id]) => id === named)?.[0] ?? "policy";
}

function Shown({ section, desks }: { readonly section: Section; readonly desks: Desks }) {
  switch (section) {
    case "policy":
      return <PolicySection desk={desks.policy} />;
    case "register":
      return <RegisterSection desk={desks.register} />;
    case "members":
      return <MembersSection desk={desks.members} />;
    case "audit":
      return <AuditSection desk={desks.audit} />;
  }
}

function Open({ desks }: { readonly desks: Desks }) {
  const [section, setSection] = useState(here);
  useEffect(() => {
    const turn = (): void => {
      setSection(here());
    };
    addEventListener("hashchange", turn);
    return () => {
      removeEventListener("hashchange", turn);
    };
  }, []);
  return (
    <>
      <nav aria-label="Administration">
        <ul>
          {SECTIONS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === section ? "page" : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Shown section={section} desks={desks} />
    </>
  );
}

function Current({ admin, state }: { readonly admin: Admin; readonly state: State }) {
  switch (state.is) {
    case "opening":
      return <p role="status">Loading …</p>;
    case "signing-in":
      return <p role="status">Signing in …</p>;
    case "no-service":
      return <p>{state.sentence}</p>;
    case "signed-out":
      return (
        <SignIn
          about={ABOUT}
          demo="the demo administrator"
          isDemo={state.isDemo}
          problem={state.problem}
          onSignIn={() => void admin.signIn()}
        />
      );
    case "not-an-admin":
      return (
        <p>
          You are signed in as {state.name}, without the role Admin that this page is for. Ask whoever administers the
          service.
        </p>
      );
    case "failed":
      return (
        <>
          <p class="problem" role="alert">
            {state.sentence}
          </p>
          <button type="button" onClick={() => void admin.retry()}>
            Try again
          </button>
        </>
      );
    case "open":
      return <Open desks={state.desks} />;
  }
}

/** The administration, whatever state it is in. */
export function Page({ admin, state }: { readonly admin: Admin; readonly state: ReadonlySignal<State> }) {
  const current = state.value;
  const name = current.is === "open" || current.is === "not-an-admin" ? current.name : undefined;
  return (
    <Frame title="Administration of lead professionals" name={name} onSignOut={() => void admin.signOut()}>
      <Current admin={admin} state={current} />
    </Frame>
  );
}
