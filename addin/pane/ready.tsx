import { useEffect } from "preact/hooks";
import type { PaneModel } from "../model/pane-model.ts";
import { Findings } from "./findings/findings.tsx";
import { findingsTitle } from "./findings/summary.ts";
import { WhoLeadsList } from "./leads/list.tsx";
import { Banners } from "./parts/banners.tsx";
import { Nav } from "./parts/nav.tsx";
import { Notices } from "./parts/notices.tsx";
import { PeopleList } from "./people/people.tsx";
import { OtherMonth } from "./other-month.tsx";
import { LeftOut } from "./recognising/left-out.tsx";
import { Recognise } from "./recognising/recognise.tsx";
import { taskAt } from "./recognising/task.ts";
import { SetUp } from "./set-up/set-up.tsx";
import { Snapshots } from "./snapshots/snapshots.tsx";
import { TrialQuestion } from "./set-up/trial-question.tsx";
import type { View } from "./view.ts";

interface ReadyProps {
  readonly model: PaneModel;
  readonly view: View;
}

function CurrentTab({ model, view }: ReadyProps) {
  switch (view.tab.value) {
    case "findings":
      return <Findings model={model} view={view} />;
    case "people":
      return <PeopleList model={model} view={view} />;
    case "leads":
      return <WhoLeadsList model={model} view={view} />;
    case "snapshots":
      return <Snapshots model={model} view={view} />;
    case "set-up":
      return <SetUp model={model} view={view} />;
  }
}

/** The pane at work: where to go above, what is the matter beside it, and the screen asked for. */
export function Ready({ model, view }: ReadyProps) {
  const checked = model.checked.value;
  const title = checked ? `${findingsTitle(model.findings.value, checked)} · Lead Professional` : "Lead Professional";
  useEffect(() => {
    document.title = title;
  }, [title]);
  const task = view.columnsOf.value === undefined ? undefined : taskAt(model, view.columnsOf.value);
  return (
    <>
      <header>
        <Nav view={view} />
      </header>
      <section aria-label="Messages">
        <Notices model={model} view={view} />
        <LeftOut model={model} view={view} />
        <OtherMonth model={model} />
        <Banners service={model.service} view={view} />
      </section>
      <main>
        {model.asksAboutTrial.value && <TrialQuestion model={model} />}
        {task ? (
          <Recognise key={task.place} model={model} view={view} task={task} />
        ) : (
          <CurrentTab model={model} view={view} />
        )}
      </main>
      <footer>
        <button
          type="button"
          class="link"
          onClick={() => {
            view.isIntroduced.value = false;
          }}
        >
          Help
        </button>
      </footer>
    </>
  );
}
