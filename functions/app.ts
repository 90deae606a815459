import { Hono, type Context } from "hono";
import type { Env } from "./http/accept.ts";
import { authenticate } from "./http/auth.ts";
import { checkBodyHeaders, readBody } from "./http/body.ts";
import { requireCloudFront } from "./http/origin.ts";
import { logRequests, limitTime } from "./http/middleware.ts";
import type { Dependencies } from "./dependencies.ts";
import { problem, Refusal, refusalOf } from "./http/problem.ts";
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
import { verdictChanges as changesOnNewest } from "./snapshots/policy-preview.ts";

/** What a test may put in the place of the real thing. */
export interface AppOverrides {
  readonly verdictChanges?: VerdictChanges;
}

/** Everything below /api/v1 needs a person who is signed in. The body is read only once we know whose it is. */
const versionOne = (deps: Dependencies, { verdictChanges = changesOnNewest }: AppOverrides) =>
  new Hono<Env>()
    .use(checkBodyHeaders(deps), authenticate(deps), readBody(deps))
    .route("/", meRoutes())
    .route("/", policyRoutes(deps, verdictChanges))
    .route("/", practitionerRoutes(deps))
    .route("/", feedbackRoutes(deps))
    .route("/", memberRoutes(deps))
    .route("/", checkRoutes(deps))
    .route("/", leadRoutes(deps))
    .route("/", uploadRoutes(deps))
    .route("/", snapshotRoutes(deps))
    .route("/", measureRoutes(deps))
    .route("/", erasureRoutes(deps))
    .route("/", auditRoutes(deps))
    .route("/", transferRoutes(deps));

/** The typed client's view of the service: `hc<Api>(address)`. */
export type Api = ReturnType<typeof createApp>;

/** The whole service, handed everything it needs; it runs unchanged in Lambda and on Node. */
export function createApp(deps: Dependencies, beside: AppOverrides = {}) {
  const app = new Hono<Env>()
    .use(logRequests(deps), requireCloudFront(deps), limitTime(deps))
    .route("/api", healthRoutes(deps))
    // Loaded when somebody asks for it: no start should wait for it.
    .get("/api/openapi.json", async (c) => c.json((await import("./http/openapi.ts")).openApi()))
    .route("/api/v1", versionOne(deps, beside));
  app.onError((error, c) => problem(c, refusalOf(error), c.get("requestId")));
  app.notFound((c) => problem(c, notServed(app, c), c.get("requestId")));
  return app;
}

const noSuchRoute = (): Refusal =>
  new Refusal(404, "There is nothing at this address. Look it up in /api/openapi.json.");

const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH"] as const;

/** Whether the address is unknown, or only the method is. */
function notServed(app: Pick<Hono<Env>, "router">, c: Context<Env>): Refusal {
  const isServed = (method: string): boolean =>
    app.router.match(method, c.req.path)[0].some(([[, route]]) => route.method === method);
  const served = METHODS.filter(isServed);
  if (served.length === 0) return noSuchRoute();
  return new Refusal(
    405,
    "This cannot be done at this address. The Allow header lists what can.",
    [],
    {},
    { allow: served.join(", ") },
  );
}
