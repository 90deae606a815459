import { describe, expect, it } from "vitest";
import { knownIn } from "../../../addin/pane/snapshots/feedback/known-names.ts";
import { looksNamed } from "../../../addin/pane/snapshots/feedback/looks-named.ts";
import { LONGEST, problemWith } from "../../../addin/pane/snapshots/feedback/themes.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { openInputs } from "./support/check-inputs.ts";
import { opened } from "./support/lists.ts";

const known = { policy: kentTrial2024, names: ["Bo Quillfeather", "Sandpiper, Ora"], refs: ["C-2", "1234"] };
const found = (text: string): string[] => looksNamed(text, known);

describe("a text that looks as if it named someone", () => {
  it.each([
    ["We met with Ann Example last week.", "Ann Example"],
    ["Ms O'Made-Up Invented rang.", "Ms O'Made-Up"],
    ["Our Ann Example was there", "Ann Example"],
    ["It was KC-102871 again.", "KC-102871"],
    ["(see 20241187)", "20241187"],
    ["the child c-2.", "c-2"],
    ["case 1234 took long", "1234"],
    ["bo quillfeather was away", "Bo Quillfeather"],
    ["Ask Quillfeather's office", "Bo Quillfeather"],
    ["Sandpiper helped", "Sandpiper, Ora"],
    ["ora sandpiper helped", "Sandpiper, Ora"],
  ])("%s", (text, word) => {
    expect(found(text)).toContain(word);
  });

  it.each([
    "The Dover team has 12 cases, 85% in time, since 14/10/2024.",
    "Our Early Help worker started in October 2024; the Social Workers agree.",
    "LP-08 is shown twice. What does it mean?",
    "Social Work Assistant is a role. After November we were slower.",
    "A sandpiper is a bird",
    "",
    "training came late",
  ])("is not one that says: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("is compared with everyone on the sheet and on the register", () => {
    const { reader } = opened([{ lead: "Una Nowhere", childRef: "Z-9" }]);
    const all = knownIn(reader, openInputs());
    expect(all.names).toEqual(expect.arrayContaining(["Una Nowhere", "Pat Supervisor", "Max Manager"]));
    expect(all.refs).toEqual(["Z-9"]);
    expect(looksNamed("una nowhere and z-9", all)).toEqual(["z-9", "Una Nowhere"]);
    expect(knownIn(undefined, openInputs({ practitioners: null }))).toMatchObject({ names: [], refs: [] });
  });
});

describe("the length of a text", () => {
  it("is counted as the service counts, without spaces around it", () => {
    expect(problemWith(` ${"a".repeat(LONGEST)} `)).toBeUndefined();
    expect(problemWith("a".repeat(LONGEST + 3))).toBe("The text is 3 characters too long. Shorten it.");
    expect(problemWith(" \n ")).toBe("Write something first.");
  });
});
