import type { Role, RoleKind } from "../policy.ts";

const of = (kind: RoleKind, ...roles: [name: string, ...aliases: string[]][]): Role[] =>
  roles.map(([name, ...aliases]) => ({ name, kind, aliases, timetabled: kind === "education" }));

/** The roles that every shipped policy knows. */
export const ROLES: readonly Role[] = [
  ...of(
    "social-worker",
    ["Lead Child Protection Practitioner", "LCPP"],
    ["Advanced Practitioner", "Senior Practitioner", "Consultant Practitioner"],
    ["Social Worker", "SW", "qualified social worker", "registered social worker", "experienced social worker"],
  ),
  {
    name: "Newly Qualified Social Worker",
    kind: "social-worker",
    aliases: [
      "NQSW",
      "ASYE",
      "Newly Qualified Social Worker (ASYE)",
      "Social Worker (ASYE)",
      "SW (ASYE)",
      "Assessed and Supported Year in Employment",
    ],
    timetabled: false,
    newlyQualified: true,
  },
  ...of(
    "social-worker",
    [
      "Senior Social Worker",
      "SSW",
      "Advanced Social Worker",
      "Senior/Advanced Social Worker",
      "consultant social worker",
    ],
    ["Agency Social Worker", "Agency SW", "locum social worker"],
  ),
  ...of(
    "manager",
    ["Practice Supervisor", "PS"],
    ["Practice Manager"],
    ["Assistant Team Manager", "ATM", "Deputy Team Manager", "DTM"],
    ["Team Manager", "TM"],
    ["Service Manager", "SM"],
    ["Head of Service", "HoS"],
    ["Independent Reviewing Officer", "IRO"],
    ["Child Protection Chair", "CP chair"],
  ),
  ...of(
    "either",
    ["Family Help Lead Practitioner", "FHLP", "family help practitioner", "family help worker"],
    ["Family Practitioner"],
  ),
  ...of("assistant", [
    "Social Work Assistant",
    "SWA",
    "social care assistant",
    "senior SWA",
    "SSWA",
    "senior social work assistant",
  ]),
  ...of(
    "early-help",
    ["Early Help Practitioner", "EHP", "EHW", "Early Help Worker", "Early Help Practitioner/Worker"],
    ["Family Support Worker", "FSW", "FSP", "Family Support Practitioner"],
    ["Intensive Support Worker"],
    ["Domestic Abuse Practitioner"],
    ["Youth Worker"],
    ["Personal Adviser", "personal advisor"],
    ["Student Social Worker", "social work student", "social work apprentice"],
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
