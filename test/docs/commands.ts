/** A command that a page tells its reader to give, and where. */
export interface Named {
  readonly command: string;
  readonly page: string;
}

const PROGRAMS = /^(?:npm|npx|node|curl|aws|cdk|git) /;

/** Lines of fenced blocks; a block of another kind (`text`) is no command. A comment after one is left out. */
function inBlocks(text: string): string[] {
  const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].filter(([, kind]) => kind === "" || kind === "sh");
  return blocks
    .flatMap(([, , body = ""]) => body.split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "");
}

/** Commands named within a line or a table. */
const inLines = (text: string): string[] =>
  [...text.replaceAll(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)]
    .map(([, code = ""]) => code.trim())
    .filter((code) => PROGRAMS.test(code));

export const commandsOf = (page: string, text: string): Named[] =>
  [...inBlocks(text), ...inLines(text)].map((command) => ({ command, page }));

export interface Linked {
  readonly target: string;
  readonly anchor: string | undefined;
}

/** Relative links and pictures; not those to the web, nor what stands in a block or in code. */
export function linksOf(text: string): Linked[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, to = ""]) => {
    if (/^[a-z]+:/i.test(to)) return [];
    const [target = "", anchor] = to.split("#");
    return [{ target, anchor }];
  });
}

/** The anchors that headings are given. */
export const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, "")
        .replaceAll(" ", "-"),
    ),
  );
