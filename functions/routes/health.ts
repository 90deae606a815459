import { Hono } from "hono";
import type { Env } from "../http/accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "../http/problem.ts";
import { keys } from "../store/keys.ts";

const MOST = 2_000;

/** Whether the table answers in time. */
async function answers({ table }: Dependencies, most: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, most);
  });
  const read = table.get(keys.probe).then(
    () => true,
    () => false,
  );
  return Promise.race([read, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** For whoever watches over the service: it is well only if its table really answers. */
export const healthRoutes = (deps: Dependencies, most = MOST) =>
  new Hono<Env>().get("/health", async (c) => {
    if (!(await answers(deps, most)))
      throw new Refusal(503, "The service does not reach its table. Try again in a minute.");
    return c.json({ status: "ok" });
  });
