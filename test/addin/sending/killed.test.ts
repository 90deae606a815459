import { describe, expect, test } from "vitest";
import { NO_CHOICES } from "../../../addin/workbook/choices.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { NOW } from "../../functions/support/tokens.ts";
import { PROOF } from "../../settings.ts";
import { killPoints, mortal, type KillPoint } from "./kill-points.ts";
import { aWorld, children, listOf, sendNovember, type Pane } from "./world.ts";

const AS_SENT = [listOf(children(9))];
const EDITED = [listOf([...children(7), { childRef: "C-77", lead: "" }])];
/** Opening, five parts, commit. */
const REQUESTS = 7;
const DOWN_FOR = 30_000;
const MOST_STEPS = 60;

const lost = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));

/** What the service holds of a list that was sent without any trouble. */
async function undisturbed(lists: typeof AS_SENT): Promise<unknown> {
  const world = await aWorld({ lists });
  await sendNovember(world, await world.open());
  return world.rows();
}
const rowsAsSent = await undisturbed(AS_SENT);
const rowsEdited = await undisturbed(EDITED);

/** Sends a month while everything breaks off at these points; whoever sees nothing of it any more sends it again. */
async function killedAt(points: readonly KillPoint[]) {
  const { table, server } = mortal(memoryTable(() => NOW));
  const world = await aWorld({ lists: AS_SENT, needs: { table } });
  const ahead = [...points];
  let isCut = false;
  let happened = 0;
  let requests = 0;
  let pane: Pane = await world.open();
  const later = (work: () => void): void => {
    world.clock.after(DOWN_FOR, work);
  };

  function close({ kind, isEdited }: KillPoint): void {
    pane.close();
    if (kind.startsWith("Excel")) world.workbook.choices = NO_CHOICES;
    if (isEdited) world.workbook.lists = EDITED;
  }
  function cut(): void {
    isCut = true;
    later(() => {
      isCut = false;
    });
  }
  function happens(point: KillPoint): void {
    ahead.splice(ahead.indexOf(point), 1);
    happened += 1;
  }

  /** A process that is gone answers nothing, whatever it was about to say; it is started again after a while. */
  async function answered(address: string, init: RequestInit): Promise<Response | undefined> {
    const answer = await world.real(address, init);
    if (!server.isDown) return answer;
    later(() => {
      server.isDown = false;
    });
    return undefined;
  }

  world.through(async (address, init) => {
    if (isCut || server.isDown) return lost();
    if (!address.includes("/snapshots")) return (await answered(address, init)) ?? lost();
    requests += 1;
    const point = ahead.find(({ request }) => request <= requests);
    const kind = point?.kind ?? "";
    if (point) happens(point);
    if (point && kind.endsWith("before a request")) {
      if (kind.startsWith("the network")) cut();
      else close(point);
      return lost();
    }
    if (kind.startsWith("the server")) {
      server.writesFirst = kind.endsWith("wrote");
      server.diesAt = server.operations + (point?.operation ?? 1);
    }
    const answer = await answered(address, init);
    if (!answer) return lost();
    if (point && kind.startsWith("the network")) {
      cut();
      return lost();
    }
    if (point && !kind.startsWith("the server")) close(point);
    return answer;
  });

  void pane.sending.send("dover", "2024-11", undefined);
  const atOnce = ahead.find(({ request }) => request === 0);
  if (atOnce) {
    happens(atOnce);
    close(atOnce);
  }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await world.advance(15_000);
    if (pane.isClosed) {
      pane = await world.open();
      await world.advance(0);
    }
    const isDone = world.outbox().length === 0 && !server.isDown && !isCut;
    if (isDone && world.workbook.choices.receipts?.length === 1 && !pane.isClosed) break;
    // Closed before anything was kept of it: nobody has been told that it was sent.
    if (isDone && pane.sending.state.value.is === "idle" && !pane.isClosed)
      void pane.sending.send("dover", "2024-11", undefined);
  }
  server.diesAt = Infinity;
  world.through();
  return { world, pane, happened };
}

const told = (points: readonly KillPoint[]): string =>
  points
    .map(({ kind, request, isEdited }) => `${kind} (request ${request}${isEdited ? ", list edited" : ""})`)
    .join("; ");

describe("a month that is killed on its way is in the end there once, and whole", () => {
  for (let seed = 1; seed <= PROOF.kills; seed += 1) {
    const points = killPoints(seed, REQUESTS);
    test(`${seed}: ${told(points)}`, async () => {
      const { world, happened } = await killedAt(points);
      expect(happened, "something was killed").toBeGreaterThan(0);
      const versions = await world.versions();
      expect(versions.map(({ version, isNewest }) => ({ version, isNewest }))).toEqual([
        { version: 1, isNewest: true },
      ]);
      const [receipt] = versions;
      const rows = await world.rows();
      expect(rows).toEqual(receipt?.rows === 9 ? rowsAsSent : rowsEdited);
      expect(rows).toHaveLength(receipt?.rows ?? 0);
      if (!points.some(({ isEdited }) => isEdited)) expect(receipt?.rows).toBe(9);
      expect(world.outbox()).toEqual([]);
      expect(world.workbook.choices.receipts).toMatchObject([{ version: 1, contentHash: receipt?.contentHash }]);
      expect(world.workbook.choices.unsent ?? {}).toEqual({});
    });
  }
});
