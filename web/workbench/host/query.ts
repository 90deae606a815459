import { apiNotFound } from "./failure.ts";
import { isHostObject, NULL_OBJECT, type HostObject } from "./host-object.ts";
import type { RichApiAction } from "./rich-api.ts";

/** What is to be loaded of an object: its own properties, and what of the objects below it. `*` is every plain property. */
interface PropertyTree {
  readonly names: Set<string>;
  readonly below: Map<string, PropertyTree>;
}

const emptyTree = (): PropertyTree => ({ names: new Set(), below: new Map() });

/** The wire names members as Office.js does, with a capital. */
const wireName = (name: string): string => (name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1));

function add(wanted: PropertyTree, path: string): void {
  const [first = "*", ...rest] = path.split("/");
  if (rest.length === 0) {
    wanted.names.add(first === "*" ? first : wireName(first));
    return;
  }
  const name = wireName(first);
  const inner = wanted.below.get(name) ?? emptyTree();
  wanted.below.set(name, inner);
  add(inner, rest.join("/"));
}

/** Answers `load(...)`: the values asked for, by their names on the wire. */
export function queried(object: HostObject, query: RichApiAction["QueryInfo"]): unknown {
  const wanted = emptyTree();
  const paths = [...(query?.Select ?? []), ...(query?.Expand ?? []).map((path) => `${path}/*`)];
  for (const path of paths.length > 0 ? paths : ["*"]) add(wanted, path);
  return valueOf(object, wanted, query);
}

function valueOf(object: HostObject, wanted: PropertyTree, query?: RichApiAction["QueryInfo"]): unknown {
  if (object === NULL_OBJECT) return null;
  if (!object.items) return propertiesOf(object, wanted);
  const skip = query?.Skip ?? 0;
  const items = object.items().slice(skip, query?.Top === undefined ? undefined : skip + query.Top);
  const own = [...wanted.names].filter((name) => object.get?.[name] !== undefined);
  return {
    ...propertiesOf(object, { names: new Set(own), below: new Map() }),
    _Items: items.map((item) =>
      propertiesOf(item, {
        names: new Set([...wanted.names].filter((name) => !own.includes(name))),
        below: wanted.below,
      }),
    ),
  };
}

const ALL: PropertyTree = { names: new Set(["*"]), below: new Map() };

function propertiesOf(object: HostObject, { names, below }: PropertyTree): Record<string, unknown> {
  const values: Record<string, unknown> = { ...identityOf(object) };
  for (const name of names) {
    if (name === "*") Object.assign(values, plainProperties(object));
    else values[name] = loaded(member(object, name), ALL);
  }
  for (const [name, wanted] of below) values[name] = loaded(member(object, name), wanted);
  return values;
}

/** How a later sync finds the object again. */
export const identityOf = ({ id }: HostObject): Record<string, unknown> => (id ? { [id.key]: id.value() } : {});

const loaded = (value: unknown, wanted: PropertyTree): unknown =>
  isHostObject(value) ? valueOf(value, wanted) : value;

function member(object: HostObject, name: string): unknown {
  const read = object.get?.[name];
  if (!read) throw apiNotFound(`${object.type}.${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  return read();
}

function plainProperties(object: HostObject): Record<string, unknown> {
  const values = Object.entries(object.get ?? {}).map(([name, read]) => [name, read()] as const);
  return Object.fromEntries(values.filter(([, value]) => !isHostObject(value)));
}
