import { apiNotFound, HostFailure, itemNotFound } from "./failure.ts";
import { isHostObject, NULL_OBJECT, type HostObject } from "./host-object.ts";
import type { References } from "./references.ts";
import { PATH, type RichApiArguments, type RichApiPath, type RichApiRequest } from "./rich-api.ts";

/** Finds the objects of one request by their paths. Each path is gone once only: `worksheets.add()` adds one sheet. */
export interface Paths {
  object(pathId: number): HostObject;
  /** Arguments as values, and as objects where the client gave an object. */
  given(info: RichApiArguments | undefined): unknown[];
}

/** `root` is the workbook; `services` what the client makes by name besides it. */
export function pathsOf(
  request: RichApiRequest,
  root: HostObject,
  services: ReadonlyMap<string, HostObject>,
  references: References,
): Paths {
  const found = new Map<number, HostObject>();

  const given = (info: RichApiArguments | undefined): unknown[] =>
    (info?.Arguments ?? []).map((value, at) => {
      const pathId = info?.ReferencedObjectPathIds?.[at];
      return typeof pathId === "number" && pathId !== 0 ? object(pathId) : value;
    });

  function fromMethod(parent: HostObject, path: RichApiPath): HostObject {
    const method = parent.call?.[path.Name ?? ""];
    if (!method) throw apiNotFound(`${parent.type}.${path.Name ?? ""}()`);
    return objectOr(method(...given(path.ArgumentInfo)), parent, path);
  }

  function fromProperty(parent: HostObject, path: RichApiPath): HostObject {
    const property = parent.get?.[path.Name ?? ""];
    if (!property) throw apiNotFound(`${parent.type}.${path.Name ?? ""}`);
    return objectOr(property(), parent, path);
  }

  function fromIndex(parent: HostObject, path: RichApiPath): HostObject {
    if (!parent.item) throw apiNotFound(`${parent.type}.getItem()`);
    return parent.item(given(path.ArgumentInfo)[0]);
  }

  function go(path: RichApiPath): HostObject {
    if (path.ObjectPathType === PATH.global) return root;
    if (path.ObjectPathType === PATH.nullObject) return NULL_OBJECT;
    if (path.ObjectPathType === PATH.reference) return references.find(path.Name ?? "");
    if (path.ObjectPathType === PATH.created) return serviceNamed(services, path.Name ?? "");
    const parent = object(path.ParentObjectPathId ?? 0);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    if (path.ObjectPathType === PATH.method) return fromMethod(parent, path);
    if (path.ObjectPathType === PATH.property) return fromProperty(parent, path);
    if (path.ObjectPathType === PATH.indexer) return fromIndex(parent, path);
    throw new HostFailure("GeneralException", "The client sent a kind of path that is not known.");
  }

  function object(pathId: number): HostObject {
    const known = found.get(pathId);
    if (known) return known;
    const path = request.ObjectPaths[pathId];
    if (!path) throw itemNotFound();
    const gone = go(path);
    found.set(pathId, gone);
    return gone;
  }

  return { object, given };
}

function objectOr(value: unknown, parent: HostObject, path: RichApiPath): HostObject {
  if (isHostObject(value)) return value;
  throw new HostFailure("GeneralException", `${parent.type}.${path.Name ?? ""} is no object.`);
}

function serviceNamed(services: ReadonlyMap<string, HostObject>, name: string): HostObject {
  const service = services.get(name);
  if (!service) throw apiNotFound(name);
  return service;
}
