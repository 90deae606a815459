import { expect, test } from "vitest";
import type { Cells } from "../../../rules/example.ts";
import { FIELD_IDS, type FieldId } from "../../../rules/fields.ts";
import { aWorld, children, listOf, type Changes } from "./world.ts";

async function previewOf(
  rows: readonly Cells[],
  {
    month = "2024-11",
    asOf,
    team = "dover",
    fields,
    ...changes
  }: Changes & { month?: string; asOf?: string; team?: string; fields?: readonly FieldId[] } = {},
) {
  const world = await aWorld({ ...changes, lists: [listOf(rows, fields)] });
  const pane = await world.open();
  const preview = await pane.sending.preview(team, month, asOf);
  expect(world.requests, "nothing has left the workbook").toEqual([]);
  return preview;
}

const without = (...left: FieldId[]): FieldId[] => FIELD_IDS.filter((id) => !left.includes(id));

test("says what would be sent, as it will be stored, and what stays behind", async () => {
  const preview = await previewOf([
    { childRef: "C-7", leadFrom: "2024-10-14", rationale: "knows the child", advocate: "An Advocate", family: "F-1" },
    ...children(2),
  ]);
  expect(preview).toMatchObject({
    team: "dover",
    month: "2024-11",
    asOf: "2024-11-30",
    rows: 3,
    heldBack: [],
    ofOtherTeams: 0,
    blocks: [],
    warnings: [],
    staysBehind: ["Notes"],
    verdicts: { clear: 3 },
  });
  const stored = new Map(preview.example.map(({ header, stored: as }) => [header, as]));
  expect(stored.get("Child ref")).toBe("a keyed hash of C-7");
  expect(stored.get("Allocated on")).toBe("14 Oct 2024");
  expect(stored.get("Reason for choice")).toBe("that it is filled in");
  expect(stored.get("Advocate")).toBe("that there is an advocate");
  expect(stored.get("Lead professional")).toBe("staff number A1");
  expect(stored.get("Escalated on")).toBe("blank");
  expect(preview.sent.find(({ field }) => field === "childRef")).toEqual({
    field: "childRef",
    header: "Child ref",
    storedAs: "a keyed hash, from which the reference cannot be read",
  });
  expect(preview.sent).toHaveLength(FIELD_IDS.length);
});

test("names nobody who is not on the register", async () => {
  const { example } = await previewOf([{ childRef: "C-1", lead: "Somebody Else" }]);
  expect(example.find(({ header }) => header === "Lead professional")?.stored).toBe("a keyed hash of the name");
  expect(JSON.stringify(example)).not.toContain("Somebody");
});

test("leaves rows of other teams out and counts them; rows without a usable ref stay behind by number", async () => {
  const preview = await previewOf([
    ...children(2),
    { childRef: "T-1", team: "Thanet" },
    { childRef: "" },
    { childRef: "Jo Invented" },
    { childRef: "X-1", team: "Dovver East" },
  ]);
  expect(preview).toMatchObject({ rows: 2, ofOtherTeams: 1, heldBack: [5, 6], blocks: [] });
  expect(preview.warnings).toEqual([
    "Rows 5 and 6 will stay behind: no child ref, or one that may be a name.",
    "Row 7 will stay behind: the policy does not know the team. Correct it, or choose what it means in Set-up.",
  ]);
});

test("takes rows that name no team for the only team that somebody manages, and says so", async () => {
  const rows = [...children(2), { childRef: "C-8", team: "" }];
  expect(await previewOf(rows)).toMatchObject({
    rows: 3,
    warnings: [
      "The snapshot will show findings: Check on 1 row.",
      "Row 4 will be sent as Dover's, your only team: no team is named.",
    ],
  });
  expect(await previewOf(rows, { teams: ["dover", "thanet"] })).toMatchObject({
    rows: 2,
    warnings: ["Row 4 will stay behind: no team is named."],
  });
});

