/** The tests that prove more the longer they run, and those that want what not every machine has. */
export const PROOFS: readonly string[] = [
  "test/addin/sending/killed.test.ts",
  "test/browser/long-list.test.ts",
  "test/functions/store/dynamodb-local.test.ts",
  "test/xlsx/corpora/corpora.test.ts",
];
