import { fileURLToPath } from "node:url";
import { startLocal } from "../../functions/local/start.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { buildPages, isBuilt } from "../build/pages.ts";
import { ELSEWHERE, seed, type Caller } from "../seed.ts";
import { serveFiles } from "../serve/serve-files.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface Where {
  readonly port: number;
  /** Where the data are kept. */
  readonly folder: string;
  /** Empties the folder first. */
  readonly isFresh: boolean;
}

export interface Here {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The service, the add-in and the workbench on this machine, with the sample's invented data. Throws with a sentence if
 * the port is taken or the pages cannot be built.
 */
export async function startHere({ port, folder, isFresh }: Where): Promise<Here> {
  const dist = at("dist");
  if (!isBuilt(dist)) {
    console.log("Building the add-in and the workbench; this takes a few seconds and happens after each change.");
    await buildPages(dist);
  }
  const local = await startLocal({
    port,
    folder,
    isFresh,
    writeLog: (line) => {
      process.stderr.write(`${line}\n`);
    },
    beside: serveFiles({ dist, nodeModules: at("node_modules") }),
  }).catch((error: unknown) => {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    throw isTaken
      ? new Error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`)
      : error;
  });

  const tokens = {
    Admin: await local.signIn({ name: "Demo Admin", roles: ["Admin"], teams: [] }),
    Manager: await local.signIn({
      name: "Demo Manager",
      teams: kentTrial2024.trial.teams.map(({ id }) => id),
      roles: ["Manager"],
    }),
    Elsewhere: await local.signIn({ name: "Demo Swale Manager", teams: [ELSEWHERE], roles: ["Manager"] }),
  };
  const call: Caller["call"] = async (as, method, path, body) => {
    const response = await fetch(`${local.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens[as]}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = response.status === 204 ? undefined : await response.json();
    if (!response.ok)
      throw new Error(
        `${method} ${path} was answered with ${response.status}: ${String((answer as { detail?: unknown }).detail)}`,
      );
    return answer;
  };
  const { items } = (await call("Admin", "GET", "/practitioners?limit=1")) as { items: readonly unknown[] };
  if (items.length === 0) {
    const { people, teams } = await seed({ call });
    console.log(`Put the sample's ${people} invented practitioners and the lists of ${teams} teams into ${folder}.`);
  }
  return local;
}
