/** The add-in as workbooks and its manifest name it; the id never changes. */
export const ADD_IN = { id: "6f0a3c52-8d1e-4b77-9c46-2e5b8f71d094", version: "0.1.0.0" } as const;

/** LP.CHECK and LP.WHY as Excel stores them in a file. */
export const STORED_CHECK = "_xldudf_LP_CHECK";
export const STORED_WHY = "_xldudf_LP_WHY";
