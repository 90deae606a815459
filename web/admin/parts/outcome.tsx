interface OutcomeProps {
  readonly problem: string | undefined;
  readonly sentences?: readonly string[];
  readonly done?: string | undefined;
  /** What is under way. */
  readonly doing?: string | undefined;
}

/** What became of the last thing that was asked for. The places are always there, so that what appears in them is read out. */
export function Outcome({ problem, sentences = [], done, doing }: OutcomeProps) {
  return (
    <>
      <div role="alert">
        {problem !== undefined && <p class="problem">{problem}</p>}
        {sentences.length > 0 && (
          <ul class="plain problem">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      <div role="status">
        {doing !== undefined && <p>{doing}</p>}
        {done !== undefined && <p class="done">{done}</p>}
      </div>
    </>
  );
}
