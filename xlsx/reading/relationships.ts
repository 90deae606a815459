import { damaged } from "./unreadable.ts";
import { parseXml } from "./xml.ts";
import { SMALL_PART_LIMIT } from "./zip-parts.ts";
import type { Parts } from "./zip-parts.ts";

export interface Relationship {
  /** The last word of the type's address, the same in ordinary and strict files: "worksheet", "table". */
  readonly kind: string;
  /** The full path of the part it leads to. */
  readonly path: string;
}

/** Ids to where the part at `path` ("" for the package) leads, within the file. */
export function readRelationships(parts: Parts, path: string): ReadonlyMap<string, Relationship> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const listed = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const found = new Map<string, Relationship>();
  if (!parts.has(listed)) return found;
  parseXml(parts.pieces(listed, SMALL_PART_LIMIT), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== "Relationship" || Id === undefined || Target === undefined || TargetMode === "External") return;
      found.set(Id, { kind: Type?.slice(Type.lastIndexOf("/") + 1) ?? "", path: resolve(folder, Target) });
    },
  });
  return found;
}

/** The part that a link leads to. One that leads nowhere means a damaged file: a sheet or table must not be dropped unsaid. */
export function related(relationships: ReadonlyMap<string, Relationship>, id: string): Relationship {
  const found = relationships.get(id);
  if (found === undefined) throw damaged();
  return found;
}

/** The first part of that kind. */
export const firstOfKind = (relationships: ReadonlyMap<string, Relationship>, kind: string): Relationship | undefined =>
  Array.from(relationships.values()).find((relationship) => relationship.kind === kind);

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
