import { Hono, type Context } from "hono";
import type { Env } from "./http/accept.ts";
import { signedIn } from "./http/auth.ts";
import { bodyAnnounced, bodyRead } from "./http/body.ts";
import { throughCloudFront } from "./http/origin.ts";
import { observed, timed } from "./http/middleware.ts";
import type { Needs } from "./needs.ts";
import { problem, Refused, refusalOf } from "./http/problem.ts";
import { auditRoutes } from "./routes/audit.ts";
import { checkRoutes } from "./routes/checks.ts";
import { erasureRoutes } from "./routes/erasures.ts";
import { feedbackRoutes } from "./routes/feedback.ts";
import { healthRoutes } from "./routes/health.ts";
import { leadRoutes } from "./routes/leads.ts";
import { meRoutes } from "./routes/me.ts";
import { measureRoutes } from "./routes/measures.ts";
import { memberRoutes } from "./routes/members.ts";
import { policyRoutes, type VerdictChanges } from "./routes/policy.ts";
import { practitionerRoutes } from "./routes/practitioners.ts";
import { snapshotRoutes } from "./routes/snapshots.ts";
import { transferRoutes } from "./routes/transfer.ts";
import { uploadRoutes } from "./routes/uploads.ts";
import { verdictChanges as changesOnNewest } from "./snapshots/preview.ts";

/** What a test may put in the place of the real thing. */
export interface Beside {
  readonly verdictChanges?: VerdictChanges;
}

/** Everything below /api/v1 needs a person who is signed in. The body is read only once we know whose it is. */
const versionOne = (needs: Needs, { verdictChanges = changesOnNewest }: Beside) =>
  new Hono<Env>()
    .use(bodyAnnounced(needs), signedIn(needs), bodyRead(needs))
    .route("/", meRoutes())
    .route("/", policyRoutes(needs, verdictChanges))
    .route("/", practitionerRoutes(needs))
    .route("/", feedbackRoutes(needs))
    .route("/", memberRoutes(needs))
    .route("/", checkRoutes(needs))
    .route("/", leadRoutes(needs))
    .route("/", uploadRoutes(needs))
    .route("/", snapshotRoutes(needs))
    .route("/", measureRoutes(needs))
    .route("/", erasureRoutes(needs))
    .route("/", auditRoutes(needs))
    .route("/", transferRoutes(needs));

/** The typed client's view of the service: `hc<Api>(address)`. */
export type Api = ReturnType<typeof createApp>;

/** The whole service, handed everything it needs; it runs unchanged in Lambda and on Node. */
export function createApp(needs: Needs, beside: Beside = {}) {
  const app = new Hono<Env>()
    .use(observed(needs), throughCloudFront(needs), timed(needs))
    .route("/api", healthRoutes(needs))
    // Loaded when somebody asks for it: no start should wait for it.
    .get("/api/openapi.json", async (c) => c.json((await import("./http/openapi.ts")).openApi()))
    .route("/api/v1", versionOne(needs, beside));
  app.onError((error, c) => problem(c, refusalOf(error), c.get("requestId")));
  app.notFound((c) => problem(c, notServed(app, c), c.get("requestId")));
  return app;
}

const noSuchRoute = (): Refused =>
  new Refused(404, "There is nothing at this address. Look it up in /api/openapi.json.");

const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH"] as const;

/** Whether the address is unknown, or only the method is. */
function notServed(app: Pick<Hono<Env>, "router">, c: Context<Env>): Refused {
  const isServed = (method: string): boolean =>
    app.router.match(method, c.req.path)[0].some(([[, route]]) => route.method === method);
  const served = METHODS.filter(isServed);
  if (served.length === 0) return noSuchRoute();
  return new Refused(
    405,
    "This cannot be done at this address. The Allow header lists what can.",
    [],
    {},
    { allow: served.join(", ") },
  );
}
