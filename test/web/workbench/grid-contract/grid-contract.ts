import { cellClauses } from "./cell-clauses.ts";
import type { Clause } from "./clause.ts";
import { formulaClauses } from "./formula-clauses.ts";
import { partClauses } from "./part-clauses.ts";

/** Everything that a grid keeps to. */
export const gridContract: readonly Clause[] = [...cellClauses, ...partClauses, ...formulaClauses];
