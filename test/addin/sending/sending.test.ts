import { expect, test } from "vitest";
import { WorkbookProblem } from "../../../addin/workbook/workbook.ts";
import { problemAnswer } from "../service/world.ts";
import { aWorld, children, COMMIT, listOf, PART, sendNovember } from "./world.ts";

const lost = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));

test("a month is sent in parts, received, and its receipt kept in the workbook", async () => {
  const world = await aWorld();
  const pane = await world.open();
  await sendNovember(world, pane);
  expect(pane.sending.state.value).toMatchObject({
    is: "sent",
    sentence: "November 2024 of Dover was received as version 1, with 5 rows.",
    receipt: { team: "dover", month: "2024-11", version: 1, asOf: "2024-11-30", rows: 5 },
  });
  expect(world.to("PUT", PART).map(({ body }) => (body as { rows: unknown[] }).rows.length)).toEqual([2, 2, 1]);
  expect(await world.versions()).toHaveLength(1);
  expect(await world.rows()).toHaveLength(5);
  expect(world.outbox()).toEqual([]);
  expect(world.workbook.choices).toMatchObject({ receipts: [{ version: 1, month: "2024-11" }], unsent: {} });
  expect(world.workbook.choices.receipts?.[0]).not.toHaveProperty("by");
  expect((await world.open()).sending.receipts.value).toMatchObject([{ version: 1 }]);
});

test("the outbox is written before the first request, and holds nothing of a row", async () => {
  const world = await aWorld();
  const pane = await world.open();
  const seen: string[] = [];
  world.through((address, init) => {
    if (address.includes("/snapshots")) seen.push(world.storage.get("part-LeadProfessional.outbox") ?? "");
    return world.real(address, init);
  });
  await sendNovember(world, pane);
  expect(JSON.parse(seen[0] ?? "")).toEqual([
    {
      team: "dover",
      month: "2024-11",
      asOf: "2024-11-30",
      key: "key-1",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      rows: 5,
    },
  ]);
  expect(JSON.parse(seen[1] ?? "")).toMatchObject([{ uploadId: expect.any(String) as string }]);
  expect(seen.join()).not.toMatch(/C-\d/);
});

test("sending a month again makes a new version and says what changed", async () => {
  const world = await aWorld();
  const pane = await world.open();
  await sendNovember(world, pane);
  pane.edit([listOf([...children(5), { childRef: "C-9", lead: "" }])]);
  await sendNovember(world, pane);
  const sent = pane.sending.state.value;
  expect(sent).toMatchObject({ is: "sent", receipt: { version: 2, follows: 1 } });
  expect("sentence" in sent && sent.sentence).toBe(
    "November 2024 of Dover was received as version 2, with 6 rows. Since version 1: 6 rows instead of 5 and Action needed 1 instead of 0.",
  );
  await sendNovember(world, pane);
  expect(pane.sending.state.value).toMatchObject({
    sentence: expect.stringContaining("Since version 2: the same number of rows and of each verdict.") as string,
  });
  expect(world.workbook.choices.receipts).toHaveLength(1);
});

test("without a network it waits, and goes on by itself when the service is back", async () => {
  const world = await aWorld();
  const pane = await world.open();
  world.through(lost);
  await sendNovember(world, pane);
  await world.advance(20_000);
  expect(pane.sending.state.value).toMatchObject({
    is: "waiting",
    sentence: expect.stringContaining("cannot be reached") as string,
  });
  expect(pane.sending.outbox.value).toHaveLength(1);
  world.through();
  await world.advance(60_000);
  expect(pane.sending.state.value.is).toBe("sent");
  expect(await world.versions()).toHaveLength(1);
});

test("a pane that was closed is gone on from by the next: only the parts that are missing are sent", async () => {
  const world = await aWorld();
  const first = await world.open();
  world.through(async (address, init) => {
    const answer = await world.real(address, init);
    if (address.endsWith("/parts/2")) first.close();
    return answer;
  });
  await sendNovember(world, first);
  world.through();
  world.requests.splice(0);
  const second = await world.open();
  await world.advance(0);
  expect(second.sending.state.value).toMatchObject({ is: "sent", receipt: { version: 1, rows: 5 } });
  expect(
    world.requests.map(({ method, path }) =>
      `${method} ${path.split("/").slice(-2).join("/")}`.replace(/id-\d+/, "id"),
    ),
  ).toEqual(["GET uploads/id", "GET uploads/id", "PUT parts/3", "POST id/commit"]);
});

