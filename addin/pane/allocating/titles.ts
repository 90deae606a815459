import type { May } from "../../allocating/help.ts";

export const GROUPS: Readonly<Record<May, string>> = {
  may: "May lead",
  conditional: "May lead once …",
  "may-not": "May not lead",
};
