import { beforeEach, describe, expect, test } from "vitest";
import { aService, type Service } from "../../functions/support/service.ts";
import { opened, type Opened } from "./support.ts";
import { COURSE, SAM, SKY, workbookOf } from "./staff-workbook.ts";

const file = (bytes: Uint8Array) => ({ name: "staff.xlsx", bytes: () => Promise.resolve(bytes) });

describe("the register on the service", () => {
  const HELD = {
    name: "Sam Assistant",
    role: "Social Work Assistant",
    team: "dover",
    level: 2,
    caseLimit: 12,
    protectedTime: true,
    training: [{ course: "Another course", completedOn: "2024-09-01" }],
  };
  let service: Service;
  let page: Opened;
  const entry = async (id: string) =>
    (await service.as("admin", "GET", "/practitioners")).json.items?.find((one) => one.id === id);
  const differences = () => page.sections.register.state.value.table?.differences;
  const labels = () =>
    differences()?.changed.flatMap((change) => change.differences.map(({ label, from, to }) => [label, from, to]));

  beforeEach(async () => {
    service = await aService();
    await service.as("admin", "PUT", "/practitioners/A1", { body: HELD });
    await service.as("admin", "PUT", "/practitioners/Z9", {
      body: { name: "Zoe Elsewhere", role: "Social Worker", team: "thanet" },
    });
    page = await opened(service);
    await page.sections.register.load();
  });

  test("is compared with the table field by field, before anything is sent", async () => {
    await page.sections.register.choose(
      file(
        workbookOf([
          { ...SAM, Team: "Thanet", Level: "", "Protected time": "no", [`${COURSE} booked`]: "2024-12-02" },
          { ...SKY, Level: 3 },
        ]),
      ),
    );
    expect(labels()).toEqual([
      ["Team", "Dover", "Thanet"],
      ["Level", "2", ""],
      ["Protected time", "yes", "no"],
      [`${COURSE} booked`, "", "2024-12-02"],
    ]);
    expect(differences()).toMatchObject({
      added: [{ id: "S2", etag: undefined }],
      same: 0,
      onlyOnService: [{ id: "Z9" }],
      problems: [],
    });
    expect(page.asked.filter((one) => one.startsWith("PUT"))).toEqual([]);
  });

  test("has nothing to change where the table says the same", async () => {
    await page.sections.register.choose(file(workbookOf([{ ...SAM, Level: 2 }])));
    expect(differences()).toMatchObject({ added: [], changed: [], same: 1 });
  });

  test("takes what is sent, keeps what the table has no column for, and takes nobody off", async () => {
    await page.sections.register.choose(
      file(
        workbookOf([
          { ...SAM, "Staff number": "a1", Level: "", [`${COURSE} completed`]: "2024-10-10" },
          { ...SKY, Level: 3 },
        ]),
      ),
    );
    await page.sections.register.send();
    expect(page.sections.register.state.value).toMatchObject({
      done: "2 people sent to the register.",
      problem: undefined,
      refused: [],
      progress: undefined,
    });
    expect(await entry("A1")).toEqual({
      ...HELD,
      id: "A1",
      level: undefined,
      etag: expect.any(String) as string,
      training: [...HELD.training, { course: COURSE, completedOn: "2024-10-10" }],
    });
    expect(await entry("S2")).toMatchObject({ name: "Sky Social", team: "thanet", level: 3 });
    expect(await entry("Z9")).toMatchObject({ name: "Zoe Elsewhere" });
    expect(differences()).toMatchObject({ added: [], changed: [], same: 2 });
  });

  test("says who was changed by somebody else meanwhile, and takes them at the second sending", async () => {
    await page.sections.register.choose(file(workbookOf([{ ...SAM, Level: 3 }, SKY])));
    const etag = (await entry("A1"))?.etag as string;
    await service.as("admin", "PUT", "/practitioners/A1", {
      body: { ...HELD, caseLimit: 20 },
      headers: { "if-match": etag },
    });
    await page.sections.register.send();
    expect(page.sections.register.state.value.refused).toEqual([
      expect.stringMatching(/^Sam Assistant \(A1\): somebody else changed them meanwhile/),
    ]);
    expect(labels()).toEqual([["Level", "2", "3"]]);
    await page.sections.register.send();
    expect(page.sections.register.state.value).toMatchObject({ refused: [], done: "1 person sent to the register." });
    expect(await entry("A1")).toMatchObject({ level: 3, caseLimit: 20 });
  });

  test("goes on where it was broken off", async () => {
    await page.sections.register.choose(file(workbookOf([{ ...SAM, Level: 3 }, SKY])));
    page.instead.set("PUT /practitioners/A1", () =>
      Promise.resolve(Response.json({ detail: "Some fault." }, { status: 500 })),
    );
    await page.sections.register.send();
    expect(page.sections.register.state.value).toMatchObject({
      problem: expect.stringContaining("1 person of 2 had been sent") as string,
      progress: undefined,
    });
    await page.sections.register.send();
    expect(differences()).toMatchObject({ added: [], changed: [], same: 2 });
  });

  test("is not sent somebody new of whom the table says too little", async () => {
    await page.sections.register.choose(
      file(workbookOf([{ "Staff number": "N1", Name: "Nia New", Registration: "none" }])),
    );
    expect(differences()).toMatchObject({
      added: [],
      problems: [expect.stringContaining("no column 'Role' or 'Team'")],
    });
  });

  test("does not count somebody as missing from the table whose row cannot be used", async () => {
    await page.sections.register.choose(file(workbookOf([{ ...SAM, Level: "7" }])));
    expect(differences()?.onlyOnService.map(({ id }) => id)).toEqual(["Z9"]);
  });
});
