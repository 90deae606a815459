import type { Policy } from "./policy.ts";

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A policy with changes merged over it two levels deep: `supervision.every` is replaced whole. */
export function mergePolicy(policy: Policy, changes: Readonly<Record<string, unknown>>): Policy {
  const merged = new Map<string, unknown>(Object.entries(policy));
  for (const [key, change] of Object.entries(changes)) {
    const before = merged.get(key);
    merged.set(key, isPlain(before) && isPlain(change) ? { ...before, ...change } : change);
  }
  return Object.fromEntries(merged) as unknown as Policy;
}
