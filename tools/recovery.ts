/** `npm run recovery -- export|import FOLDER`, `… -- compare FOLDER FOLDER`: everything that a service keeps, out and back in. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { askAdmin, localAdminToken } from "./recovery/ask-admin.ts";
import { newFolder, pagesIn, writePage } from "./recovery/pages.ts";
import { countOf, differences, exported, importAll } from "./recovery/transfer.ts";
import { port } from "./settings.ts";

const USAGE = `npm run recovery -- export FOLDER [--url ADDRESS --token FILE]
npm run recovery -- import FOLDER [--url ADDRESS --token FILE]
npm run recovery -- compare FOLDER FOLDER
Without --url it is the service that npm start runs on this machine. The file holds an Admin's bearer token.`;

const numbered = (n: number): string => n.toLocaleString("en-GB");

async function run(args: readonly string[]): Promise<void> {
  const {
    values: { url = `http://localhost:${port(3000)}`, token },
    positionals: [what, folder, other],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { url: { type: "string" }, token: { type: "string" } },
  });
  if (
    folder === undefined ||
    !["export", "import", "compare"].includes(what ?? "") ||
    (what === "compare") !== (other !== undefined)
  )
    throw new Error(USAGE);
  if (what === "compare") {
    const found = differences(pagesIn(folder), pagesIn(other ?? ""));
    for (const [kind, count] of found) console.log(`${kind}: ${numbered(count)} differ`);
    console.log(found.size === 0 ? "The two exports hold the same." : "The two exports differ.");
    process.exitCode = found.size === 0 ? 0 : 1;
    return;
  }
  const ask = askAdmin(url, token === undefined ? await localAdminToken(url) : readFileSync(token, "utf8").trim());
  if (what === "import") {
    const { put, held } = await importAll(ask, pagesIn(folder));
    console.log(`Put back ${numbered(put)} items${held > 0 ? `; ${numbered(held)} were there already` : ""}.`);
    return;
  }
  newFolder(folder);
  const pages: string[] = [];
  for await (const page of exported(ask)) {
    pages.push(page);
    writePage(folder, pages.length, page);
  }
  console.log(
    `Wrote ${numbered(countOf(pages))} items in ${pages.length} ${pages.length === 1 ? "page" : "pages"} to ${folder}. Keep it as safely as the service itself.`,
  );
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : "The export or import did not work.");
  process.exitCode = 2;
}
