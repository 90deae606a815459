import { render } from "preact";
import type { PaneModel } from "../model/pane-model.ts";
import { announce } from "./announcements.ts";
import { useFocusOnNewScreen } from "./keep-focus.ts";
import { Ready } from "./ready.tsx";
import { Failed } from "./screens/failed.tsx";
import { FirstRun } from "./screens/first-run.tsx";
import { Loading } from "./screens/loading.tsx";
import { NoList, taskWithoutList } from "./recognising/no-list.tsx";
import { NotInExcel } from "./screens/not-in-excel.tsx";
import { introduced, newView, showTab, type Tab, type View } from "./view.ts";

function Screen({ model, view }: { readonly model: PaneModel; readonly view: View }) {
  const phase = model.phase.value;
  const hasWork = phase.is === "ready" || phase.is === "no-table";
  const task = phase.is === "no-table" ? taskWithoutList(model, view)?.place : view.columnsOf.value;
  useFocusOnNewScreen(hasWork && !view.isIntroduced.value ? "first-run" : `${phase.is} ${task ?? ""}`);
  switch (phase.is) {
    case "loading":
      return <Loading />;
    case "not-in-excel":
      return <NotInExcel />;
    case "failed":
      return <Failed model={model} view={view} phase={phase} />;
    case "no-table":
      return view.isIntroduced.value ? <NoList model={model} view={view} /> : <FirstRun view={view} />;
    case "ready":
      return view.isIntroduced.value ? <Ready model={model} view={view} /> : <FirstRun view={view} />;
  }
}

/** What the ribbon asks of the pane. */
export interface PaneView {
  readonly show: (tab: Tab) => void;
  readonly help: () => void;
}

/** Shows the pane in an element of the page, in place of what stood there; it follows the model from then on. */
export function showPane(root: HTMLElement, model: PaneModel): PaneView {
  const view = newView();
  const { announcement } = announce(model);
  root.textContent = "";
  render(
    <>
      <Screen model={model} view={view} />
      <p class="unseen" role="status">
        {announcement}
      </p>
    </>,
    root,
  );
  return {
    show(tab) {
      introduced(view);
      showTab(view, tab);
    },
    help: () => {
      view.isIntroduced.value = false;
    },
  };
}