test("without a team column the rows are those of the only team, or nobody can tell whose they are", async () => {
  expect(await previewOf(children(2), { fields: without("team") })).toMatchObject({
    rows: 2,
    ofOtherTeams: 0,
    blocks: [],
  });
  const { blocks } = await previewOf(children(2), { fields: without("team"), teams: ["dover", "thanet"] });
  expect(blocks).toEqual([
    "You manage several teams and the list has no column 'Team', so nobody can tell whose rows these are. Add the column, or choose it in Set-up.",
  ]);
});

test("warns of findings, of dates after the day the list is as of, and of a month that was sent before", async () => {
  const world = await aWorld({
    lists: [
      listOf([
        { childRef: "C-1", lead: "" },
        { childRef: "C-2", lastSupervision: "2024-11-12" },
        { childRef: "C-3", lastSupervision: "2024-11-12" },
      ]),
    ],
  });
  const pane = await world.open();
  const october = await pane.sending.preview("dover", "2024-10", "2024-10-31");
  expect(october.datesAfter).toBeGreaterThan(0);
  expect(october.warnings.join(" ")).toContain("after 31 Oct 2024, the day that the list is as of");
  const before = await pane.sending.preview("dover", "2024-11", undefined);
  expect(before.warnings).toEqual(["The snapshot will show findings: Action needed on 1 row."]);
  await pane.sending.send("dover", "2024-11", undefined);
  const after = await pane.sending.preview("dover", "2024-11", undefined);
  expect(after.warnings.at(-1)).toBe(
    "This month was sent before, on 30 Nov 2024: this will be a new version after version 1, and the newest counts.",
  );
});

test.each([
  ["2024-12", undefined, "This month has not begun"],
  ["2024-13", undefined, "Choose a month."],
  ["2024-10", "2024-11-11", "within the 10 days after it"],
  ["2024-10", "2024-09-30", "within the 10 days after it"],
  ["2024-10", "soon", "within the 10 days after it"],
])("blocks %s as of %s", async (month, asOf, sentence) => {
  const { blocks } = await previewOf(children(1), { month, ...(asOf === undefined ? {} : { asOf }) });
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toContain(sentence);
});

test.each([
  ["2024-10", undefined, "2024-10-31"],
  ["2024-11", undefined, "2024-11-28"],
  ["2024-10", "2024-11-10", "2024-11-10"],
  ["2024-10", "2024-10-01", "2024-10-01"],
])("%s as of %s is as of %s on 28 November", async (month, asOf, expected) => {
  expect(
    await previewOf(children(1), { month, today: "2024-11-28", ...(asOf === undefined ? {} : { asOf }) }),
  ).toMatchObject({ asOf: expected, blocks: [] });
});

test("blocks what cannot be sent: a team of somebody else, no role, no rows, no refs, no such team", async () => {
  const blocked = async (...given: Parameters<typeof previewOf>): Promise<string> =>
    (await previewOf(...given)).blocks.join(" ");
  expect(await blocked(children(1), { team: "thanet" })).toContain("You do not manage Thanet");
  expect(await blocked(children(1), { who: "withoutRole" })).toContain("Only managers send snapshots");
  expect(await blocked(children(1), { team: "atlantis" })).toContain("no such team");
  expect(await blocked([{ childRef: "T-1", team: "Thanet" }])).toBe("There is no row of Dover that can be sent.");
  expect(await blocked([{ childRef: "" }, { childRef: "Jo Invented" }])).toBe(
    "There is no row of Dover that can be sent. Each of its 2 rows has no child ref, or one that may be a name.",
  );
  expect(await blocked(children(1), { fields: without("childRef") })).toContain("no column 'Child ref'");
});

test("nothing is sent that is blocked: the reason is said instead", async () => {
  const world = await aWorld();
  const pane = await world.open();
  await pane.sending.send("thanet", "2024-11", undefined);
  expect(pane.sending.state.value).toMatchObject({
    is: "refused",
    sentence: expect.stringContaining("You do not manage Thanet") as string,
  });
  expect(world.requests).toEqual([]);
  expect(world.outbox()).toEqual([]);
});
