import type { Book } from "../book.ts";
import { alreadyExists, folded } from "./client-arguments.ts";

/** Throws where a name is a table's already or one of the workbook's: the two share their names. */
export function mustBeFree(book: Book, name: string, except?: string): void {
  const isTable = book.grid.tables().some((table) => table.id !== except && folded(table.name) === folded(name));
  const isName = [...book.grid.names().keys()].some((known) => folded(known) === folded(name));
  if (isTable || isName) throw alreadyExists();
}

/** A name that no table has. */
export function freeTableName(book: Book): string {
  let number = book.grid.tables().length + 1;
  while (book.findTable(`Table${number}`)) number++;
  return `Table${number}`;
}
