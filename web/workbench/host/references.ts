import { itemNotFound } from "./failure.ts";
import type { HostObject } from "./host-object.ts";

/** Objects that the client keeps over several syncs, so that a second sync works with the very cells of the first. */
export interface References {
  /** The name under which an object is kept, the same for the same object. */
  keep(object: HostObject): string;
  nameOf(object: HostObject): string | undefined;
  find(name: string): HostObject;
  drop(name: string): void;
  readonly count: number;
}

export function newReferences(): References {
  const objects = new Map<string, HostObject>();
  const names = new Map<HostObject, string>();
  let last = 0;
  return {
    keep(object) {
      const name = names.get(object) ?? `reference-${++last}`;
      objects.set(name, object);
      names.set(object, name);
      return name;
    },
    nameOf: (object) => names.get(object),
    find(name) {
      const object = objects.get(name);
      if (!object) throw itemNotFound();
      return object;
    },
    drop(name) {
      const object = objects.get(name);
      if (object) names.delete(object);
      objects.delete(name);
    },
    get count() {
      return objects.size;
    },
  };
}
