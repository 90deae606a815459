import { resourceFor } from "./resources.ts";
import { named, type Element } from "./tree.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const VERSION = /^\d{1,5}(\.\d{1,5}){0,3}$/;

/** Every element that names the page which functions, pane and buttons share. */
function pagesOf(root: Element): readonly Element[] {
  const inside = (name: string): readonly Element[] =>
    named(root, name).flatMap(({ children }) => children.filter((child) => child.name === "SourceLocation"));
  return [...named(root, "Runtime"), ...inside("Page"), ...named(root, "FunctionFile"), ...inside("Action")];
}

function hostProblems(root: Element): string[] {
  const hosts = named(root, "Host").map(({ attributes }) => attributes["Name"] ?? attributes["xsi:type"]);
  const isOurs = hosts.length === 2 && hosts.every((host) => host === "Workbook");
  return isOurs ? [] : ["The hosts must be one Workbook, in the manifest and in its overrides."];
}

const setOf = (root: Element, name: string): number =>
  Number(named(root, "Set").find(({ attributes }) => attributes["Name"] === name)?.attributes["MinVersion"] ?? 0);

/** One runtime, one page, one host, the namespace, and the requirement sets that the code counts on: what is wrong, as sentences. */
export function runtimeProblems(root: Element, namespace: string): readonly string[] {
  const pages = pagesOf(root).map(({ attributes }) => attributes["resid"]);
  const found = named(root, "Namespace").map((element) => resourceFor(root, element));
  const text = (name: string): string => named(root, name)[0]?.text ?? "";
  return [
    ...(GUID.test(text("Id")) ? [] : ["<Id> must be a GUID in small letters."]),
    ...(VERSION.test(text("Version")) ? [] : ["<Version> must be one to four numbers of up to five digits."]),
    ...(/^0*\./.test(text("Version")) ? ["<Version> must be 1.0 or higher: Microsoft refuses anything below."] : []),
    ...(new Set(pages).size === 1
      ? []
      : ["The runtime, the functions' page, the function file and the pane's button must all name the same page."]),
    ...(named(root, "Runtime")[0]?.attributes["lifetime"] === "long" ? [] : ['A shared runtime has lifetime="long".']),
    ...(named(root, "TaskpaneId").length === 0
      ? []
      : ["A shared runtime has no <TaskpaneId>: it would open a second pane."]),
    ...hostProblems(root),
    ...(found.length === 1 && found[0] === namespace ? [] : [`The functions' namespace must be ${namespace}.`]),
    ...(setOf(root, "SharedRuntime") >= 1.1 ? [] : ["The manifest must require SharedRuntime 1.1."]),
    ...(setOf(root, "CustomFunctionsRuntime") >= 1.3
      ? []
      : ["The manifest must require CustomFunctionsRuntime 1.3, for parameters' addresses."]),
    ...(setOf(root, "ExcelApi") >= 1.9 ? [] : ["The manifest must require ExcelApi 1.9."]),
  ];
}
