import type { Ask } from "../../client/requests.ts";
import { openSession, type PageSession, type Reach } from "../page/session.ts";
import { auditTrail, type AuditTrail } from "./audit/audit-trail.ts";
import { erasureDesk, type ErasureDesk } from "./erasure/erasure-desk.ts";
import { membersEditor, type MembersEditor } from "./members/members-editor.ts";
import { policyEditor, type PolicyEditor } from "./policy/policy-editor.ts";
import { registerEditor, type RegisterEditor } from "./register/register-editor.ts";

/** What an administrator works with. */
export interface Sections {
  readonly policy: PolicyEditor;
  readonly register: RegisterEditor;
  readonly members: MembersEditor;
  readonly audit: AuditTrail;
  readonly erasure: ErasureDesk;
}

export type Admin = PageSession<Sections>;

export interface AdminNeeds extends Reach {
  /** An ISO date. */
  readonly today: () => string;
}

/** What the administration's page does; it shows `state`. */
export function openAdmin({ today, ...reach }: AdminNeeds): Admin {
  /** Kept while nobody has signed out, so that a token that ends takes nothing with it that was typed. */
  let before: { readonly name: string; readonly sections: Sections } | undefined;

  const sectionsFor = (ask: Ask, name: string): Sections => ({
    policy: policyEditor(ask, today),
    register: registerEditor(ask, today),
    members: membersEditor(ask, today),
    audit: auditTrail(ask),
    erasure: erasureDesk(ask, today, name),
  });

  return openSession({
    ...reach,
    role: "Admin",
    failed: "The page could not be opened. Try again later.",
    expired: "You have been signed out. Sign in again: what you had not sent yet is still here.",
    load(ask, { name }) {
      if (before?.name !== name) before = { name, sections: sectionsFor(ask, name) };
      return before.sections;
    },
    signedOut: () => {
      before = undefined;
    },
  });
}
