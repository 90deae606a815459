import type { Deployment } from "../settings.ts";
import { buildWebPage } from "./web.ts";

/** Writes the administration's page into a folder. */
export const buildAdmin = (outdir: string, deployment?: Deployment): Promise<void> =>
  buildWebPage(
    outdir,
    { html: "addin/admin/admin.html", entryPoints: { main: "addin/admin/main.tsx", admin: "addin/admin/admin.css" } },
    deployment,
  );
