import { manifest, PRODUCTION, read } from "./built-manifest.ts";
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { actionProblems } from "../../tools/build/manifest/actions.ts";
import { treeOf } from "../../tools/build/manifest/tree.ts";
import { LOCAL_BASE, manifestFor, manifestProblems } from "../../tools/build/manifest.ts";
import { ICONS, ICONS_FOLDER } from "../../tools/icons/files.ts";
import { encodePng, pngSize } from "../../tools/icons/png.ts";
import { ADD_IN } from "../../tools/sample/add-in.ts";

const shortcuts = readFileSync(new URL("../../addin/shortcuts.json", import.meta.url), "utf8");

const ACTIONS = new Set(["checkSheet", "sendSnapshot", "showHelp", "showPane"]);

describe("the manifest that the build fills in", () => {
  test.each([
    ["a council", PRODUCTION],
    ["this machine", LOCAL_BASE],
  ])("has nothing that Office would refuse, for %s", (_whose, base) => {
    expect(manifestProblems(manifestFor(base), read)).toEqual([]);
  });

  test("carries the id and version by which workbooks know the add-in", () => {
    expect(manifest).toContain(`<Id>${ADD_IN.id}</Id>`);
    expect(manifest).toContain(`<Version>${ADD_IN.version}</Version>`);
  });

  test("differs between this machine and a council in address and shown name alone", () => {
    const alike = (xml: string): string => xml.replace(/<DisplayName DefaultValue="[^"]*"/, "<DisplayName");
    expect(alike(manifestFor(LOCAL_BASE).replaceAll(LOCAL_BASE, PRODUCTION))).toBe(alike(manifest));
    expect(manifestFor(LOCAL_BASE)).toContain('DisplayName DefaultValue="Lead Professional (this machine)"');
  });

  test.each([
    "http://lead.example.gov.uk/addin",
    "https://lead.example.gov.uk/addin/",
    'https://lead.example.gov.uk/"><Id>',
    "lead.example.gov.uk",
    "",
  ])("is not made for the address %s", (base) => {
    expect(() => manifestFor(base)).toThrow("https address without a slash");
  });
});
describe("what the buttons and shortcuts do", () => {
  const problems = (xml: string, json: string): readonly string[] => actionProblems(treeOf(xml), json, ACTIONS);

  test("every one is answered by a function, by keys that Microsoft recommends", () => {
    expect(problems(manifest, shortcuts)).toEqual([]);
    expect(shortcuts).toContain("Ctrl+Shift+Alt+L");
  });

  test.each<readonly [string, string, string, string]>([
    [
      "a button names no function",
      manifest.replace(">checkSheet<", ">checkShet<"),
      shortcuts,
      "Nothing is associated with the action checkShet",
    ],
    [
      "a shortcut's action names no function",
      manifest,
      shortcuts.replaceAll("showPane", "openPane"),
      "Nothing is associated with the action openPane",
    ],
    [
      "a shortcut has no action",
      manifest,
      shortcuts.replace('"action": "showPane"', '"action": "showHelp"'),
      "The shortcut of showHelp has no action",
    ],
    [
      "a shortcut takes keys that Excel uses",
      manifest,
      shortcuts.replace("Ctrl+Shift+Alt+L", "Ctrl+Shift+L"),
      "The shortcut Ctrl+Shift+L must be",
    ],
    [
      "a shortcut is for one platform only",
      manifest,
      shortcuts.replace('"default"', '"mac"'),
      "The shortcut of showPane has no default keys",
    ],
    [
      "the file has another shape",
      manifest,
      shortcuts.replace('"actions"', '"Actions"'),
      "shortcuts.json does not have the shape",
    ],
  ])("it is noticed when %s", (_what, xml, json, says) => {
    expect(problems(xml, json).some((problem) => problem.startsWith(says))).toBe(true);
  });
});

/** The pixels of a PNG that our own writer wrote. */
function pixelsOf(png: Buffer): Buffer {
  const size = pngSize(png)?.width ?? 0;
  const lines = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  return Buffer.concat(
    Array.from({ length: size }, (_, row) => lines.subarray(row * (size * 4 + 1) + 1, (row + 1) * (size * 4 + 1))),
  );
}

describe("the icons", () => {
  test.each(ICONS.map(({ file, size, pixels }) => [file, size, pixels] as const))(
    "%s is as it is drawn today (npm run icons draws it)",
    (file, size, pixels) => {
      const png = readFileSync(new URL(file, ICONS_FOLDER));
      expect(pngSize(png)).toEqual({ width: size, height: size });
      // Not the file's bytes: another release of zlib may compress otherwise.
      expect(pixelsOf(png).equals(pixels())).toBe(true);
    },
  );

  test("what is no PNG has no size", () => {
    expect(pngSize(Buffer.from("GIF89a and some more bytes"))).toBeUndefined();
    expect(pngSize(encodePng(new Uint8Array(4), 1).subarray(0, 20))).toBeUndefined();
  });
});
