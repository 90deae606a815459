/** Moved: see addin/addresses.ts. */
export * from "../../addresses.ts";
