import type { PaneModel } from "../../model/pane-model.ts";

/** How many rules could be checked, which could not, and which column to add for each. */
export function CoveragePart({ model }: { readonly model: PaneModel }) {
  const coverage = model.checked.value?.coverage;
  if (!coverage) return null;
  return (
    <section class="panel" aria-labelledby="coverage">
      <h2 id="coverage" tabIndex={-1}>
        What is checked
      </h2>
      <p>{`${coverage.summary}.`}</p>
      {coverage.notChecked.length > 0 && (
        <ul>
          {coverage.notChecked.map(({ rule, why, breaches = [], line }) => (
            <li key={[rule, why, ...breaches].join(" ")}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
