/** The port to serve on: PORT, or the usual one. */
export const port = (usual: number): number =>
  process.env["PORT"] === undefined ? usual : Number(process.env["PORT"]);

/** Where the service keeps its data on this machine: LP_DATA, or the usual folder. */
export const dataFolder = (usual: string): string => process.env["LP_DATA"] ?? usual;

/** The browser for tests and pictures, where it is not to be the one that npm brings: LP_BROWSER. */
export const browserPath = (): string | undefined => process.env["LP_BROWSER"];

/** The git directory of somebody else's repository, where LP_CORPORA says how they are named: `/mirrors/{owner}/{name}.git`. */
export function corpusDirectory(repository: string): string | undefined {
  const [owner = "", name = ""] = repository.split("/");
  return process.env["LP_CORPORA"]?.replaceAll("{owner}", owner).replaceAll("{name}", name);
}

/** An add-in that a council deploys: where it is served from, and how people sign in there. */
export interface Deployment {
  /** The https address of its folder, without a slash at the end. */
  readonly base: string;
  readonly signIn?: { readonly clientId: string; readonly tenantId: string; readonly scope: string };
}

/** What ADDIN_URL and the ENTRA_ settings say; undefined without them, which is for this machine. */
export function deployment(): Deployment | undefined {
  const { ADDIN_URL: base, ENTRA_CLIENT_ID: clientId, ENTRA_TENANT_ID: tenantId, ENTRA_SCOPE: scope } = process.env;
  if (!base) return undefined;
  if (!clientId && !tenantId && !scope) return { base };
  if (!clientId || !tenantId || !scope)
    throw new Error("Signing in needs all of ENTRA_CLIENT_ID, ENTRA_TENANT_ID and ENTRA_SCOPE, or none of them.");
  return { base, signIn: { clientId, tenantId, scope } };
}

/** How npm is started: by the npm that runs this command, so that no shell is needed on any system. */
export function npmProgram(): { readonly program: string; readonly before: readonly string[] } {
  const running = process.env["npm_execpath"];
  return running === undefined ? { program: "npm", before: [] } : { program: process.execPath, before: [running] };
}
