import { DisplayError } from "../../../addin/service/service.ts";
import { aWorld, type Changes, type World } from "./world.ts";

export const SOON = 100;

export async function signedIn(changes: Changes = {}): Promise<World> {
  const world = await aWorld(changes);
  await world.signIn();
  return world;
}

/** What cells come to that are calculated at the same moment: a value, or the sentence of a `DisplayError`. */
export async function cells(world: World, asked: readonly (() => Promise<unknown>)[], wait = SOON): Promise<unknown[]> {
  const answers = asked.map((ask) =>
    ask().catch((error: unknown) => (error instanceof DisplayError ? error.message : error)),
  );
  await world.advance(wait);
  return Promise.all(answers);
}
