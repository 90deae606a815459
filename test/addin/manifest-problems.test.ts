import { manifest, PRODUCTION, read } from "./built-manifest.ts";
import { describe, expect, test } from "vitest";
import { manifestProblems } from "../../tools/build/manifest.ts";
import { ADD_IN } from "../../tools/sample/add-in.ts";

/** Removes an element, whole or empty, the first of its kind. */
const without = (xml: string, name: string): string =>
  xml.replace(new RegExp(`\\s*<${name}\\b[^>]*(?:/>|>[\\s\\S]*?</${name}>)`), "");

/** What was changed, how, and the beginning of what the check must say of it. */
const BREAKS: readonly (readonly [what: string, change: (xml: string) => string, says: string])[] = [
  [
    "two elements are swapped",
    (xml) => xml.replace(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1"),
    "<OfficeApp> lacks <Id> before <Version>",
  ],
  [
    "the runtime stands after the functions",
    (xml) => xml.replace(/(<Runtimes>[\s\S]*<\/Runtimes>)(\s*)(<AllFormFactors>[\s\S]*<\/AllFormFactors>)/, "$3$2$1"),
    "<Host> lacks <Runtimes>",
  ],
  [
    "the shortcuts stand inside the overrides",
    (xml) => xml.replace(/(<\/VersionOverrides>)\s*(<ExtendedOverrides[^>]*>)/, "$2$1"),
    "<ExtendedOverrides> is out of its order in <VersionOverrides>",
  ],
  [
    "a button has its picture before its words",
    (xml) => xml.replace(/(<Supertip>[\s\S]*?<\/Supertip>)(\s*)(<Icon>[\s\S]*?<\/Icon>)/, "$3$2$1"),
    "<Control> lacks <Supertip> before <Icon>",
  ],
  ["the permissions are missing", (xml) => without(xml, "Permissions"), "<OfficeApp> lacks <Permissions>"],
  ["a support address is missing", (xml) => without(xml, "SupportUrl"), "<OfficeApp> lacks <SupportUrl>"],
  [
    "there are two versions",
    (xml) => xml.replace("<ProviderName>", "<Version>1</Version><ProviderName>"),
    "<OfficeApp> holds more than one <Version>",
  ],
  [
    "it is another kind of add-in",
    (xml) => xml.replace("TaskPaneApp", "ContentApp"),
    "The manifest is not that of a task pane add-in",
  ],
  [
    "a reference leads nowhere",
    (xml) => xml.replace('resid="Send.Tip"', 'resid="Send.Hint"'),
    '<Description resid="Send.Hint"> has no resource',
  ],
  [
    "a text is referred to as an address",
    (xml) => xml.replace('<LearnMoreUrl resid="Rules.Url"', '<LearnMoreUrl resid="Help.Label"'),
    '<LearnMoreUrl resid="Help.Label"> has no resource in <bt:Urls>',
  ],
  [
    "a resource is used by nothing",
    (xml) => xml.replace("<bt:ShortStrings>", '<bt:ShortStrings><bt:String id="Old" DefaultValue="x"/>'),
    'Nothing uses the resource "Old"',
  ],
  [
    "a resource id has 33 characters",
    (xml) => xml.replaceAll("Functions.Namespace", "N".repeat(33)),
    "The resource id",
  ],
  [
    "a resource id is used twice",
    (xml) => xml.replaceAll('"Help.Tip"', '"Help.Label"'),
    'The resource id "Help.Label" is used twice',
  ],
  [
    "a label has 126 characters",
    (xml) => xml.replace('DefaultValue="Check sheet"', `DefaultValue="${"x".repeat(126)}"`),
    'The resource "Check.Label" must have 1 to 125',
  ],
  [
    "a tip has 251 characters",
    (xml) => xml.replace('DefaultValue="Says what', `DefaultValue="${"x".repeat(251)}`),
    'The resource "Help.Tip" must have 1 to 250',
  ],
  [
    "an icon is fetched without https",
    (xml) => xml.replace(`"${PRODUCTION}/icons/send-80.png"`, '"http://lead.example.gov.uk/addin/icons/send-80.png"'),
    "http://lead.example.gov.uk/addin/icons/send-80.png must begin with https",
  ],
  [
    "the functions come from somewhere else",
    (xml) => xml.replace(`"${PRODUCTION}/addin.js"`, '"https://elsewhere.example/addin.js"'),
    "https://elsewhere.example/addin.js is not served from",
  ],
  [
    "an address has no file",
    (xml) => xml.replace(`"${PRODUCTION}/functions.json"`, `"${PRODUCTION}/functions-1.json"`),
    "There is no file for",
  ],
  [
    "an icon has another size than it says",
    (xml) => xml.replace('icons/help-32.png"', 'icons/help-16.png"'),
    'The icon of "Help.32" must be a PNG of 32 by 32 pixels; it has 16 by 16',
  ],
  [
    "an icon lacks a size",
    (xml) => xml.replace('<bt:Image size="80" resid="Mark.80"/>', ""),
    "An icon lacks its size of 80",
  ],
  [
    "the icon for sharp screens is a small one",
    (xml) => xml.replace("icons/mark-64.png", "icons/mark-32.png"),
    "The icon of HighResolutionIconUrl must be a PNG of 64",
  ],
  [
    "the pane has a page of its own",
    (xml) =>
      xml.replace(
        '<SourceLocation resid="Taskpane.Url"/>\n                  </Action>',
        '<SourceLocation resid="Rules.Url"/></Action>',
      ),
    "The runtime, the functions' page",
  ],
  [
    "the buttons' functions have a page of their own",
    (xml) => xml.replace('<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Rules.Url"/>'),
    "The runtime, the functions' page",
  ],
  [
    "the runtime ends with each call",
    (xml) => xml.replace('lifetime="long"', 'lifetime="short"'),
    "A shared runtime has lifetime",
  ],
  [
    "a button opens a pane of its own",
    (xml) =>
      xml.replace('<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ShowTaskpane"><TaskpaneId>Own</TaskpaneId>'),
    "A shared runtime has no <TaskpaneId>",
  ],
  [
    "the overrides are for Word",
    (xml) => xml.replace('<Host xsi:type="Workbook">', '<Host xsi:type="Document">'),
    "The hosts must be one Workbook",
  ],
  [
    "the manifest is for Word",
    (xml) => xml.replace('<Host Name="Workbook"/>', '<Host Name="Document"/>'),
    "The hosts must be one Workbook",
  ],
  [
    "the namespace is another",
    (xml) => xml.replace('DefaultValue="LP"', 'DefaultValue="LPDEV"'),
    "The functions' namespace must be LP",
  ],
  ["the id is not one", (xml) => xml.replace(ADD_IN.id, ADD_IN.id.replaceAll("-", "")), "<Id> must be a GUID"],
  [
    "the version has a word in it",
    (xml) => xml.replace(`<Version>${ADD_IN.version}`, "<Version>1.0-beta"),
    "<Version> must be",
  ],
  [
    "the version is below 1.0",
    (xml) => xml.replace(`<Version>${ADD_IN.version}`, "<Version>0.1.0.0"),
    "<Version> must be 1.0 or higher",
  ],
  [
    "the shared runtime is not required",
    (xml) => xml.replace(/<Set Name="SharedRuntime"[^>]*>/, ""),
    "The manifest must require SharedRuntime 1.1",
  ],
  [
    "too old a functions' runtime is enough",
    (xml) => xml.replace('"CustomFunctionsRuntime" MinVersion="1.3"', '"CustomFunctionsRuntime" MinVersion="1.2"'),
    "The manifest must require CustomFunctionsRuntime 1.3",
  ],
  [
    "too old an Excel is enough",
    (xml) => xml.replace('"ExcelApi" MinVersion="1.9"', '"ExcelApi" MinVersion="1.7"'),
    "The manifest must require ExcelApi 1.9",
  ],
];

describe("the check of the manifest notices when", () => {
  test.each(BREAKS)("%s", (_what, change, says) => {
    const changed = change(manifest);
    expect(changed).not.toBe(manifest);
    expect(manifestProblems(changed, read).some((problem) => problem.startsWith(says))).toBe(true);
  });

  test("it is not well formed", () => {
    expect(() => manifestProblems(manifest.replace("</Resources>", ""), read)).toThrow("unexpected close tag");
  });
});
