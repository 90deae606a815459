/** Puts the sample workbook's register and lists into an empty service, through its own API. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readWorkbook } from "../xlsx/read-workbook.ts";
import { findAllocations } from "../rules/workbook/find-lists.ts";
import { findRegister } from "../rules/workbook/find-register.ts";
import { fromSerial, isoDay, toIso } from "../rules/dates.ts";
import { kentTrial2024 } from "../rules/policies/index.ts";
import { readYesNo, textOf } from "../rules/read.ts";
import { registerFromTable } from "../rules/register-table.ts";
import type { RegisterSource } from "../rules/register.ts";
import { termsOf } from "../rules/terms.ts";
import { toWire, type WireRow } from "../rules/wire.ts";
import { gridOf } from "./check/contents.ts";

const SAMPLE = fileURLToPath(new URL("../web/workbench/sample/allocations.xlsx", import.meta.url));
const MONTH = "2024-11";
export const SAMPLE_DAY = "2024-11-30";

/** The sample's people and rows, as the service takes them. */
export function sample(): { readonly register: RegisterSource; readonly rows: readonly WireRow[] } {
  const workbook = readWorkbook(readFileSync(SAMPLE));
  if ("unreadable" in workbook) throw new Error(workbook.unreadable);
  const grids = workbook.sheets.map((sheet) => ({ name: sheet.name, grid: gridOf(sheet) }));
  const [table] = grids.flatMap(({ name, grid }) => findRegister(grid, name) ?? []);
  const [allocations] = grids.flatMap(({ grid }) => findAllocations(grid));
  if (!table || !allocations) throw new Error("The sample workbook has lost its tables.");
  const register = registerFromTable(table.headers, table.rows, kentTrial2024);
  const given = { asOf: isoDay(SAMPLE_DAY), policy: kentTrial2024, register };
  return { register, rows: toWire({ columns: allocations.mapping.columns, rows: allocations.rows }, given).rows };
}

export interface Caller {
  /** Sends a request as somebody; throws if it is refused. "Elsewhere" manages a team that the sample sheet does not have. */
  readonly call: (
    as: "Admin" | "Manager" | "Elsewhere",
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<unknown>;
}

const asDate = (cell: unknown): unknown => (typeof cell === "number" ? toIso(Number(fromSerial(cell, false))) : cell);

/** What the service keeps of a practitioner; blanks are left out. */
function particulars(person: RegisterSource["practitioners"][number]): Record<string, unknown> {
  const { training = [], registeredTo, signedOffOn, absentFrom, absentTo, protectedTime, ...rest } = person;
  const all = {
    ...rest,
    protectedTime: YES_NO.get(readYesNo(protectedTime)),
    registeredTo: asDate(registeredTo),
    signedOffOn: asDate(signedOffOn),
    absentFrom: asDate(absentFrom),
    absentTo: asDate(absentTo),
    training: training.map(({ course, completedOn, bookedFor }) =>
      filled({ course, completedOn: asDate(completedOn), bookedFor: asDate(bookedFor) }),
    ),
  };
  return filled({ ...all, id: undefined });
}

const YES_NO = new Map<unknown, boolean>([
  ["yes", true],
  ["no", false],
]);

const filled = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== "" && value !== undefined && value !== null),
  );

/** A team that is not on the sample sheet. */
export const ELSEWHERE = "swale";

/**
 * The list of another team: a child of the sample whom it says somebody else leads, and one more case of the sample's
 * first lead. Only the service can know of either.
 */
function listElsewhere(rows: readonly WireRow[]): WireRow[] {
  const led = rows.find(({ status, restricted, lead }) => status === "CIN" && restricted !== "yes" && lead !== "");
  const other = rows.find(({ status, lead }) => status === "CP" && lead !== "" && lead !== led?.lead);
  if (!led || !other) throw new Error("The sample has lost the cases that its other list needs.");
  return [
    { ...led, team: "Swale", lead: other.lead ?? "" },
    { ...led, team: "Swale", childRef: "KC-990001" },
  ];
}

async function sendList(
  call: Caller["call"],
  as: "Manager" | "Elsewhere",
  team: string,
  rows: readonly WireRow[],
): Promise<void> {
  const { uploadId } = (await call(as, "POST", "/snapshots", { team, month: MONTH, rows: rows.length, parts: 1 })) as {
    uploadId: string;
  };
  await call(as, "PUT", `/snapshots/uploads/${uploadId}/parts/1`, { rows });
  await call(as, "POST", `/snapshots/uploads/${uploadId}/commit`);
}

/** Seeds the register, one month of every trial team on the sample sheet, and the list of one team that is not on it. */
export async function seed({ call }: Caller): Promise<{ readonly people: number; readonly teams: number }> {
  const { register, rows } = sample();
  for (const person of register.practitioners) {
    await call("Admin", "PUT", `/practitioners/${encodeURIComponent(textOf(person.id))}`, particulars(person));
  }
  const terms = termsOf(kentTrial2024);
  let teams = 0;
  for (const team of kentTrial2024.trial.teams) {
    const own = rows.filter((row) => typeof row.team === "string" && terms.team(row.team)?.team.id === team.id);
    if (own.length === 0) continue;
    await sendList(call, "Manager", team.id, own);
    teams += 1;
  }
  await sendList(call, "Elsewhere", ELSEWHERE, listElsewhere(rows));
  return { people: register.practitioners.length, teams: teams + 1 };
}
