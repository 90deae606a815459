import { fullAddress, parseArea, splitSheet } from "../areas.ts";
import type { Book } from "../book.ts";
import type { ClientEvents } from "../events.ts";
import { invalidArgument, itemNotFound } from "../failure.ts";
import { hostObject, isHostObject, NULL_OBJECT, type HostObject } from "../host-object.ts";
import { alreadyExists, folded, text } from "./client-arguments.ts";
import { placeOf } from "./place.ts";
import { rangeObject } from "./range.ts";

/** A letter or "_" first, then letters, digits, "." and "_"; and it reads as no cell. */
const isName = (name: string): boolean => /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && parseArea(name) === undefined;

/** What a name's formula comes to, and of what kind it is. */
function meaningOf(formula: string): { readonly type: string; readonly value: unknown } {
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i.test(formula)) return { type: "Double", value: Number(formula) };
  if (/^(TRUE|FALSE)$/i.test(formula)) return { type: "Boolean", value: formula.toUpperCase() === "TRUE" };
  const quoted = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (quoted !== undefined) return { type: "String", value: quoted.replaceAll('""', '"') };
  if (parseArea(splitSheet(formula).rest)) return { type: "Range", value: formula.replaceAll("$", "") };
  return { type: "Error", value: "#NAME?" };
}

export function namesObject(book: Book, events: ClientEvents): HostObject {
  const { grid } = book;
  const known = (name: unknown): string | undefined =>
    [...grid.names().keys()].find((one) => folded(one) === folded(text(name)));

  function named(name: string): HostObject {
    const formula = (): string => {
      const kept = grid.names().get(name);
      if (kept === undefined) throw itemNotFound();
      return kept;
    };
    const range = (): HostObject | undefined => {
      if (meaningOf(formula()).type !== "Range") return undefined;
      const { sheetId, area } = book.place(formula(), grid.activeSheetId());
      return rangeObject(book, events, sheetId, area);
    };
    return hostObject({
      type: "NamedItem",
      id: { key: "_Id", value: () => name },
      get: {
        Name: () => name,
        Formula: () => `=${formula()}`,
        Type: () => meaningOf(formula()).type,
        Value: () => meaningOf(formula()).value,
        Visible: () => true,
        Scope: () => "Workbook",
        Comment: () => "",
      },
      set: {
        Formula: (value) => {
          grid.setName(name, text(value).replace(/^=/, ""));
        },
      },
      call: {
        Delete: () => {
          grid.setName(name, undefined);
        },
        GetRange: () => {
          const found = range();
          if (!found) throw itemNotFound();
          return found;
        },
        GetRangeOrNullObject: () => range() ?? NULL_OBJECT,
      },
    });
  }

  const item = (name: unknown): HostObject => {
    const found = known(name);
    if (found === undefined) throw itemNotFound();
    return named(found);
  };
  return hostObject({
    type: "NamedItemCollection",
    items: () => [...grid.names().keys()].map(named),
    item,
    call: {
      Add: (name, reference) => {
        if (!isName(text(name))) throw invalidArgument();
        if (known(name) !== undefined) throw alreadyExists();
        grid.setName(text(name), formulaOf(book, reference));
        return named(text(name));
      },
      GetCount: () => grid.names().size,
      GetItem: item,
      GetItemOrNullObject: (name) => {
        const found = known(name);
        return found === undefined ? NULL_OBJECT : named(found);
      },
    },
  });
}

/** What a new name stands for: a formula as text, a constant, or a range. */
function formulaOf(book: Book, reference: unknown): string {
  if (isHostObject(reference)) {
    const { sheetId, area } = placeOf(reference);
    return fullAddress(book.sheet(sheetId).name, area);
  }
  if (typeof reference === "number") return String(reference);
  const given = text(reference);
  return given.startsWith("=") ? given.slice(1) : `"${given.replaceAll('"', '""')}"`;
}
