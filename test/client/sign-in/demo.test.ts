import { describe, expect, test } from "vitest";
import { demoSignIn } from "../../../client/sign-in/demo.ts";
import { localIssuer } from "../../../functions/local/issuer.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { testClock } from "../test-clock.ts";

const BEGINS = new Date("2024-11-30T12:00:00Z");

async function aDemo() {
  const folder = mkdtempSync(join(tmpdir(), "issuer-"));
  const { clock, advance } = testClock(BEGINS);
  const now = (): Date => new Date(clock.now());
  const { app } = await localIssuer({
    folder,
    issuer: "http://localhost:3000",
    audience: "api://local",
    scope: "access_as_user",
    table: memoryTable(now),
    now,
  });
  rmSync(folder, { recursive: true });
  let [asked, isThere] = [0, true];
  const signIn = demoSignIn({
    clock,
    fetch: async (address, init) => {
      asked += 1;
      return isThere ? app.request(`http://localhost:3000${address}`, init) : Promise.reject(new TypeError("network"));
    },
  });
  return {
    signIn,
    advance,
    asked: () => asked,
    leave: () => {
      isThere = false;
    },
  };
}

describe("the demo manager", () => {
  test("is signed in by the local issuer, as a manager of the trial's teams", async () => {
    const { signIn } = await aDemo();
    await signIn.signIn();
    expect(decodeJwt((await signIn.token()) ?? "")).toMatchObject({ name: "Demo Manager", roles: ["Manager"] });
  });

  test("gets one token for a working day, a new one before its end, and one when it was not believed", async () => {
    const { signIn, advance, asked } = await aDemo();
    await signIn.signIn();
    await advance(7 * 3_600_000);
    await signIn.token();
    expect(asked()).toBe(1);
    await advance(56 * 60_000);
    await signIn.token();
    expect(asked()).toBe(2);
    await signIn.token(true);
    expect(asked()).toBe(3);
  });

  test("signed out, is asked for anew", async () => {
    const { signIn, asked } = await aDemo();
    await signIn.signIn();
    await signIn.signOut();
    await signIn.token();
    expect(asked()).toBe(2);
  });

  test("says what to do when the local service does not answer, or refuses", async () => {
    const { signIn, leave } = await aDemo();
    leave();
    await expect(signIn.signIn()).rejects.toThrow(
      "The local service does not answer. Start it with npm start, then sign in again.",
    );
    await expect(signIn.token()).rejects.toThrow();
    const refused = demoSignIn({
      clock: testClock(BEGINS).clock,
      fetch: () => Promise.resolve(Response.json({ detail: "no" }, { status: 403 })),
    });
    await expect(refused.signIn()).rejects.toThrow("The demo manager could not be signed in");
  });
});
