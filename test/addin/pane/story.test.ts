import { describe, expect, it } from "vitest";
import { factsOf, nextSupervision } from "../../../addin/pane/findings/story.ts";
import { showDay } from "../../../rules/dates.ts";
import type { Cells } from "../../../rules/example.ts";
import { FIELD_IDS } from "../../../rules/fields.ts";
import { opened } from "./support/lists.ts";

const storyOf = (row: Cells, said = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(factsOf(opened([row], undefined, said).reader, 0).map(({ name, value }) => [name, value]));

const dueOf = (row: Cells): string | undefined => {
  const { reader } = opened([row]);
  const read = reader.rowAt(0);
  const due = read && nextSupervision(read, reader);
  return due === undefined ? undefined : showDay(due);
};

describe("the story of a case", () => {
  it("says who leads, what the register says of them, and when supervision is due next", () => {
    expect(storyOf({})).toEqual({
      "Case status": "Child in need",
      Team: "Thanet",
      "Lead professional": "Sam Assistant, Social Work Assistant",
      "The register on Sam Assistant": "No registration entered",
      "Allocated on": "14 Oct 2024",
      "Overseen by": "Pat Supervisor",
      "The register on Pat Supervisor": "Registered to 30 Nov 2025",
      "Last supervision": "12 Nov 2024",
      "Next supervision due": "12 Dec 2024",
      Cover: "Sal Senior",
    });
  });

  it("tells a blank cell from one that cannot be read", () => {
    expect(storyOf({ overseer: "", leadFrom: "4/10/24" })).toMatchObject({
      "Overseen by": "Blank",
      "Allocated on": "Cannot be read",
    });
  });

  it("leaves out what the sheet has no column for", () => {
    const { reader } = opened(
      [{}],
      FIELD_IDS.filter((id) => id !== "cover"),
    );
    expect(factsOf(reader, 0).map(({ name }) => name)).not.toContain("Cover");
  });

  it("asks the register about someone who oversees themselves once only", () => {
    expect(
      Object.keys(storyOf({ overseer: "Sam Assistant" })).filter((name) => name.startsWith("The register")),
    ).toHaveLength(1);
  });

  it("takes the role of the sheet for someone who is not on the register, and says a team that is not known", () => {
    expect(storyOf({ lead: "Una Nowhere", leadRole: "SWA", team: "Atlantis" })).toMatchObject({
      "Lead professional": "Una Nowhere, Social Work Assistant",
      "The register on Una Nowhere": "Not on the register",
      Team: "Atlantis (not known to the policy)",
    });
  });

  it("has nothing to tell of a blank row, or of none", () => {
    const { reader } = opened([null]);
    expect(factsOf(reader, 0)).toEqual([]);
    expect(factsOf(reader, 7)).toEqual([]);
  });
});

describe("supervision due next", () => {
  it.each([
    ["the day of allocation, before the first supervision", { lastSupervision: "" }, "14 Nov 2024"],
    ["the day of allocation, after a supervision before it", { lastSupervision: "2024-10-13" }, "14 Nov 2024"],
    ["a supervision on the day of allocation", { lastSupervision: "2024-10-14" }, "14 Nov 2024"],
    [
      "the supervision alone, without a day of allocation",
      { lastSupervision: "2024-10-31", leadFrom: "" },
      "30 Nov 2024",
    ],
  ])("counts from %s", (_, row, due) => {
    expect(dueOf(row)).toBe(due);
  });

  it.each([
    ["a social worker leads", { lead: "Kim Socialworker" }],
    ["nobody leads", { lead: "" }],
    ["it is early help", { status: "EH" }],
    ["neither date is given", { lastSupervision: "", leadFrom: "" }],
    ["a date cannot be read", { lastSupervision: "31/09/2024" }],
  ])("is not said where %s", (_, row) => {
    expect(dueOf(row)).toBeUndefined();
  });
});
