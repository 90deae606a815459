import { readRelationships } from "./relationships.ts";
import { parseXml } from "./xml.ts";
import { SMALL_PART_LIMIT, type Parts } from "./zip-parts.ts";

const under = (parts: Parts, path: string, kind: string): string[] =>
  [...readRelationships(parts, path).values()].flatMap((one) =>
    one.kind === kind && parts.has(one.path) ? [one.path] : [],
  );

/** What add-ins keep in the file, by key, as JSON text. None where those parts cannot be read: they are no reason to refuse a workbook. */
export function readSettings(parts: Parts): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  try {
    const extensions = under(parts, "", "webextensiontaskpanes").flatMap((panes) =>
      under(parts, panes, "webextension"),
    );
    for (const path of extensions) {
      parseXml(parts.pieces(path, SMALL_PART_LIMIT), {
        open(element, { name, value }) {
          if (element === "property" && name !== undefined && value !== undefined) settings.set(name, value);
        },
      });
    }
  } catch {
    return new Map();
  }
  return settings;
}
