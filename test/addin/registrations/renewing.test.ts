import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { createPaneModel } from "../../../addin/model/create-pane-model.ts";
import { ListReader } from "../../../addin/pane/list-reader.ts";
import { byEnd, peopleOnSheet } from "../../../addin/pane/people/people-on-sheet.ts";
import type { Account } from "../../../client/responses.ts";
import type { ServiceRequest, ServiceResponse } from "../../../client/requests.ts";
import { ServiceError } from "../../../client/service-error.ts";
import { isoDay, toSerial } from "../../../rules/dates.ts";
import { nothingSent } from "../../../tools/bench/nothing-sent.ts";
import type { MemorySheet } from "../../../web/workbench/memory/state.ts";
import { open } from "../workbook/a-workbook.ts";

const DAY = isoDay("2026-11-26");
const serial = (iso: string): number => toSerial(isoDay(iso));
const [NOW, NEXT] = [serial("2026-11-30"), serial("2027-11-30")];

const CASES: MemorySheet = {
  name: "Cases",
  cells: [
    ["Child ref", "Case status", "Lead professional", "Overseen by"],
    ["EX-1", "Child in need", "Hazel Example", "Pat Supervisor"],
    ["EX-2", "Child in need", "Rowan Example", "Pat Supervisor"],
    ["EX-3", "Child in need", "Sam Assistant", "Pat Supervisor"],
  ],
};
const STAFF: MemorySheet = {
  name: "Staff list",
  cells: [
    ["Who is registered"],
    [],
    ["Name", "Role", "Registration", "Registered to"],
    ["Hazel Example", "Social Worker", "SW100001", NOW],
    ["Rowan Example", "Social Worker", "SW100002", serial("2026-10-31")],
    ["Pat Supervisor", "Team Manager", "SW100003", NEXT],
    ["Sam Assistant", "Social Work Assistant", "none", ""],
  ],
  tables: [{ name: "Practitioners", address: "A3:D7" }],
};

const COUNCIL = [
  {
    id: "H1",
    name: "Hazel Example",
    role: "Social Worker",
    team: "dover",
    registration: "SW100001",
    registeredTo: "2026-11-30",
    level: 2,
  },
  {
    id: "P1",
    name: "Pat Supervisor",
    role: "Team Manager",
    team: "dover",
    registration: "SW100003",
    registeredTo: "2026-11-30",
  },
];

/** The pane's model in Microsoft's client; with `roles`, signed in to a council's service that answers from memory. */
async function opened(sheets: readonly MemorySheet[], roles?: readonly string[], refuse: readonly string[] = []) {
  const excel = open(sheets);
  const store = createInputsStore(DAY);
  const nothing = nothingSent();
  const puts: ServiceRequest[] = [];
  const ask = (question: ServiceRequest): Promise<ServiceResponse> => {
    const answer = (json: unknown): ServiceResponse => ({ isUnchanged: false, json, etag: undefined });
    if (question.method === "GET")
      return Promise.resolve(answer({ items: COUNCIL.map((one, at) => ({ ...one, etag: `"${at + 1}"` })) }));
    puts.push(question);
    if (refuse.some((id) => question.path.endsWith(id)))
      return Promise.reject(new ServiceError("refused", "The entry has changed.", [], 412));
    return Promise.resolve(answer({}));
  };
  const account: Account = { name: "Alex Admin", roles: roles ?? [], teams: [] };
  const service = roles ? { ...nothing.service, ask, account: signal(account) } : nothing.service;
  if (roles) store.service.value = { register: { practitioners: COUNCIL } };
  const model = createPaneModel({ workbook: excel.workbook, store, ...nothing, service });
  await model.start();
  const people = () => {
    const [list, mapping] = [model.current.value, model.mapping.value];
    if (!list || !mapping) throw new Error("There is no list.");
    return peopleOnSheet(new ListReader(list, mapping, model.inputs.value));
  };
  const keysOf = (...names: readonly string[]) =>
    new Set(people().flatMap(({ key, name }) => (names.includes(name) ? [key] : [])));
  const ends = () => excel.grid.read(excel.sheetId("Staff list"), "D4:D7").flat();
  return { ...excel, model, people, keysOf, ends, puts };
}

describe("people by when their registration ends", () => {
  it("stand soonest first, and those without one behind them", async () => {
    const { people } = await opened([CASES, STAFF]);
    expect(byEnd(people()).map(({ name }) => name)).toEqual([
      "Rowan Example",
      "Hazel Example",
      "Pat Supervisor",
      "Sam Assistant",
    ]);
  });

  it("can be ticked where the register shows a registration that ends before the next year's", async () => {
    const { people } = await opened([CASES, STAFF]);
    expect(people().flatMap(({ name, canBeRenewed }) => (canBeRenewed ? [name] : []))).toEqual([
      "Hazel Example",
      "Rowan Example",
    ]);
  });
});

