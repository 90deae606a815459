import { useEffect } from "preact/hooks";
import type { Desk } from "../../model/api.ts";
import { BasisLine } from "../parts/basis.tsx";
import type { View } from "../view.ts";
import { CheckWith } from "./check-with.tsx";
import { Columns } from "./columns.tsx";
import { CoveragePart } from "./coverage.tsx";
import { OnTheSheet } from "./on-the-sheet.tsx";
import { ServicePart } from "./service-part.tsx";
import { Texts } from "./texts.tsx";
import { TrialQuestion } from "./trial-question.tsx";

/** How the list is read and checked, and what is written into the workbook. */
export function SetUp({ desk, view }: { readonly desk: Desk; readonly view: View }) {
  const section = view.section.value;
  // Whoever pressed a button that leads to a part of this screen is taken to its heading.
  useEffect(() => {
    if (section === undefined) return;
    document.getElementById(section)?.focus();
    view.section.value = undefined;
  }, [section, view]);
  return (
    <>
      <BasisLine desk={desk} view={view} />
      <h1>Set-up</h1>
      <CheckWith desk={desk} />
      {desk.choices.value.trial && <TrialQuestion desk={desk} />}
      <Columns desk={desk} />
      <Texts desk={desk} />
      <CoveragePart desk={desk} />
      <OnTheSheet desk={desk} />
      <ServicePart service={desk.service} />
    </>
  );
}
