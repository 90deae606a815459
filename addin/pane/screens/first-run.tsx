import { introduced, type View } from "../view.ts";

/** What the pane is for, shown once and again from Help. It promises no more than a check can. */
export function FirstRun({ view }: { readonly view: View }) {
  const done = (): void => {
    introduced(view);
  };
  return (
    <main class="screen">
      <h1>Who may lead, and is each case in order?</h1>
      <ul>
        <li>Checks every row of your allocations sheet against the rules for lead professionals, as you type.</li>
        <li>Says what is wrong, what to do next and where the rule comes from.</li>
        <li>
          Works without signing in. Nothing leaves the workbook unless you ask for it, and no cell of yours is changed.
        </li>
      </ul>
      <p class="buttons">
        <button
          type="button"
          class="main"
          onClick={() => {
            view.tab.value = "findings";
            done();
          }}
        >
          Check this sheet
        </button>
        <button type="button" onClick={done}>
          Skip
        </button>
      </p>
      <p class="note">
        'Clear' means that no rule was broken on the data given. It says nothing about whether a child is well. This is
        not a referral: if a child may be at risk, ring your council's front door.
      </p>
      <p class="note">From the sheet back to this pane and on: press F6.</p>
    </main>
  );
}
