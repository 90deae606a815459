import { beforeEach, describe, expect, test } from "vitest";
import type { Member, MembersEditor } from "../../../web/admin/members/members-editor.ts";
import { opened, type Opened } from "./support.ts";

let page: Opened;
let members: MembersEditor;
beforeEach(async () => {
  page = await opened();
  members = page.sections.members;
  await members.load();
});

function member(id: string): Member {
  const found = members.state.value.members?.find((one) => one.id === id);
  if (!found) throw new Error(`${id} is not on the list.`);
  return found;
}

describe("members", () => {
  test("are listed with the teams of the policy in force", () => {
    expect(members.state.value.members?.map(({ id, teams }) => [id, teams])).toEqual([
      ["oid-dover", ["dover"]],
      ["oid-thanet", ["thanet"]],
    ]);
    expect(members.state.value.teams.map(({ id }) => id)).toContain("dover");
  });

  test("are given other teams, which count from then on", async () => {
    expect(await members.change(member("oid-dover"), { name: " Max Manager ", teams: ["dover", "swale"] })).toBe(true);
    expect(member("oid-dover")).toMatchObject({ name: "Max Manager", teams: ["dover", "swale"] });
    expect((await page.service.as("ofTheTeam", "GET", "/me")).json.teams).toEqual(["dover", "swale"]);
  });

  test("whom somebody else changed meanwhile are not overwritten, and shown as they are", async () => {
    const before = member("oid-dover");
    await page.service.as("admin", "PUT", "/members/oid-dover", {
      body: { teams: [] },
      headers: { "if-match": before.etag },
    });
    expect(await members.change(before, { name: "", teams: ["swale"] })).toBe(false);
    expect(members.state.value.problem).toContain("Somebody else changed this person");
    expect(member("oid-dover").teams).toEqual([]);
  });

  test("are added by e-mail before they sign in; once", async () => {
    expect(await members.add(" nia@council.example ", { name: "Nia New", teams: ["dover"] })).toBe(true);
    expect(members.state.value.members?.find(({ name }) => name === "Nia New")).toMatchObject({
      teams: ["dover"],
      hasSignedIn: false,
    });
    expect(await members.add("nia@council.example", { name: "Nia Again", teams: [] })).toBe(false);
    expect(members.state.value.problem).toContain("waiting on the list already");
  });

  test("who wait to sign in can be given other teams", async () => {
    await members.add("nia@council.example", { name: "Nia New", teams: ["dover"] });
    const waiting = members.state.value.members?.find(({ hasSignedIn }) => !hasSignedIn);
    if (waiting) expect(await members.change(waiting, { name: waiting.name, teams: ["swale"] })).toBe(true);
    expect(members.state.value.members?.filter(({ hasSignedIn }) => !hasSignedIn).map(({ teams }) => teams)).toEqual([
      ["swale"],
    ]);
  });

  test("are not added by what is no address", async () => {
    expect(await members.add("nia", { name: "", teams: [] })).toBe(false);
    expect(members.state.value.problem).toBeDefined();
  });
});

describe("the audit trail", () => {
  test("is shown newest first, page by page, with the names of members", async () => {
    for (let n = 0; n < 60; n += 1)
      await page.service.as("admin", "PUT", `/practitioners/P${n}`, {
        body: { name: "Pat Practitioner", role: "Social Worker", team: "dover" },
      });
    const { audit } = page.sections;
    await audit.load();
    expect(audit.state.value.lines).toHaveLength(50);
    await audit.older();
    expect(audit.state.value).toMatchObject({ next: undefined });
    const lines = audit.state.value.lines ?? [];
    expect(
      lines
        .filter(({ what }) => what === "PUT /practitioners/:id")
        .map(({ about }) => about)
        .sort(),
    ).toEqual(Array.from({ length: 60 }, (_, n) => `P${n}`).sort());
  });
});
