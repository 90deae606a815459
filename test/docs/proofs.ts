/** What stands behind a command of the guides: a test that runs it, or what it cannot be tried without. */
export type Proof =
  { readonly test: string; readonly mentions: string } | { readonly needs: "AWS" | "Entra" | "Excel" };

const test = (file: string, mentions: string): Proof => ({ test: `test/${file}`, mentions });
/** A script of package.json that a test runs as a person does. */
const run = (script: string, file: string): Proof => test(file, `npmRun("${script}"`);
const AWS: Proof = { needs: "AWS" };

/** By how a command begins; the longest beginning that fits counts. */
export const PROOFS: Readonly<Record<string, Proof>> = {
  "npm start": test("tools/start.test.ts", "tools/start.ts"),
  "npm test": run("test", "tools/npm-test.test.ts"),
  "npm run lint": test("tools/lint.test.ts", "npm run lint"),
  "npm run bench": run("bench", "tools/long-commands.test.ts"),
  "npm run prove": run("prove", "tools/long-commands.test.ts"),
  "npm run seed:year": run("seed:year", "tools/long-commands.test.ts"),
  "npm run check": run("check", "tools/quick-commands.test.ts"),
  "npm run golden": run("golden", "tools/quick-commands.test.ts"),
  "npm run hash-key": run("hash-key", "tools/quick-commands.test.ts"),
  "npm run build": run("build", "tools/writing-commands.test.ts"),
  "npm run docs": run("docs", "tools/writing-commands.test.ts"),
  "npm run functions": run("functions", "tools/writing-commands.test.ts"),
  "npm run icons": run("icons", "tools/writing-commands.test.ts"),
  "npm run sample": run("sample", "tools/writing-commands.test.ts"),
  "npm run synth": run("synth", "tools/writing-commands.test.ts"),
  "npm run pictures": run("pictures", "docs/pictures.test.ts"),
  "npm run release": run("release", "infra/release.test.ts"),
  "npm run recovery": test("recovery/command.test.ts", "tools/recovery.ts"),
  // Without Microsoft's service; what that answers was seen nowhere yet.
  "npm run validate": run("validate", "tools/microsoft.test.ts"),
  // It says on Linux that it needs Excel, and test/tools/start.test.ts holds it to that.
  "npm run sideload": { needs: "Excel" },
  "npx aws-cdk@2.1148.1": AWS,
  "cdk import": AWS,
  "aws ": AWS,
  "curl https://lead.example.gov.uk/": AWS,
};

export function proofOf(command: string): Proof | undefined {
  const [beginning] = Object.keys(PROOFS)
    .filter((one) => command === one || command.startsWith(one.endsWith(" ") || one.endsWith("/") ? one : `${one} `))
    .sort((a, b) => b.length - a.length);
  return beginning === undefined ? undefined : PROOFS[beginning];
}
