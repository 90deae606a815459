import { everyIn, kindOf, type Element } from "./tree.ts";

/**
 * What each kind of element holds, in the order that Office insists on: `Name` once, `Name?` at most once, `Name+` at
 * least once, `Name*` any number. As Microsoft's schema of the manifest has it, as far as an Excel add-in with a shared
 * runtime goes; an element that is not listed holds none.
 */
const HOLDS: Readonly<Record<string, string>> = {
  "OfficeApp:TaskPaneApp":
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains? " +
    "Hosts Requirements DefaultSettings Permissions VersionOverrides ExtendedOverrides?",
  AppDomains: "AppDomain+",
  Hosts: "Host+",
  Requirements: "Sets",
  Sets: "Set+",
  DefaultSettings: "SourceLocation",
  "VersionOverrides:VersionOverridesV1_0":
    "Description? Requirements? Hosts Resources WebApplicationInfo? EquivalentAddins?",
  "Host:Workbook": "Runtimes AllFormFactors DesktopFormFactor",
  Runtimes: "Runtime",
  AllFormFactors: "ExtensionPoint",
  "ExtensionPoint:CustomFunctions": "Script Page Metadata Namespace",
  Script: "SourceLocation",
  Page: "SourceLocation",
  Metadata: "SourceLocation",
  DesktopFormFactor: "GetStarted? FunctionFile ExtensionPoint+",
  GetStarted: "Title Description LearnMoreUrl",
  "ExtensionPoint:PrimaryCommandSurface": "OfficeTab* CustomTab*",
  OfficeTab: "Group+",
  CustomTab: "Group+ Label",
  Group: "Label Icon Control+",
  Icon: "bt:Image+",
  "Control:Button": "Label Supertip Icon Action Enabled?",
  Supertip: "Title Description",
  "Action:ExecuteFunction": "FunctionName",
  "Action:ShowTaskpane": "TaskpaneId? SourceLocation Title?",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
  "bt:Images": "bt:Image+",
  "bt:Urls": "bt:Url+",
  "bt:ShortStrings": "bt:String+",
  "bt:LongStrings": "bt:String+",
};

function disorderIn(element: Element): string[] {
  const found = element.children.map(({ name }) => name);
  const wrong: string[] = [];
  let at = 0;
  for (const slot of (HOLDS[kindOf(element)] ?? "").split(" ").filter((one) => one !== "")) {
    const [, name = "", often = ""] = /^(.*?)([?+*]?)$/.exec(slot) ?? [];
    let times = 0;
    while (found[at + times] === name) times += 1;
    if (times === 0 && (often === "" || often === "+")) {
      wrong.push(`<${element.name}> lacks <${name}>${found[at] === undefined ? "" : ` before <${found[at]}>`}.`);
    }
    if (times > 1 && (often === "" || often === "?")) wrong.push(`<${element.name}> holds more than one <${name}>.`);
    at += times;
  }
  return found[at] === undefined
    ? wrong
    : [...wrong, `<${found[at]}> is out of its order in <${element.name}>, or does not belong there.`];
}

/** Elements out of their order, missing or too many, as sentences. */
export const disorder = (root: Element): readonly string[] =>
  kindOf(root) === "OfficeApp:TaskPaneApp"
    ? everyIn(root).flatMap(disorderIn)
    : ["The manifest is not that of a task pane add-in."];
