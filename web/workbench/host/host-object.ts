/**
 * An object as the client asks for it: members by their names on the wire ("GetRange"). What a member gives is a plain
 * value, another object, or `NULL_OBJECT`.
 */
export interface HostObject {
  /** Its class in Office.js, for messages: "Range". */
  readonly type: string;
  /** How its collection finds it again; NamedItem and Setting call theirs "_Id". */
  readonly id?: { readonly key: "Id" | "_Id"; readonly value: () => string };
  /** Its id and properties are known only when all actions of the request are done. */
  readonly isLate?: boolean;
  readonly get?: Members<() => unknown>;
  readonly set?: Members<(value: unknown) => void>;
  readonly call?: Members<(...given: readonly unknown[]) => unknown>;
  /** For a collection. */
  readonly items?: () => readonly HostObject[];
  /** `collection[key]`, as getItem and items of a loaded collection ask for it. */
  readonly item?: (key: unknown) => HostObject;
  /** For an object that the client keeps over several syncs. */
  readonly isKept?: boolean;
}

export type Members<T> = Readonly<Record<string, T>>;

const made = new WeakSet<object>();

/** Makes a host object, told from plain values that happen to look like one. */
export function hostObject(object: HostObject): HostObject {
  made.add(object);
  return object;
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === "object" && value !== null && made.has(value);

/** What `getItemOrNullObject` gives where there is nothing; whatever is asked of it is nothing again. */
export const NULL_OBJECT = hostObject({ type: "NullObject" });
