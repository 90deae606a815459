import { createHash } from "node:crypto";

/** A package as `package-lock.json` has it, under the path that it is installed at. */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
}

const FOLDER = "node_modules/";
const EXPRESSION = /^\(?[\w.+-]+(?:\)? (?:AND|OR|WITH) \(?[\w.+-]+)*\)?$/;

const nameAt = (path: string): string => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
const purl = (name: string, version: string): string => `pkg:npm/${name.replace(/^@/, "%40")}@${version}`;

/** Where Node finds a package that is asked for from a path: the nearest folder above that has it. */
function found(packages: Lock["packages"], from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf(`/${FOLDER}`)))) {
    const path = `${at === "" ? "" : `${at}/`}${FOLDER}${name}`;
    if (packages[path]) return path;
    if (at === "") return undefined;
    if (!at.includes(`/${FOLDER}`)) at = "";
  }
}

function component(path: string, { version = "", license, integrity, dev, optional, devOptional }: Locked) {
  const name = nameAt(path);
  const [algorithm, digest] = integrity?.split("-") ?? [];
  return {
    type: "library",
    "bom-ref": purl(name, version),
    ...(name.startsWith("@") ? { group: name.split("/")[0] } : {}),
    name: name.startsWith("@") ? name.slice(name.indexOf("/") + 1) : name,
    version,
    // What is only built and tested with is no part of what is deployed.
    scope: dev || devOptional ? "excluded" : optional ? "optional" : "required",
    ...(algorithm === "sha512" && digest
      ? { hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }] }
      : {}),
    ...(license === undefined
      ? {}
      : { licenses: [EXPRESSION.test(license) ? { expression: license } : { license: { name: license } }] }),
    purl: purl(name, version),
  };
}

const RANK = ["required", "optional", "excluded"];

/** The list of every package, in CycloneDX's form (1.6): what is deployed, and what that is built with. The same lock gives the same list. */
export function sbomOf({ name, version, packages }: Lock, license: string): string {
  const root = packages[""] ?? {};
  const paths = Object.keys(packages)
    .filter((path) => path !== "")
    .sort();
  const self = {
    type: "application",
    "bom-ref": purl(name, version),
    name,
    version,
    licenses: [{ expression: license }],
    purl: purl(name, version),
  };

  const refAt = (path: string): string => purl(nameAt(path), packages[path]?.version ?? "");
  const components = new Map<string, ReturnType<typeof component>>();
  for (const path of paths) {
    const one = component(path, packages[path] ?? {});
    const known = components.get(one.purl);
    // One version may be installed at several places, for what is deployed at one of them.
    if (!known || RANK.indexOf(one.scope) < RANK.indexOf(known.scope)) components.set(one.purl, one);
  }

  const dependencies = new Map<string, Set<string>>();
  for (const [path, from, needs] of [
    ["", self.purl, { ...root }] as const,
    ...paths.map((one) => [one, refAt(one), packages[one] ?? {}] as const),
  ]) {
    const held = dependencies.get(from) ?? new Set<string>();
    dependencies.set(from, held);
    const asked = { ...needs.dependencies, ...needs.optionalDependencies, ...needs.peerDependencies };
    for (const one of Object.keys(asked)) {
      const at = found(packages, path, one);
      if (at !== undefined) held.add(refAt(at));
    }
  }

  const bom = {
    metadata: { component: self },
    components: [...components.values()],
    dependencies: [...dependencies].map(([ref, dependsOn]) => ({ ref, dependsOn: [...dependsOn].sort() })),
  };
  const hex = createHash("sha256").update(JSON.stringify(bom)).digest("hex");
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
  return `${JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", serialNumber: `urn:uuid:${uuid}`, version: 1, ...bom }, null, 2)}\n`;
}
