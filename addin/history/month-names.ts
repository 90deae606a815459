export * from "../months.ts";
