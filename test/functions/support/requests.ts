import { kentTrial2024 } from "../../../rules/policies/index.ts";
import type { Route } from "../../../functions/http/operations.ts";
import type { Sent } from "./service.ts";

/** A policy that may be sent: Kent's, from a day to come. */
export const POLICY = { ...kentTrial2024, id: "kent-2025", title: "Kent 2025", effectiveFrom: "2025-04-04" };

export const PRACTITIONER = {
  name: "Sam Assistant",
  role: "Social Work Assistant",
  team: "dover",
  level: 2,
  signedOffOn: "2024-10-14",
  absentFrom: "2024-12-20",
  absentTo: "2025-01-03",
  caseLimit: 12,
  protectedTime: true,
  training: [{ course: "Lead professional training schedule", completedOn: "2024-10-10" }],
};

const ROW = { childRef: "C-1001", team: "Dover", status: "CIN", lead: "Sam Assistant" };
const page = "?limit=2";

/** One request for each route of the table of operations, about the team Dover wherever it is about a team. */
export const REQUESTS: Readonly<Record<Route, Sent & { readonly path: string }>> = {
  "GET /me": { path: "/me" },
  "GET /policy": { path: "/policy?on=2024-11-30" },
  "GET /policy/versions": { path: "/policy/versions" },
  "PUT /policy": { path: "/policy", body: { policy: POLICY }, headers: { "if-match": '"2"' } },
  "POST /policy/preview": { path: "/policy/preview", body: { policy: POLICY } },
  "GET /practitioners": { path: `/practitioners${page}` },
  "PUT /practitioners/:id": { path: "/practitioners/A1", body: PRACTITIONER },
  "POST /checks": { path: "/checks", body: { asOf: "2024-11-30", rows: [ROW] } },
  "POST /leads": { path: "/leads", body: { childRefs: ["C-1001"] } },
  "POST /snapshots": { path: "/snapshots", body: { team: "dover", month: "2024-11", rows: 1, parts: 1 } },
  "GET /snapshots/uploads/:id": { path: "/snapshots/uploads/none" },
  "PUT /snapshots/uploads/:id/parts/:n": { path: "/snapshots/uploads/none/parts/1", body: { rows: [ROW] } },
  "POST /snapshots/uploads/:id/commit": { path: "/snapshots/uploads/none/commit" },
  "GET /snapshots": { path: "/snapshots?team=dover&from=2024-10&to=2024-11" },
  "GET /snapshots/:team/:month": { path: "/snapshots/dover/2024-11" },
  "GET /snapshots/:team/:month/changes": { path: "/snapshots/dover/2024-11/changes" },
  "POST /snapshots/:team/:month/changes": { path: "/snapshots/dover/2024-11/changes", body: { childRefs: ["C-1001"] } },
  "GET /measures": { path: "/measures?from=2024-10&to=2024-11" },
  "GET /measures.csv": { path: "/measures.csv?from=2024-10&to=2024-11" },
  "POST /feedback": {
    path: "/feedback",
    body: { theme: "training", text: "The course came late.", month: "2024-11", team: "dover" },
  },
  "GET /feedback": { path: `/feedback${page}` },
  "GET /members": { path: `/members${page}` },
  "PUT /members/:id": { path: "/members/oid-someone", body: { name: "Some One", teams: ["dover"] } },
  "POST /erasures": { path: "/erasures", body: { childRef: "C-1001" } },
  "GET /audit": { path: `/audit${page}` },
  "GET /export": { path: "/export" },
  "POST /import": { path: "/import", body: "", headers: { "content-type": "application/x-ndjson" } },
};
