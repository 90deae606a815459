/** The administration's page: what its HTML loads. */
import { render } from "preact";
import { openPageConnection, pageFetch } from "../../client/page/connection.ts";
import { openAdmin } from "./admin.ts";
import { AdminPage } from "./parts/page.tsx";

/** Who administers, where a service runs for trying out. */
const DEMO_ADMIN = { name: "Demo Admin", roles: ["Admin"], teams: [] };

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

const admin = openAdmin({ connection: openPageConnection(DEMO_ADMIN), fetch: pageFetch, today });
const root = document.getElementById("admin");
if (root) render(<AdminPage admin={admin} />, root);
