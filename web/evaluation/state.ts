import type { Policy } from "../../rules/policy.ts";
import type { MonthOfTeam } from "../../client/answers.ts";
import type { Said } from "./feedback.ts";
import type { Span } from "./months.ts";

export interface Seen {
  readonly span: Span;
  readonly policy: Policy;
  readonly months: readonly MonthOfTeam[];
  /** The teams whose figures are exact, because whoever looks manages them. */
  readonly own: ReadonlySet<string>;
  readonly feedback: readonly Said[];
  /** Figures of another span are on their way. */
  readonly isLoading: boolean;
  /** Why the figures of another span did not come. */
  readonly problem: string | undefined;
}

/** What the page shows: one of these at a time. */
export type State =
  | { readonly is: "opening" }
  /** There is no service here, or it cannot be used. */
  | { readonly is: "no-service"; readonly sentence: string }
  | { readonly is: "signed-out"; readonly problem: string | undefined; readonly isDemo: boolean }
  | { readonly is: "signing-in" }
  | { readonly is: "not-an-evaluator"; readonly name: string }
  | { readonly is: "failed"; readonly sentence: string }
  | { readonly is: "seen"; readonly name: string; readonly seen: Seen };

export interface Evaluation {
  signIn(): Promise<void>;
  signOut(): Promise<void>;
  /** Fetches the figures of other months, or of the same ones again. */
  look(span?: Span): Promise<void>;
  /** The same measures as the service writes them into a CSV file. Throws a sentence. */
  csv(span: Span): Promise<Blob>;
}
