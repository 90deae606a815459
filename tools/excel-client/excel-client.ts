/// <reference types="office-js" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, runInContext, Script, type Context } from "node:vm";
import { answerClient, type ClientWindow, type Host } from "../../web/workbench/host/client.ts";
import { gridFunctions } from "../../web/workbench/host/dispatch/grid-functions.ts";
import type { Blank } from "../../web/workbench/host/dispatch/arguments.ts";
import type { FunctionsMetadata } from "../../web/workbench/host/dispatch/metadata.ts";
import type { FunctionResult } from "../../web/workbench/host/dispatch/results.ts";
import { officeBefore, type OfficeControls, type OfficeOptions } from "../../web/workbench/host/office.ts";
import { CURRENT_EXCEL, type RequirementSets } from "../../web/workbench/host/requirements.ts";
import { memoryGrid, type MemoryGrid } from "../../web/workbench/memory/memory-grid.ts";
import { bareWindow } from "./bare-window.ts";

type Associate = (functions: Readonly<Record<string, unknown>>) => void;

export interface ExcelClient {
  /** The global object of the client: Excel, Office, OfficeExtension, CustomFunctions. */
  readonly window: Context;
  readonly Excel: typeof globalThis.Excel;
  readonly grid: MemoryGrid;
  readonly host: Host;
  readonly office: OfficeControls;
  /** How many times `context.sync()` has gone to the host. */
  readonly syncs: () => number;
  readonly associate: Associate;
  /** Calls an associated function through Microsoft's dispatcher, as Excel does; gives its first result. */
  readonly call: (id: string, values: readonly unknown[], how?: HowToCall) => Promise<FunctionResult>;
  /** Begins a streaming function; `results` grows with each that comes. */
  readonly stream: (
    id: string,
    values: readonly unknown[],
    how?: HowToCall,
  ) => { readonly results: FunctionResult[]; readonly cancel: () => void };
  /** Registers functions with the grid, so that formulas call them. */
  readonly registerFunctions: (metadata: FunctionsMetadata, blank?: Blank) => void;
  /** What functions said of their errors, by name. */
  readonly said: { readonly name: string; readonly messages: readonly string[] }[];
  /** Evaluates a script in the client's window, as a page would. */
  readonly runScript: (path: string) => void;
  /** Sets Excel, Office and CustomFunctions as globals of the test; gives back what takes them away again. */
  readonly asGlobals: () => () => void;
}

export interface HowToCall {
  readonly addresses?: readonly (string | null)[];
  readonly isStreaming?: boolean;
  readonly isCancelable?: boolean;
  readonly takesErrors?: boolean;
}

export interface ClientOptions {
  readonly grid?: MemoryGrid;
  readonly sets?: RequirementSets;
  readonly office?: Partial<OfficeOptions>;
}

const CLIENT = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
let compiled: Script | undefined;

/** Microsoft's own Excel client over a grid in memory: each call makes one of its own. */
export function excelClient({
  grid = memoryGrid([]),
  sets = CURRENT_EXCEL,
  office: options = {},
}: ClientOptions = {}): ExcelClient {
  const window = createContext(bareWindow());
  Object.assign(window, {
    window,
    self: window,
    top: window,
    parent: window,
    JSON: runInContext("JSON", window) as JSON,
  });
  const office = officeBefore(window, { ...options, sets });
  compiled ??= new Script(readFileSync(CLIENT, "utf8"), { filename: CLIENT });
  compiled.runInContext(window);
  const host = answerClient(window as unknown as ClientWindow, grid);
  office.ready();
  const said: ExcelClient["said"] = [];

  const start = (
    id: string,
    values: readonly unknown[],
    how: HowToCall,
    settle: (result: FunctionResult) => void,
  ): (() => void) => {
    const { addresses, isStreaming = false, isCancelable = false, takesErrors = true } = how;
    return host.functions.start(
      { functionId: id, values, ...(addresses ? { addresses } : {}), isStreaming, isCancelable, takesErrors },
      settle,
    );
  };
  return {
    window,
    Excel: window["Excel"] as ExcelClient["Excel"],
    grid,
    host,
    office,
    said,
    syncs: () => host.requests.length,
    associate: (functions) => {
      (window["CustomFunctions"] as { associate: Associate }).associate(functions);
    },
    call: (id, values, how = {}) =>
      new Promise((resolve) => {
        start(id, values, how, resolve);
      }),
    stream(id, values, how = {}) {
      const results: FunctionResult[] = [];
      return { results, cancel: start(id, values, { ...how, isStreaming: true }, (result) => results.push(result)) };
    },
    registerFunctions(metadata, blank = "zero") {
      grid.register(
        gridFunctions(host.functions, metadata, {
          namespace: "LP",
          blank,
          failed: (name, messages) => void said.push({ name, messages }),
        }),
      );
    },
    runScript(path) {
      runInContext(readFileSync(path, "utf8"), window, { filename: path });
    },
    asGlobals() {
      const names = ["Excel", "Office", "OfficeExtension", "CustomFunctions"] as const;
      const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
      for (const name of names)
        Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
      return () => {
        for (const [at, name] of names.entries()) {
          const descriptor = before[at];
          if (descriptor) Object.defineProperty(globalThis, name, descriptor);
          else Reflect.deleteProperty(globalThis, name);
        }
      };
    },
  };
}
