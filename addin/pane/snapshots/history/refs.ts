import { clean } from "../../../../rules/text.ts";
import type { ListReader } from "../../list-reader.ts";

const normal = (ref: string): string => clean(ref).toUpperCase();

/** The children of a list by their reference, each with its first row. What looks like a name is none. */
export class RefsOnSheet {
  private readonly rows = new Map<string, number>();

  constructor(reader: ListReader | undefined) {
    if (!reader) return;
    for (const { childRef, index } of reader.rows()) {
      if (childRef === undefined || !reader.terms.isChildRef(clean(childRef))) continue;
      const ref = normal(childRef);
      if (!this.rows.has(ref)) this.rows.set(ref, index);
    }
  }

  get all(): string[] {
    return [...this.rows.keys()];
  }

  /** Index of the child's row among the list's; undefined for one who is not on it now. */
  indexOf(ref: string | undefined): number | undefined {
    return ref === undefined ? undefined : this.rows.get(normal(ref));
  }
}
