/** Why somebody could not be signed in, as a sentence. */
export class SignInProblem extends Error {
  override readonly name = "SignInProblem";
}

/** Signing in is a script of its own with a class of its own: only the name says the same in both. */
export const isSignInProblem = (error: unknown): error is SignInProblem =>
  error instanceof Error && error.name === "SignInProblem";

/** Where tokens come from. They are never kept by us: whoever needs one asks each time. */
export interface SignIn {
  /**
   * A token without asking the person anything; undefined where they would have to be asked. `isFresh`: the last one
   * was not accepted. Throws a `SignInProblem` where somebody was signed in and must be asked again, and another error
   * where nobody can be reached.
   */
  token(isFresh?: boolean): Promise<string | undefined>;
  /** Signs the person in, asking them where it must. Throws a `SignInProblem`. */
  signIn(): Promise<void>;
  signOut(): Promise<void>;
}

/** A `fetch`, as much of it as is used here. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;
