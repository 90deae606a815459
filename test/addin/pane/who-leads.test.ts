import { describe, expect, it } from "vitest";
import { leftOutLine, whoLeads, whoLeadsAsText, type WhoLeads } from "../../../addin/pane/leads/who-leads.ts";
import type { Cells } from "../../../rules/example.ts";
import { opened } from "./support/lists.ts";

const listOf = (rows: readonly (Cells | null)[]): WhoLeads => whoLeads(opened(rows).reader);
const refs = ({ lines }: WhoLeads): string[] => lines.map(({ childRef }) => childRef);

describe("who leads", () => {
  it("names lead, first day, team and cover of each child", () => {
    expect(listOf([{ team: "Thanet CSWT" }]).lines).toEqual([
      { key: 0, childRef: "C-1001", lead: "Sam Assistant", since: "14 Oct 2024", team: "Thanet", cover: "Sal Senior" },
    ]);
  });

  it("says that no lead is recorded, and never guesses at a cell that cannot be read", () => {
    const { lines } = listOf([
      { lead: "TBC", cover: "" },
      { childRef: "C-2", lead: "#N/A", leadFrom: "4/10/24", team: "Atlantis" },
    ]);
    expect(lines[0]).toMatchObject({ lead: "No lead recorded", cover: "" });
    expect(lines[1]).toMatchObject({ lead: "cannot be read", since: "cannot be read", team: "Atlantis" });
  });

  it("leaves out every row of a restricted child, also those that do not say so", () => {
    const found = listOf([{ restricted: "yes" }, { childRef: "c-1001" }, { childRef: "C-2" }]);
    expect(refs(found)).toEqual(["C-2"]);
    expect(leftOutLine(found)).toBe("Left out: 2 restricted rows.");
  });

  it("takes a restriction that cannot be read for one", () => {
    expect(refs(listOf([{ restricted: "perhaps" }]))).toEqual([]);
    expect(refs(listOf([{ restricted: "no" }]))).toEqual(["C-1001"]);
  });

  it("leaves out closed cases, blank child refs and what looks like a name, and counts each", () => {
    const found = listOf([
      { status: "CLOSED" },
      { childRef: "" },
      { childRef: "Ann Example" },
      null,
      { childRef: "C-2" },
    ]);
    expect(refs(found)).toEqual(["C-2"]);
    expect(leftOutLine(found)).toBe(
      "Left out: 1 closed case and 2 rows without a child ref, or with one that looks like a name.",
    );
  });

  it("has nothing to say of rows left out where none is", () => {
    expect(leftOutLine(listOf([{}]))).toBe("");
  });

  it("is copied with its title and headers, and with no formula in it", () => {
    const text = whoLeadsAsText("Who leads, as of 30 Nov 2024", listOf([{ lead: "=HYPERLINK(1)" }]));
    expect(text.split("\r\n")).toEqual([
      "Who leads, as of 30 Nov 2024",
      "Child ref\tLead professional\tSince\tTeam\tCover",
      "C-1001\t'=HYPERLINK\t14 Oct 2024\tThanet\tSal Senior",
    ]);
  });
});
