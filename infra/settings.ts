/** The account to deploy to; without it the templates are for any. */
export const account = (): string | undefined => process.env["CDK_DEFAULT_ACCOUNT"];

/** Where the CDK's own command wants the templates: CDK_OUTDIR, or the usual folder. */
export const outdir = (usual: string): string => process.env["CDK_OUTDIR"] ?? usual;
