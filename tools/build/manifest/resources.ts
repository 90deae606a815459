import { everyIn, named, type Element } from "./tree.ts";

const LONGEST_ID = 32;
const LONGEST: Readonly<Record<string, number>> = {
  "bt:Images": 2048,
  "bt:Urls": 2048,
  "bt:ShortStrings": 125,
  "bt:LongStrings": 250,
};

/** The list of resources that an element with a `resid` is answered from. */
function listFor({ name }: Element): string {
  if (name === "bt:Image") return "bt:Images";
  if (name === "Description") return "bt:LongStrings";
  return ["Title", "Label", "Namespace"].includes(name) ? "bt:ShortStrings" : "bt:Urls";
}

const keyed = (list: string, id: string): string => `${list} ${id}`;

/** Every resource by its list and id. */
function resourcesOf(root: Element): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(LONGEST).flatMap((list) =>
      named(root, list).flatMap(({ children }) =>
        children.map(
          ({ attributes }) => [keyed(list, attributes["id"] ?? ""), attributes["DefaultValue"] ?? ""] as const,
        ),
      ),
    ),
  );
}

/** The text or address that an element's `resid` stands for. */
export const resourceFor = (root: Element, element: Element): string | undefined =>
  resourcesOf(root).get(keyed(listFor(element), element.attributes["resid"] ?? ""));

const referrers = (root: Element): readonly Element[] =>
  everyIn(root).filter(({ attributes }) => attributes["resid"] !== undefined);

function sizesWrong(root: Element): string[] {
  return Object.entries(LONGEST).flatMap(([list, longest]) =>
    named(root, list).flatMap(({ children }) =>
      children.flatMap(({ attributes }) => {
        const { id = "", DefaultValue: value = "" } = attributes;
        return [
          ...(id.length === 0 || id.length > LONGEST_ID
            ? [`The resource id "${id}" must have 1 to ${LONGEST_ID} characters.`]
            : []),
          ...(value.length === 0 || value.length > longest
            ? [`The resource "${id}" must have 1 to ${longest} characters; it has ${value.length}.`]
            : []),
        ];
      }),
    ),
  );
}

function twice(root: Element): string[] {
  const ids = Object.keys(LONGEST).flatMap((list) =>
    named(root, list).flatMap(({ children }) => children.map(({ attributes }) => attributes["id"] ?? "")),
  );
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map(
    (id) => `The resource id "${id}" is used twice.`,
  );
}

/** References that lead nowhere, resources that nothing uses, ids and texts that are too long: as sentences. */
export function resourceProblems(root: Element): readonly string[] {
  const resources = resourcesOf(root);
  const used = new Set(referrers(root).map((element) => keyed(listFor(element), element.attributes["resid"] ?? "")));
  return [
    ...referrers(root)
      .filter((element) => resourceFor(root, element) === undefined)
      .map(
        (element) =>
          `<${element.name} resid="${element.attributes["resid"] ?? ""}"> has no resource in <${listFor(element)}>.`,
      ),
    ...[...resources.keys()]
      .filter((key) => !used.has(key))
      .map((key) => `Nothing uses the resource "${key.split(" ")[1] ?? ""}".`),
    ...sizesWrong(root),
    ...twice(root),
  ];
}
