import { HostFailure, invalidArgument } from "../failure.ts";

/** Reads what the client gave as an argument. */
export function text(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}

export function whole(value: unknown, otherwise?: number): number {
  const given = value ?? otherwise;
  if (typeof given !== "number" || !Number.isInteger(given)) throw invalidArgument();
  return given;
}

/** "LP check" -> "lp check": names match in any case. */
export const folded = (name: string): string => name.toLowerCase();

export const alreadyExists = (): HostFailure =>
  new HostFailure("ItemAlreadyExists", "The resource being created already exists.");
