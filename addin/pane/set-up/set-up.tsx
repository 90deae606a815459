import { useEffect } from "preact/hooks";
import type { PaneModel } from "../../model/pane-model.ts";
import { CheckLine } from "../parts/check-line.tsx";
import type { View } from "../view.ts";
import { CheckWith } from "./check-with.tsx";
import { Columns } from "./columns.tsx";
import { CoveragePart } from "./coverage.tsx";
import { OnTheSheet } from "./on-the-sheet.tsx";
import { ServicePart } from "./service-part.tsx";
import { PolicyPart } from "./policy/policy-part.tsx";
import { Texts } from "./texts.tsx";
import { TrialQuestion } from "./trial-question.tsx";

/** How the list is read and checked, and what is written into the workbook. */
export function SetUp({ model, view }: { readonly model: PaneModel; readonly view: View }) {
  const section = view.section.value;
  // Whoever pressed a button that leads to a part of this screen is taken to its heading.
  useEffect(() => {
    if (section === undefined) return;
    document.getElementById(section)?.focus();
    view.section.value = undefined;
  }, [section, view]);
  return (
    <>
      <CheckLine model={model} view={view} />
      <h1>Set-up</h1>
      <CheckWith model={model} />
      {model.choices.value.trial && <TrialQuestion model={model} />}
      <Columns model={model} view={view} />
      <Texts model={model} />
      <PolicyPart model={model} />
      <CoveragePart model={model} />
      <OnTheSheet model={model} />
      <ServicePart service={model.service} />
    </>
  );
}
