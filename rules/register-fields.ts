/** The columns of the register (a workbook's table "Practitioners"); each course of the policy adds two more. */
export const REGISTER_FIELDS = {
  name: {
    header: "Name",
    aliases: [
      "practitioner",
      "practitioner name",
      "worker",
      "worker name",
      "full name",
      "staff name",
      "prof_professional_name",
    ],
  },
  id: {
    header: "Staff number",
    aliases: [
      "id",
      "staff id",
      "staff no",
      "employee number",
      "payroll number",
      "worker id",
      "prof_staff_id",
      "prof_professional_id",
      "invo_professional_id",
    ],
  },
  role: { header: "Role", aliases: ["job title", "designation", "post", "prof_professional_job_title"] },
  team: { header: "Team", aliases: ["team name", "district", "unit", "locality", "prof_professional_department"] },
  registration: {
    header: "Registration",
    aliases: [
      "registration number",
      "registration no",
      "SWE number",
      "Social Work England number",
      "Social Work England registration",
      "SWE registration",
      "SWE registration no",
      "SWE registration number",
      "SWE no",
      "SWE reg",
      "SWE reg no",
      "SWE reg number",
      "reg no",
      "reg number",
      "prof_social_worker_registration_no",
    ],
  },
  registeredTo: {
    header: "Registered to",
    aliases: [
      "registration ends",
      "registration end date",
      "registration expires",
      "registration expiry",
      "registration expiry date",
      "registered until",
      "registration to",
      "SWE expiry",
      "reg expires",
      "reg expiry",
      "reg expiry date",
    ],
  },
  level: { header: "Level", aliases: ["signed off for", "complexity level"] },
  signedOffOn: { header: "Signed off on", aliases: ["signed off", "sign-off date"] },
  caseLimit: { header: "Case limit", aliases: ["caseload limit", "maximum cases"] },
  protectedTime: { header: "Protected time", aliases: ["time set aside"] },
  absentFrom: { header: "Absent from", aliases: ["leave from", "absence start"] },
  absentTo: { header: "Absent to", aliases: ["leave to", "absence end"] },
} as const satisfies Record<string, { header: string; aliases: readonly string[] }>;

export type RegisterField = keyof typeof REGISTER_FIELDS;

export const REGISTER_FIELD_IDS = Object.keys(REGISTER_FIELDS) as readonly RegisterField[];

export const DATE_FIELDS: ReadonlySet<RegisterField> = new Set([
  "registeredTo",
  "signedOffOn",
  "absentFrom",
  "absentTo",
]);