describe("renewals in the workbook's table", () => {
  it("are shown cell by cell, written as one act, and change nobody else's", async () => {
    const { model, keysOf, ends, grid, sheetId } = await opened([CASES, STAFF]);
    const renewal = model.renewalOf(keysOf("Hazel Example", "Rowan Example", "Pat Supervisor", "Sam Assistant"));
    expect(
      renewal.table?.changes.map(({ address, header, before, after }) => [address, header, before, after]),
    ).toEqual([
      ["D4", "Registered to, Hazel Example", "30 Nov 2026", "30 Nov 2027"],
      ["D5", "Registered to, Rowan Example", "31 Oct 2026", "30 Nov 2027"],
    ]);
    await model.renew(renewal);
    expect(ends()).toEqual([NEXT, NEXT, NEXT, ""]);
    expect(grid.numberFormatAt?.(sheetId("Staff list"), 3, 3)).toBe("dd/mm/yyyy");
    expect(model.notice.value).toMatchObject({
      kind: "done",
      sentence:
        "On the sheet Staff list, D4 and D5 now hold 30 Nov 2027. To undo it by hand: enter 30 Nov 2026 in D4 and enter 31 Oct 2026 in D5.",
    });
    expect(model.findings.value.map(({ finding }) => finding.rule)).not.toContain("LP-35");
  });

  it("are not written where the table has changed since, and it is said", async () => {
    const { model, keysOf, ends, grid, sheetId } = await opened([CASES, STAFF]);
    const renewal = model.renewalOf(keysOf("Hazel Example", "Rowan Example"));
    grid.write(sheetId("Staff list"), { top: 3, left: 0, rows: 1, columns: 1 }, [["Somebody Else"]]);
    await model.renew(renewal);
    expect(ends()).toEqual([NOW, serial("2026-10-31"), NEXT, ""]);
    expect(model.notice.value).toMatchObject({ kind: "problem", detail: "Changed" });
  });

  it("say where the table has no column for them", async () => {
    const cells = [
      ["Name", "Role", "Registration"],
      ["Hazel Example", "Social Worker", "SW100001"],
    ];
    const without: MemorySheet = { name: "Staff list", cells, tables: [{ name: "Practitioners", address: "A1:C2" }] };
    const { people } = await opened([CASES, without]);
    expect(people().some(({ canBeRenewed }) => canBeRenewed)).toBe(false);
  });
});

describe("renewals in the council's register", () => {
  it("are an administrator's: the whole entry is sent with another last day, under its tag", async () => {
    const { model, keysOf, puts } = await opened([CASES], ["Admin", "Manager"]);
    const renewal = model.renewalOf(keysOf("Hazel Example", "Pat Supervisor"));
    expect(renewal.entries.map(({ id }) => id)).toEqual(["H1", "P1"]);
    await model.renew(renewal);
    expect(puts[0]).toMatchObject({
      method: "PUT",
      path: "/practitioners/H1",
      changes: '"1"',
      body: {
        name: "Hazel Example",
        role: "Social Worker",
        team: "dover",
        registration: "SW100001",
        registeredTo: "2027-11-30",
        level: 2,
      },
    });
    expect(puts[0]?.body).not.toHaveProperty("id");
    expect(model.notice.value).toMatchObject({
      sentence: "The council's register now shows Hazel Example and Pat Supervisor registered to 30 Nov 2027.",
    });
  });

  it("that are refused for one keep nobody else's, and stay said", async () => {
    const { model, keysOf, puts } = await opened([CASES], ["Admin"], ["H1"]);
    await model.renew(model.renewalOf(keysOf("Hazel Example", "Pat Supervisor")));
    expect(puts).toHaveLength(2);
    expect(model.refusedRenewals.value).toEqual([
      "Hazel Example: their entry has been changed meanwhile. Look at it, then do this once more.",
    ]);
    expect(model.notice.value).toMatchObject({
      sentence: "The council's register now shows Pat Supervisor registered to 30 Nov 2027.",
    });
  });

  it("are written for nobody by whoever is no administrator, and that is said", async () => {
    const { model, keysOf } = await opened([CASES, STAFF], ["Manager"]);
    const renewal = model.renewalOf(keysOf("Hazel Example", "Rowan Example"));
    expect(renewal.entries).toEqual([]);
    // Rowan is known from the workbook's table alone, which is the manager's own.
    expect(renewal.table?.changes.map(({ address }) => address)).toEqual(["D5"]);
    expect(renewal.left).toEqual([
      "Only an administrator may change a registration in the council's register, so nothing is written for Hazel Example.",
    ]);
  });

  it("bring the workbook's own entry of the same person along, so that the two do not differ", async () => {
    const { model, keysOf, ends } = await opened([CASES, STAFF], ["Admin"]);
    await model.renew(model.renewalOf(keysOf("Hazel Example")));
    expect(ends()[0]).toBe(NEXT);
  });
});
