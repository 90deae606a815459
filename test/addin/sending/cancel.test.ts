import { expect, test } from "vitest";
import { problemAnswer } from "../service/world.ts";
import { aWorld, COMMIT, sendNovember } from "./world.ts";

const lost = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));

test("cancelled, it is never committed", async () => {
  const world = await aWorld();
  const pane = await world.open();
  world.through((address, init) => {
    if (address.endsWith("/parts/2")) void pane.sending.cancel();
    return world.real(address, init);
  });
  await sendNovember(world, pane);
  expect(pane.sending.state.value).toEqual({ is: "cancelled" });
  world.through();
  await world.advance(300_000);
  await world.open();
  await world.advance(300_000);
  expect(world.to("POST", COMMIT)).toEqual([]);
  expect(await world.versions()).toEqual([]);
  expect(world.outbox()).toEqual([]);
  expect(world.workbook.choices.unsent).toEqual({});
});

test("cancelled while its commit is on its way, it says what became of it", async () => {
  const world = await aWorld();
  const pane = await world.open();
  let cancelling: Promise<void> | undefined;
  world.through((address, init) => {
    if (COMMIT.test(address)) cancelling ??= pane.sending.cancel();
    return world.real(address, init);
  });
  await sendNovember(world, pane);
  await cancelling;
  expect(pane.sending.state.value).toMatchObject({ is: "sent", receipt: { version: 1 } });
});

test("cancelled when the commit's answer was lost, the receipt is fetched, or it is said that nobody knows", async () => {
  for (const isBack of [true, false]) {
    const world = await aWorld();
    const pane = await world.open();
    world.through(async (address, init) => {
      const answer = await world.real(address, init);
      return COMMIT.test(address) ? problemAnswer(500, "Something went wrong on our side.") : answer;
    });
    await sendNovember(world, pane);
    expect(pane.sending.state.value.is).toBe("waiting");
    world.through(isBack ? undefined : lost);
    const cancelling = pane.sending.cancel();
    await world.advance(1_000);
    await cancelling;
    if (isBack)
      expect(pane.sending.state.value).toMatchObject({
        is: "sent",
        sentence: expect.stringContaining("before it could be stopped") as string,
      });
    else
      expect(pane.sending.state.value).toMatchObject({
        is: "refused",
        sentence: expect.stringContaining("Look in History") as string,
      });
    expect(world.outbox()).toEqual([]);
    expect(await world.versions()).toHaveLength(1);
  }
});

test("cancelled while it waits, nothing of it is left, and nothing goes on when the service is back", async () => {
  const world = await aWorld();
  const pane = await world.open();
  world.through((address, init) => (address.endsWith("/parts/2") ? lost() : world.real(address, init)));
  await sendNovember(world, pane);
  await world.advance(2_000);
  expect(pane.sending.state.value.is).toBe("waiting");
  world.through(lost);
  const cancelling = pane.sending.cancel();
  await world.advance(2_000);
  await cancelling;
  expect(pane.sending.state.value).toEqual({ is: "cancelled" });
  world.through();
  await world.advance(300_000);
  expect(world.to("POST", COMMIT)).toEqual([]);
  expect(world.outbox()).toEqual([]);
});

test("cancelled while the rows are still being read, nothing has left the workbook", async () => {
  const world = await aWorld();
  const pane = await world.open();
  const sending = pane.sending.send("dover", "2024-11", undefined);
  await pane.sending.cancel();
  await sending;
  await world.advance(0);
  expect(pane.sending.state.value).toEqual({ is: "cancelled" });
  expect(world.requests).toEqual([]);
});
