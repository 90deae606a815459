/** The port to serve on: PORT, or the usual one. */
export const port = (usual: number): number => (process.env["PORT"] === undefined ? usual : Number(process.env["PORT"]));

/** Where the service keeps its data on this machine: LP_DATA, or the usual folder. */
export const dataFolder = (usual: string): string => process.env["LP_DATA"] ?? usual;
