import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkedDraft, draftOf, draftRows } from "../../../../addin/pane/set-up/policy/draft.ts";
import { england2026, kentTrial2024, POLICIES } from "../../../../rules/policies/index.ts";
import { runs } from "../../../rules/any-cells.ts";
import { anyCouncilPolicy } from "../../../rules/policy-table/any-rows.ts";

describe("the form of a council's own policy", () => {
  it.each(POLICIES.map((policy) => [policy.title, policy] as const))("that nobody changes keeps '%s'", (_, policy) => {
    const { read, reasons } = checkedDraft(draftOf(policy, policy));
    expect([...reasons]).toEqual([]);
    expect(read.policy).toBe(policy);
  });

  it("that nobody changes keeps any policy, its teams' ids too", () => {
    fc.assert(
      fc.property(anyCouncilPolicy, fc.constantFrom(...POLICIES), (policy, basedOn) => {
        const { read, reasons } = checkedDraft(draftOf(policy, basedOn));
        expect([...reasons]).toEqual([]);
        expect(read.policy).toEqual(policy);
      }),
      runs(60),
    );
  });

  it("names what cannot be used beside the part that it is about", () => {
    const draft = draftOf(england2026, england2026);
    const { reasons, remarks } = checkedDraft({
      ...draft,
      singles: { ...draft.singles, unallocatedDays: "soon" },
      every: "often days",
      teams: [{ key: 7, id: "", name: "--", others: "", isTrial: false }],
      roles: [
        ...draft.roles,
        { key: 99, name: "Family Coach", kind: "", others: "", isTimetabled: false, isNew: false },
      ],
      statuses: [{ key: 3, code: "EH", others: "CP - Neglect\nTier 2" }],
    });
    expect(Object.fromEntries(reasons)).toEqual({
      unallocatedDays: "The value must be a number.",
      every: expect.stringMatching(/^The value must be how often/) as string,
      "teams 7": expect.stringMatching(/^It names no team: write its name, each/) as string,
      "roles 99": expect.stringMatching(/^The value must be a kind of role/) as string,
    });
    expect(remarks.get("statuses 3")).toBe("Without this line 'CP - Neglect' is read as child protection.");
  });

  it("keeps a team's id when its name changes", () => {
    const draft = draftOf(kentTrial2024, kentTrial2024);
    const [first, ...others] = draft.teams;
    if (!first) throw new Error("Kent has teams.");
    const { read } = checkedDraft({ ...draft, teams: [{ ...first, name: "Isle of Thanet" }, ...others] });
    expect(read.policy.trial.teams[0]).toMatchObject({ id: "thanet", name: "Isle of Thanet" });
    expect(read.policy.title).toBe("Kent trial 2024, changed in this workbook");
  });

  it("writes numbers as numbers, and leaves out a weight that nobody gave", () => {
    const draft = draftOf(england2026, england2026);
    const rows = draftRows({ ...draft, singles: { ...draft.singles, "caseWeights.CP": "2.5" } }).map(({ row }) => row);
    expect(rows).toContainEqual(["case weight CP", 2.5, ""]);
    expect(rows).toContainEqual(["unallocated days", 14, ""]);
    expect(rows.some(([setting]) => setting === "case weight EH" || setting === "title")).toBe(false);
  });
});
