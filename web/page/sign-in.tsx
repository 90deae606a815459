interface SignInProps {
  /** What the page is for. */
  readonly about: string;
  /** Who may sign in where a service runs for trying out, such as "the demo evaluator". */
  readonly demo: string;
  readonly isDemo: boolean;
  readonly problem: string | undefined;
  readonly onSignIn: () => void;
}

export function SignIn({ about, demo, isDemo, problem, onSignIn }: SignInProps) {
  return (
    <>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p>{about}</p>
      <button type="button" class="main" onClick={onSignIn}>
        {isDemo ? `Sign in as ${demo}` : "Sign in"}
      </button>
    </>
  );
}
