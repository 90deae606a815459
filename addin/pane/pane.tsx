import { render } from "preact";
import type { Desk } from "../model/api.ts";
import { announce } from "./announcements.ts";
import { useFocusOnNewScreen } from "./keep-focus.ts";
import { Ready } from "./ready.tsx";
import { Failed } from "./screens/failed.tsx";
import { FirstRun } from "./screens/first-run.tsx";
import { Loading } from "./screens/loading.tsx";
import { NoTable } from "./screens/no-table.tsx";
import { NotInExcel } from "./screens/not-in-excel.tsx";
import { introduced, newView, type Tab, type View } from "./view.ts";

function Screen({ desk, view }: { readonly desk: Desk; readonly view: View }) {
  const phase = desk.phase.value;
  const hasWork = phase.is === "ready" || phase.is === "no-table";
  useFocusOnNewScreen(hasWork && !view.isIntroduced.value ? "first-run" : phase.is);
  switch (phase.is) {
    case "loading":
      return <Loading />;
    case "not-in-excel":
      return <NotInExcel />;
    case "failed":
      return <Failed desk={desk} view={view} phase={phase} />;
    case "no-table":
      return view.isIntroduced.value ? <NoTable desk={desk} view={view} /> : <FirstRun view={view} />;
    case "ready":
      return view.isIntroduced.value ? <Ready desk={desk} view={view} /> : <FirstRun view={view} />;
  }
}

/** What the ribbon asks of the pane. */
export interface PaneView {
  readonly show: (tab: Tab) => void;
  readonly help: () => void;
}

/** Shows the pane in an element of the page, in place of what stood there; it follows the desk from then on. */
export function showPane(root: HTMLElement, desk: Desk): PaneView {
  const view = newView();
  const { said } = announce(desk);
  root.textContent = "";
  render(
    <>
      <Screen desk={desk} view={view} />
      <p class="unseen" role="status">
        {said}
      </p>
    </>,
    root,
  );
  return {
    show(tab) {
      introduced(view);
      view.tab.value = tab;
    },
    help: () => {
      view.isIntroduced.value = false;
    },
  };
}
