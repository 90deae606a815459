import { CODEBOOK, ROUNDING } from "../../web/evaluation/codebook.ts";

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** The codebook of every measure, as the evaluation page shows it. */
export function measureReference(): string {
  const rows = CODEBOOK.map(({ id, title, counted, of, source }) =>
    line([`\`${id}\``, title, counted, of ?? "a plain count", source]),
  );
  return [
    "# The measures",
    "",
    "Generated from [web/evaluation/codebook.ts](../web/evaluation/codebook.ts) by `npm run docs`; the evaluation page shows the same table.",
    "",
    line(["id", "measure", "what is counted", "out of", "where the definition comes from"]),
    line(["---", "---", "---", "---", "---"]),
    ...rows,
    "",
    "## Rounding",
    "",
    ...ROUNDING.map((sentence) => `- ${sentence}`),
    "",
  ].join("\n");
}
