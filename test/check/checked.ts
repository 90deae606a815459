import { expect } from "vitest";
import { run } from "../../tools/check/run.ts";

interface Data {
  readonly sheets: readonly {
    readonly name: string;
    readonly asOf: string;
    readonly policy: { readonly id: string };
    readonly mapping: Readonly<Record<string, string>>;
    readonly rows: readonly {
      readonly row: number;
      readonly childRef: string;
      readonly verdict: string;
      readonly findings: readonly {
        readonly rule: string;
        readonly breach: string;
        readonly cell: string;
        readonly message: string;
        readonly nextStep: string;
      }[];
    }[];
    readonly sheet: readonly { readonly rule: string; readonly breach: string }[];
    readonly coverage: { readonly checked: number; readonly of: number };
    readonly counts: Readonly<Record<string, number>>;
    readonly notes: readonly string[];
  }[];
}

/** The day that the command is told it is. */
export const today = "2025-06-01";
export const text = (path: string, ...options: string[]) => run([path, ...options], today);
export const data = (path: string, ...options: string[]) =>
  (JSON.parse(run([path, "--json", ...options], today).out) as Data).sheets;
export const only = <T>(items: readonly T[]): T => {
  expect(items).toHaveLength(1);
  return items[0] as T;
};
