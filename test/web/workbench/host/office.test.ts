import { describe, expect, test } from "vitest";
import { officeBefore } from "../../../../web/workbench/host/office.ts";
import { isAtLeast } from "../../../../web/workbench/host/requirements.ts";

interface PageOffice {
  readonly onReady: (then?: (info: unknown) => unknown) => Promise<unknown>;
  readonly context: {
    readonly requirements: { readonly isSetSupported: (name: string, version?: string) => boolean };
    readonly displayLanguage: string;
  };
  readonly actions: { readonly associate: (id: string, work: (event: { completed: () => void }) => void) => void };
  readonly addin: {
    readonly setStartupBehavior: (behavior: string) => Promise<void>;
    readonly showAsTaskpane: () => Promise<void>;
    readonly hide: () => Promise<void>;
    readonly onVisibilityModeChanged: (
      listener: (message: { visibilityMode: string }) => void,
    ) => Promise<() => Promise<void>>;
  };
}

function page(options: Partial<Parameters<typeof officeBefore>[1]> = {}) {
  const window: {
    Office?: PageOffice;
    CustomFunctions?: { associate: (...given: unknown[]) => void; _association: { mappings: object } };
  } = {};
  const controls = officeBefore(window, { sets: { ExcelApi: "1.14", SharedRuntime: "1.1" }, ...options });
  if (!window.Office || !window.CustomFunctions) throw new Error("Office was not put on the window.");
  return { Office: window.Office, CustomFunctions: window.CustomFunctions, controls };
}

describe("Office in the workbench", () => {
  test("is ready when its host is there, and says that it is Excel", async () => {
    const { Office, controls } = page({ platform: "Mac" });
    let isReady = false;
    const ready = Office.onReady(() => {
      isReady = true;
    });
    await Promise.resolve();
    expect(isReady).toBe(false);
    controls.ready();
    expect(await ready).toEqual({ host: "Excel", platform: "Mac" });
    expect(isReady).toBe(true);
  });

  test("a ribbon button runs the function that the add-in associated, until it has completed", async () => {
    const { Office, controls } = page();
    const done: string[] = [];
    Office.actions.associate("checkSheet", (event) => {
      done.push("checked");
      event.completed();
    });
    await controls.runAction("checkSheet");
    expect(done).toEqual(["checked"]);
    expect(controls.runAction("sendSnapshot")).toBeUndefined();
  });

  test("the pane is shown and hidden by the add-in or by the user, and the add-in is told", async () => {
    const shown: boolean[] = [];
    const { Office, controls } = page({ paneShown: (isShown) => shown.push(isShown) });
    const heard: string[] = [];
    const stop = await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => heard.push(visibilityMode));
    await Office.addin.showAsTaskpane();
    await Office.addin.hide();
    controls.showPane(true);
    await stop();
    controls.showPane(false);
    expect(shown).toEqual([true, false]);
    expect(heard).toEqual(["Taskpane", "Hidden", "Taskpane"]);
    await Office.addin.setStartupBehavior("Load");
    expect(controls.startupBehavior()).toBe("Load");
  });

  test("functions are associated one by one or all at once, in any case", () => {
    const { CustomFunctions } = page();
    CustomFunctions.associate("check", () => 1);
    CustomFunctions.associate({ WHY: () => 2 });
    expect(Object.keys(CustomFunctions._association.mappings)).toEqual(["CHECK", "WHY"]);
  });
});

test.each([
  ["1.9", true],
  ["1.10", true],
  ["1.14", true],
  ["1.15", false],
  ["2.0", false],
  [undefined, true],
])("with ExcelApi 1.14, version %s is supported: %s", (version, expected) => {
  expect(isAtLeast({ ExcelApi: "1.14" }, "excelapi", version)).toBe(expected);
});

test("a set that is not there is supported in no version", () => {
  expect(isAtLeast({ ExcelApi: "1.14" }, "SharedRuntime", "1.1")).toBe(false);
});
