/**
 * The add-in as workbooks and its manifest name it; the id never changes. The version is the manifest's: it rises with every
 * change of the manifest or of functions.json, which Excel otherwise keeps for up to a day, and Microsoft refuses one below 1.0.
 */
export const ADD_IN = { id: "6f0a3c52-8d1e-4b77-9c46-2e5b8f71d094", version: "1.0.0.0" } as const;

/** LP.CHECK and LP.WHY as Excel stores them in a file. */
export const STORED_CHECK = "_xldudf_LP_CHECK";
export const STORED_WHY = "_xldudf_LP_WHY";