test("a commit whose answer was lost is asked for again, and makes no second version", async () => {
  const world = await aWorld();
  const first = await world.open();
  world.through(async (address, init) => {
    const answer = await world.real(address, init);
    if (COMMIT.test(address)) first.close();
    return answer;
  });
  await sendNovember(world, first);
  expect(await world.versions()).toHaveLength(1);
  world.through();
  // The list has been edited since; what was sent is what was received.
  world.workbook.lists = [listOf(children(9))];
  const second = await world.open();
  await world.advance(0);
  expect(second.sending.state.value).toMatchObject({ is: "sent", receipt: { version: 1, rows: 5 } });
  expect(await world.versions()).toHaveLength(1);
  expect(world.outbox()).toEqual([]);
});

test("a list that has changed since is sent anew from the beginning, and that is said", async () => {
  const world = await aWorld();
  const first = await world.open();
  world.through((address, init) => {
    if (address.endsWith("/parts/2")) first.close();
    return world.real(address, init);
  });
  await sendNovember(world, first);
  world.through();
  world.workbook.lists = [listOf(children(4, { complexity: 2 }))];
  const second = await world.open();
  await world.advance(0);
  expect(second.sending.state.value).toMatchObject({
    is: "sent",
    receipt: { version: 1, rows: 4 },
    sentence: expect.stringContaining("The list or the register had changed since sending it began") as string,
  });
  expect(new Set(world.to("POST", COMMIT).map(({ path }) => path)).size).toBe(1);
  expect(world.workbook.choices.unsent).toEqual({});
});

test("another workbook's list is never sent in the place of the one that an upload was begun from", async () => {
  const world = await aWorld();
  const first = await world.open();
  world.through((address, init) => {
    if (address.endsWith("/parts/2")) first.close();
    return world.real(address, init);
  });
  await sendNovember(world, first);
  world.through();
  world.workbook.lists = [listOf(children(7))];
  world.workbook.choices = { columns: {}, teams: {}, roles: {}, marks: {} };
  const other = await world.open();
  await world.advance(0);
  expect(other.sending.state.value).toMatchObject({
    is: "waiting",
    sentence: expect.stringContaining("begun from a list that is not in this workbook") as string,
  });
  expect(await world.versions()).toEqual([]);
  expect(world.outbox()).toHaveLength(1);
  await other.sending.cancel();
  expect(world.outbox()).toEqual([]);
});

test("an upload that the service no longer has is begun again", async () => {
  const world = await aWorld();
  const first = await world.open();
  world.through((address, init) => {
    if (address.endsWith("/parts/2")) first.close();
    return world.real(address, init);
  });
  await sendNovember(world, first);
  const [entry] = world.outbox();
  world.through((address, init) =>
    address.endsWith(`/uploads/${entry?.uploadId ?? ""}`)
      ? Promise.resolve(problemAnswer(404, "There is no such upload."))
      : world.real(address, init),
  );
  const second = await world.open();
  await world.advance(0);
  expect(second.sending.state.value).toMatchObject({ is: "sent", receipt: { version: 1, rows: 5 } });
  expect(world.to("POST", /\/snapshots$/).map(({ key }) => key)).toEqual(["key-1", "key-2"]);
});

test("what the service refuses is said in its own words, and not tried for ever", async () => {
  const world = await aWorld();
  const pane = await world.open();
  world.through((address, init) =>
    PART.test(address)
      ? Promise.resolve(problemAnswer(422, "Some child refs do not look like a reference."))
      : world.real(address, init),
  );
  await sendNovember(world, pane);
  expect(pane.sending.state.value).toEqual({
    is: "refused",
    sentence: "Some child refs do not look like a reference.",
  });
  expect(world.outbox()).toEqual([]);
});

test("a fault of the service is waited out", async () => {
  const world = await aWorld();
  const pane = await world.open();
  world.through((address, init) =>
    PART.test(address)
      ? Promise.resolve(problemAnswer(500, "Something went wrong on our side."))
      : world.real(address, init),
  );
  await sendNovember(world, pane);
  expect(pane.sending.state.value).toMatchObject({
    is: "waiting",
    sentence: expect.stringContaining("went wrong") as string,
  });
  world.through();
  await world.advance(20_000);
  expect(pane.sending.state.value.is).toBe("sent");
});

test("a workbook that cannot be read is said, and nothing is sent", async () => {
  const world = await aWorld();
  const pane = await world.open();
  world.workbook.fault = new WorkbookProblem("AccessDenied", "The workbook is protected.");
  await sendNovember(world, pane);
  expect(pane.sending.state.value).toEqual({ is: "refused", sentence: "The workbook is protected." });
  expect(world.requests).toEqual([]);
});

test("a browser that keeps nothing sends all the same", async () => {
  const world = await aWorld({ storage: "refused" });
  const pane = await world.open();
  await sendNovember(world, pane);
  expect(pane.sending.state.value.is).toBe("sent");
  expect((await pane.sending.preview("dover", "2024-11", undefined)).warnings.at(-1)).toContain("leave the pane open");
});
