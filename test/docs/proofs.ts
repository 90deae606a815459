/** What stands behind a command of the guides: a test that does what it does, or what it cannot be tried without. */
export type Proof =
  | { readonly test: string; readonly mentions: string }
  | { readonly needs: "AWS" | "Entra" | "Excel" }
  /** It checks the product itself: the tests, the style, the measures. */
  | { readonly checks: true };

const test = (file: string, mentions: string): Proof => ({ test: `test/${file}`, mentions });
const AWS: Proof = { needs: "AWS" };
const EXCEL: Proof = { needs: "Excel" };
const CHECKS: Proof = { checks: true };
const BUILD = test("addin/build.test.ts", "buildAddIn");
const RECOVERY = test("recovery/command.test.ts", "npm run recovery");

/** By how a command begins; the longest beginning that fits counts. */
export const PROOFS: Readonly<Record<string, Proof>> = {
  "npm start": test("tools/start.test.ts", "tools/start.ts"),
  "npm test": CHECKS,
  "npm run lint": CHECKS,
  "npm run bench": CHECKS,
  "npm run prove": CHECKS,
  "npm run check": test("docs/quick-commands.test.ts", "tools/check.ts"),
  "npm run golden": test("docs/quick-commands.test.ts", "tools/golden.ts"),
  "npm run hash-key": test("docs/quick-commands.test.ts", "tools/hash-key.ts"),
  "npm run build": BUILD,
  "npm run docs": test("tools/docs.test.ts", "npm run docs"),
  "npm run sample": test("sample/sample.test.ts", "npm run sample"),
  "npm run icons": test("addin/manifest.test.ts", "tools/icons/"),
  "npm run pictures": test("docs/pictures.test.ts", "npm run pictures"),
  "npm run seed:year": test("web/evaluation/page.test.ts", "sendYear"),
  "npm run recovery": RECOVERY,
  "npm run synth": test("infra/support/templates.ts", "deploymentApp"),
  "npm run release": test("infra/release.test.ts", "writeRelease"),
  "npm run sideload": EXCEL,
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
