import type { Deployment } from "../settings.ts";
import { buildWebPage } from "./web.ts";

/** Writes the administration's page into a folder. */
export const buildAdmin = (outdir: string, deployment?: Deployment): Promise<void> =>
  buildWebPage(
    outdir,
    { html: "web/admin/admin.html", entryPoints: { main: "web/admin/main.tsx", admin: "web/admin/admin.css" } },
    deployment,
  );
