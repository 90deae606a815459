import type { Role, RoleKind } from "../policy.ts";

const of = (kind: RoleKind, ...roles: [name: string, ...aliases: string[]][]): Role[] =>
  roles.map(([name, ...aliases]) => ({ name, kind, aliases, timetabled: kind === "education" }));

/** The roles that both shipped policies know. */
export const ROLES: readonly Role[] = [
  ...of(
    "social-worker",
    ["Social Worker", "SW", "qualified social worker", "registered social worker"],
    ["Newly Qualified Social Worker", "NQSW", "ASYE", "Newly Qualified Social Worker (ASYE)", "Social Worker (ASYE)"],
    ["Senior Social Worker", "SSW", "Advanced Social Worker", "Senior/Advanced Social Worker"],
    ["Agency Social Worker"],
  ),
  ...of(
    "manager",
    ["Practice Supervisor", "PS"],
    ["Assistant Team Manager", "ATM"],
    ["Team Manager", "TM"],
    ["Service Manager", "SM"],
  ),
  ...of("assistant", [
    "Social Work Assistant",
    "SWA",
    "social care assistant",
    "senior SWA",
    "senior social work assistant",
  ]),
  ...of(
    "early-help",
    ["Early Help Practitioner", "EHP", "EHW", "Early Help Worker", "Early Help Practitioner/Worker"],
    ["Family Support Worker", "FSW"],
    ["Youth Worker"],
    ["Personal Adviser", "personal advisor"],
  ),
  ...of(
    "education",
    ["Teacher"],
    ["SENCo"],
    ["Designated Safeguarding Lead", "DSL"],
    ["Education Welfare Officer", "EWO"],
  ),
  ...of("health", ["Health Visitor", "HV"], ["School Nurse"], ["Midwife"], ["Therapist"]),
  ...of(
    "partner",
    ["Police", "police officer"],
    ["Housing", "housing officer"],
    ["Voluntary sector worker", "voluntary sector"],
  ),
];
