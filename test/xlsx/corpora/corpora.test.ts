import { extname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CORPORA, type Corpus } from "../../../tools/corpora/corpora.ts";
import { gitDirectory } from "../../../tools/corpora/git-directory.ts";
import { workbooksOf, type StoredFile } from "../../../tools/corpora/workbooks.ts";
import { corpusDirectory } from "../../../tools/settings.ts";
import { PROOF } from "../../settings.ts";
import { amiss, HAS_VALIDATOR } from "../patching/validator.ts";
import { Counts } from "./counts.ts";
import { ownProcess } from "./own-process.ts";
import { reasonFor, UNREAD_BY_SHEETJS } from "./reasons.ts";

const SECONDS = 60;
const MEGABYTES = 512;
/** Over the longest list of parts that one cell may change. */
const MOST_PARTS = 5;
const HOUR = 3_600_000;

const reader = ownProcess({ seconds: SECONDS, megabytes: MEGABYTES });
/** SheetJS holds more than we do. */
const other = ownProcess({ seconds: 5 * SECONDS, megabytes: 4 * MEGABYTES });
const counts = new Counts();
afterAll(() => {
  reader.stop();
  other.stop();
  if (PROOF.corpora) console.log(counts.text());
});

const { everyOne, validated } = PROOF.corpora ?? { everyOne: 1, validated: 0 };

const source = ({ repository }: Corpus) => ({
  directory: corpusDirectory(repository),
  address: `https://github.com/${repository}.git`,
  cache: join("node_modules", ".cache", "corpora"),
});

/** What is wrong with how we read one file; undefined if it was refused. */
async function faultsOfReading(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  const read = await reader.ask("read", bytes);
  counts.add("files");
  if ("failed" in read) return [read.failed];
  counts.peak(read.peak);
  const { answer } = read;
  if ("refused" in answer) {
    counts.add(`refused: ${answer.refused}`);
    return /^The (file|workbook) .*\.$/s.test(answer.refused) ? undefined : [`no sentence: ${answer.refused}`];
  }
  counts.add("read");
  counts.add("asked whether it is a list", answer.questions);
  counts.add("sheets named as unread", answer.unreadSheets.length);
  return answer.lists.map((sheet) => `a list of allocations was found on ${sheet}`);
}

async function faultsOfValues(path: string, bytes: Uint8Array): Promise<readonly string[]> {
  const compared = await other.ask("compare", bytes);
  if ("failed" in compared) return [`compared: ${compared.failed}`];
  if ("unreadByThem" in compared.answer) {
    const { unreadByThem } = compared.answer;
    const why = Object.entries(UNREAD_BY_SHEETJS).find(([file]) => path.endsWith(file))?.[1];
    counts.add(`SheetJS cannot read it: ${why ?? "unexplained"}`);
    return why === undefined ? [`SheetJS: ${unreadByThem}`] : [];
  }
  counts.add("cells that agree", compared.answer.agreeing);
  return compared.answer.disagreements.flatMap((one) => {
    const why = reasonFor(path, one);
    counts.add(`cells that differ: ${why ?? "unexplained"}`);
    return why === undefined
      ? [`${one.sheet}!${one.address} is ${JSON.stringify(one.ours)}, for SheetJS ${JSON.stringify(one.theirs)}`]
      : [];
  });
}

/** What is lost when a cell with a value or a formula is typed over, and what Microsoft's validator says only then. */
async function faultsOfPatching(
  { path, bytes }: StoredFile,
  kind: "value" | "formula",
  isValidated: boolean,
): Promise<readonly string[]> {
  const patched = await other.ask(`patch ${kind}`, bytes);
  if ("failed" in patched) return [`a ${kind} patched: ${patched.failed}`];
  const { answer } = patched;
  if ("hasNone" in answer) return [];
  if ("refused" in answer) {
    counts.add(`a ${kind} that is filled together with others, which cannot be typed over`);
    return answer.refused.filter((sentence) => !/ one formula fills together, and cannot be changed/.test(sentence));
  }
  counts.add(`a ${kind} typed over, and of the parts changed: ${answer.changedParts.length}`);
  const many = answer.changedParts.length > MOST_PARTS ? [`changed ${answer.changedParts.join(", ")}`] : [];
  const said = isValidated ? newlyAmiss(path, bytes, answer.bytes) : [];
  return [...many, ...answer.faults, ...said].map((fault) => `a ${kind} typed over: ${fault}`);
}

function newlyAmiss(path: string, before: Uint8Array, after: Uint8Array): readonly string[] {
  let said: readonly string[];
  try {
    said = amiss(before, extname(path).toLowerCase());
  } catch {
    counts.add("not opened by the Open XML SDK as it was");
    return [];
  }
  counts.add("validated before and after");
  return amiss(after, extname(path).toLowerCase()).filter((one) => !said.includes(one));
}

describe.skipIf(!PROOF.corpora)("other people's workbooks", () => {
  it.for(CORPORA)(
    "$repository: read or refused in a sentence, as SheetJS reads them, and given back whole with one cell changed",
    { timeout: HOUR },
    async (corpus, { skip }) => {
      const directory = gitDirectory(corpus, source(corpus));
      if (typeof directory !== "string") {
        counts.skipped(directory.missing);
        return skip(directory.missing);
      }
      const { files, absent } = workbooksOf(directory, corpus.commit);
      counts.start(corpus.repository);
      for (const path of absent)
        counts.skipped(`${corpus.repository} ${path} was not read: the git directory lacks it.`);
      const sample = files.filter((_, index) => index % everyOne === 0);
      const everyValidated = Math.ceil(sample.length / Math.max(validated, 1));
      const faults: string[] = [];
      for (const [index, { path, bytes }] of sample.entries()) {
        const read = await faultsOfReading(bytes);
        const rest =
          read === undefined
            ? []
            : [
                ...(await faultsOfValues(path, bytes)),
                ...(await faultsOfPatching({ path, bytes }, "value", HAS_VALIDATOR && index % everyValidated === 0)),
                ...(await faultsOfPatching({ path, bytes }, "formula", HAS_VALIDATOR && index % everyValidated === 0)),
              ];
        faults.push(...[...(read ?? []), ...rest].map((fault) => `${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
  );
});
