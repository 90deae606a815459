import { effect, signal, type Signal } from "@preact/signals-core";

/** The browser's storage, as much of it as is used here. */
export type Storage = Pick<globalThis.Storage, "getItem" | "setItem">;

export interface BrowserStorage {
  /** Undefined where the browser refuses it. */
  readonly storage: Storage | undefined;
  /** Keeps apart what several hosts keep in one storage. */
  readonly prefix: string;
}

/** What a person has switched on, kept in their browser: never a token, and nothing of a workbook. */
export interface Switches {
  readonly isChecking: Signal<boolean>;
  readonly hasExplained: Signal<boolean>;
  /** Whether to sign in without asking when the pane opens. */
  readonly isSignedIn: Signal<boolean>;
  /** Takes up what was kept, and keeps every change from then on. */
  open(storage: Storage | undefined, prefix: string): void;
}

const YES = "yes";

export function createSwitches(): Switches {
  const switches = { isChecking: signal(false), hasExplained: signal(false), isSignedIn: signal(false) };
  return {
    ...switches,
    open(storage, prefix) {
      for (const [name, value] of Object.entries(switches)) {
        const key = `${prefix}LeadProfessional.${name}`;
        // A browser may refuse its storage: then the switch lasts as long as the pane.
        try {
          value.value ||= storage?.getItem(key) === YES;
        } catch {
          continue;
        }
        effect(() => {
          const text = value.value ? YES : "";
          try {
            storage?.setItem(key, text);
          } catch {
            return;
          }
        });
      }
    },
  };
}
