import { isAtLeast, type RequirementSets } from "./requirements.ts";

/** The parts of `Office` that an add-in page needs besides Microsoft's Excel client, which has none of them. */
export interface OfficeOptions {
  readonly platform?: "PC" | "Mac" | "OfficeOnline";
  readonly displayLanguage?: string;
  /** Requirement sets to their highest version: `{ ExcelApi: "1.17" }`. */
  readonly sets: RequirementSets;
  readonly theme?: {
    readonly bodyBackgroundColor: string;
    readonly bodyForegroundColor: string;
    readonly controlBackgroundColor: string;
    readonly controlForegroundColor: string;
  };
  /** Told when the add-in shows or hides its pane itself. */
  readonly paneShown?: (isShown: boolean) => void;
}

/** What the page of the workbench, or a test, does with an add-in from outside: the ribbon's part. */
export interface OfficeControls {
  /** Does what a ribbon button does: runs the function that the add-in associated with it; undefined if there is none. */
  runAction(id: string): Promise<void> | undefined;
  readonly actions: ReadonlyMap<string, unknown>;
  /** What the add-in has asked for as its behaviour when the file is opened again. */
  startupBehavior(): string;
  /** Says that the pane was shown or hidden by the user. */
  showPane(isShown: boolean): void;
  /** Lets `Office.onReady` go on; before that the host is not there yet. */
  ready(): void;
}

type Mappings = Record<string, unknown>;

/** A list of functions by name as `CustomFunctions.associate` and `Office.actions.associate` keep it. */
function association() {
  const mappings: Mappings = {};
  let changed = (): void => undefined;
  return {
    mappings,
    onchange: (listener: () => void): void => {
      changed = listener;
    },
    associate: (given: string | Mappings, work?: unknown): void => {
      const added = typeof given === "string" ? { [given]: work } : given;
      for (const [name, one] of Object.entries(added)) mappings[name.toUpperCase()] = one;
      changed();
    },
  };
}

/**
 * Puts `Office` and `CustomFunctions` on a page's window, before Microsoft's client is evaluated in it: the client
 * finds the list of associated functions there and no other way.
 */
export function officeBefore(window: object, options: OfficeOptions): OfficeControls {
  const actions = association();
  const functions = association();
  const listeners = new Set<(message: { visibilityMode: string }) => unknown>();
  let startupBehavior = "None";
  let isReady: () => void = () => undefined;
  const { platform = "PC", displayLanguage = "en-GB", paneShown } = options;
  const info = { host: "Excel", platform };
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  }).then(() => info);
  const tell = (isShown: boolean): void => {
    for (const listener of listeners) listener({ visibilityMode: isShown ? "Taskpane" : "Hidden" });
  };
  const show = (isShown: boolean) => (): Promise<void> => {
    paneShown?.(isShown);
    tell(isShown);
    return Promise.resolve();
  };

  const Office = {
    HostType: { Excel: "Excel" },
    PlatformType: { PC: "PC", Mac: "Mac", OfficeOnline: "OfficeOnline" },
    StartupBehavior: { none: "None", load: "Load" },
    VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    onReady: (then?: (ready: typeof info) => unknown) => (then ? ready.then((given) => (then(given), given)) : ready),
    context: {
      host: "Excel",
      platform,
      displayLanguage,
      contentLanguage: displayLanguage,
      diagnostics: { host: "Excel", platform, version: "16.0.0.0" },
      requirements: {
        isSetSupported: (name: string, version?: string | number) => isAtLeast(options.sets, name, version),
      },
      ...(options.theme ? { officeTheme: options.theme } : {}),
      document: { settings: documentSettings(), url: "" },
    },
    actions: { _association: actions, associate: actions.associate },
    addin: {
      setStartupBehavior: (behavior: string) => {
        startupBehavior = behavior;
        return Promise.resolve();
      },
      getStartupBehavior: () => Promise.resolve(startupBehavior),
      showAsTaskpane: show(true),
      hide: show(false),
      onVisibilityModeChanged: (listener: (message: { visibilityMode: string }) => unknown) => {
        listeners.add(listener);
        return Promise.resolve(() => {
          listeners.delete(listener);
          return Promise.resolve();
        });
      },
    },
  };
  Object.assign(window, { CustomFunctions: { _association: functions, associate: functions.associate } });
  // The client puts an Office of its own here, without a context; it is to find this one, and so is the add-in.
  Object.defineProperty(window, "Office", {
    get: () => Office,
    set: () => undefined,
    configurable: true,
    enumerable: true,
  });

  return {
    runAction: (id) => run(actions.mappings[id.toUpperCase()]),
    get actions() {
      return new Map(Object.entries(actions.mappings));
    },
    startupBehavior: () => startupBehavior,
    showPane: tell,
    ready: () => {
      isReady();
    },
  };
}

/** Runs a ribbon button's function as Excel does: with an event whose `completed` says that it is done. */
function run(action: unknown): Promise<void> | undefined {
  if (typeof action !== "function") return undefined;
  return new Promise((resolve) => {
    (action as (event: { completed: () => void }) => unknown)({ completed: resolve });
  });
}

/** The settings of the common API, which hold what a page sets until it is closed. */
function documentSettings() {
  const kept = new Map<string, unknown>();
  return {
    get: (name: string) => kept.get(name) ?? null,
    set: (name: string, value: unknown) => void kept.set(name, value),
    remove: (name: string) => void kept.delete(name),
    saveAsync: (done?: (result: { status: string }) => void) => done?.({ status: "succeeded" }),
  };
}
