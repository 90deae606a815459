import { useEffect, useState } from "preact/hooks";
import { Page } from "../../page/page.tsx";
import type { Admin, Sections } from "../admin.ts";
import { AuditSection } from "../audit/audit-section.tsx";
import { ErasureSection } from "../erasure/erasure-section.tsx";
import { MembersSection } from "../members/members-section.tsx";
import { PolicySection } from "../policy/policy-section.tsx";
import { RegisterSection } from "../register/register-section.tsx";

const ABOUT =
  "This page is for those who administer the service: the policy, the register, who manages which teams, the audit trail, and erasing a child. Sign in to see it.";

const SECTIONS = [
  ["policy", "Policy"],
  ["register", "Register"],
  ["members", "Members and teams"],
  ["audit", "Audit trail"],
  ["erasure", "Erasing a child"],
] as const;
type Section = (typeof SECTIONS)[number][0];

function here(): Section {
  const named = location.hash.slice(1);
  return SECTIONS.find(([id]) => id === named)?.[0] ?? "policy";
}

function Shown({ section, sections }: { readonly section: Section; readonly sections: Sections }) {
  switch (section) {
    case "policy":
      return <PolicySection editor={sections.policy} />;
    case "register":
      return <RegisterSection editor={sections.register} />;
    case "members":
      return <MembersSection editor={sections.members} />;
    case "audit":
      return <AuditSection trail={sections.audit} />;
    case "erasure":
      return <ErasureSection desk={sections.erasure} />;
  }
}

function Open({ sections }: { readonly sections: Sections }) {
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
      <Shown section={section} sections={sections} />
    </>
  );
}

const withoutRole = (name: string): string =>
  `You are signed in as ${name}, without the role Admin that this page is for. Ask whoever administers the service.`;

/** The administration, whatever state it is in. */
export const AdminPage = ({ admin }: { readonly admin: Admin }) => (
  <Page
    title="Administration of lead professionals"
    about={ABOUT}
    demo="the demo administrator"
    signingIn="Signing in …"
    withoutRole={withoutRole}
    session={admin}
  >
    {(sections) => <Open sections={sections} />}
  </Page>
);
