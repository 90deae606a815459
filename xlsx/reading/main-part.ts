import { firstOfKind, readRelationships } from "./relationships.ts";
import { sentences, UnreadableFile } from "./unreadable.ts";
import type { Parts } from "./zip-parts.ts";

/** The path of the workbook part. Throws {@link UnreadableFile} if the zip is something else than a workbook. */
export function findWorkbookPart(parts: Parts): string {
  const main = firstOfKind(readRelationships(parts, ""), "officeDocument")?.path ?? "xl/workbook.xml";
  if (main.startsWith("word/")) throw new UnreadableFile(sentences.word);
  if (main.startsWith("ppt/")) throw new UnreadableFile(sentences.powerPoint);
  if (main.endsWith(".bin")) throw new UnreadableFile(sentences.binary);
  if (!parts.has(main)) throw new UnreadableFile(parts.has("mimetype") ? sentences.openDocument : sentences.otherZip);
  return main;
}
