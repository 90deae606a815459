/** The tests that prove more the longer they run. */
export const PROOFS: readonly string[] = ["test/addin/sending/killed.test.ts", "test/browser/long-list.test.ts"];
