/**
 * `npm run hash-key -- --first` prints the first value of the secret that holds the hash keys. `npm run hash-key` reads the secret's value from
 * its input and prints it with one key more; of nothing it makes nothing, or a look-up that failed would cost every key there was.
 */
import { readFileSync } from "node:fs";
import { withNewKey } from "./release/hash-key.ts";

try {
  process.stdout.write(withNewKey(process.argv.includes("--first") ? undefined : readFileSync(0, "utf8")));
} catch (error) {
  console.error(
    `${error instanceof Error ? error.message : ""} Give the secret's present value on the input, or --first if it has never had one.`.trim(),
  );
  process.exitCode = 1;
}
