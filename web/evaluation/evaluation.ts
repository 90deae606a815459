import type { Account, MonthOfTeam } from "../../client/responses.ts";
import type { Ask } from "../../client/requests.ts";
import { SignInProblem } from "../../client/sign-in/sign-in.ts";
import { SIGNED_OUT, ServiceError } from "../../client/service-error.ts";
import { sentenceOf } from "../../client/page/sentence.ts";
import type { Policy } from "../../rules/policy.ts";
import { openSession, type PageSession, type Reach } from "../page/session.ts";
import type { FeedbackLine } from "./feedback.ts";
import { feedbackIn, monthsIn, trialPolicy } from "./fetching.ts";
import { spanOf, type Span } from "./span.ts";

/** The figures of a span of months, with what they are read by. */
export interface FiguresOfSpan {
  readonly span: Span;
  readonly policy: Policy;
  readonly months: readonly MonthOfTeam[];
  /** The teams whose figures are exact, because whoever looks manages them. */
  readonly own: ReadonlySet<string>;
  readonly feedback: readonly FeedbackLine[];
  /** Figures of another span are on their way. */
  readonly isLoading: boolean;
  /** Why the figures of another span did not come. */
  readonly problem: string | undefined;
}

export interface Evaluation extends PageSession<FiguresOfSpan> {
  /** Fetches the figures of other months, or of the same ones again. */
  look(span?: Span): Promise<void>;
  /** The same measures as the service writes them into a CSV file. Throws a sentence. */
  csv(span: Span): Promise<Blob>;
}

export interface EvaluationNeeds extends Reach {
  /** The current month, such as "2024-11". */
  readonly month: () => string;
}

const FAILED = "The figures could not be fetched. Try again later.";

/** What the evaluation page does; it shows `state`. */
export function openEvaluation({ month, ...reach }: EvaluationNeeds): Evaluation {
  let looks = 0;
  let account: Account | undefined;

  async function figures(
    ask: Ask,
    { roles, teams }: Pick<Account, "roles" | "teams">,
    chosen?: Span,
  ): Promise<FiguresOfSpan> {
    const policy = await trialPolicy(ask);
    if (!policy)
      throw new ServiceError("failed", "The council has no policy yet. Ask whoever administers the service.");
    const span = chosen ?? spanOf(policy.trial, month());
    const [months, feedback] = await Promise.all([monthsIn(ask, span), feedbackIn(ask, span)]);
    const own = new Set(roles.includes("Manager") ? teams : []);
    return { span, policy, months, own, feedback, isLoading: false, problem: undefined };
  }

  const session = openSession<FiguresOfSpan>({
    ...reach,
    role: "Evaluator",
    failed: FAILED,
    expired: SIGNED_OUT,
    load(ask, who) {
      account = who;
      return figures(ask, who);
    },
  });
  const { state } = session;

  async function look(span?: Span): Promise<void> {
    const service = session.service();
    const before = state.peek();
    if (!service || !account || before.is !== "open") return session.retry();
    const began = session.number();
    const mine = (looks += 1);
    state.value = { ...before, content: { ...before.content, isLoading: true, problem: undefined } };
    const next = await figures(service.ask, account, span ?? before.content.span).catch(
      (error: unknown): FiguresOfSpan => ({ ...before.content, isLoading: false, problem: sentenceOf(error, FAILED) }),
    );
    // An answer to an earlier question may come after that to a later one, or when nobody is signed in any more.
    if (session.number() !== began || looks !== mine || state.peek().is !== "open") return;
    state.value = { ...before, content: next };
  }

  return {
    ...session,
    look,
    async csv({ from, to }) {
      const connected = session.service()?.connected;
      const token = await connected?.signIn.token();
      if (!connected || token === undefined)
        throw new SignInProblem("You are signed out. Sign in again, then download the file.");
      const response = await reach
        .fetch(`${connected.api}/measures.csv?from=${from}&to=${to}`, {
          headers: { authorization: `Bearer ${token}` },
          credentials: "omit",
          cache: "no-store",
        })
        .catch(() => undefined);
      if (!response?.ok) throw new ServiceError("failed", "The file could not be fetched. Try again later.");
      return response.blob();
    },
  };
}
