import { useEffect } from "preact/hooks";
import type { Desk } from "../model/api.ts";
import { Findings } from "./findings/findings.tsx";
import { findingsTitle } from "./findings/summary.ts";
import { WhoLeadsList } from "./leads/list.tsx";
import { Banners } from "./parts/banners.tsx";
import { Nav } from "./parts/nav.tsx";
import { Notices } from "./parts/notices.tsx";
import { PeopleList } from "./people/people.tsx";
import { SetUp } from "./set-up/set-up.tsx";
import { Snapshots } from "./snapshots/snapshots.tsx";
import { TrialQuestion } from "./set-up/trial-question.tsx";
import type { View } from "./view.ts";

interface ReadyProps {
  readonly desk: Desk;
  readonly view: View;
}

function CurrentTab({ desk, view }: ReadyProps) {
  switch (view.tab.value) {
    case "findings":
      return <Findings desk={desk} view={view} />;
    case "people":
      return <PeopleList desk={desk} view={view} />;
    case "leads":
      return <WhoLeadsList desk={desk} view={view} />;
    case "snapshots":
      return <Snapshots desk={desk} view={view} />;
    case "set-up":
      return <SetUp desk={desk} view={view} />;
  }
}

/** The pane at work: where to go above, what is the matter beside it, and the screen asked for. */
export function Ready({ desk, view }: ReadyProps) {
  const checked = desk.checked.value;
  const title = checked
    ? `${findingsTitle(desk.findings.value.length, checked)} · Lead Professional`
    : "Lead Professional";
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <header>
        <Nav view={view} />
      </header>
      <section aria-label="Messages">
        <Notices desk={desk} view={view} />
        <Banners service={desk.service} view={view} />
      </section>
      <main>
        {desk.asksAboutTrial.value && <TrialQuestion desk={desk} />}
        <CurrentTab desk={desk} view={view} />
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
