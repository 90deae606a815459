export interface Erased {
  /** An ISO date. */
  readonly on: string;
  readonly by: string;
  /** Who else agreed, as the administrator wrote it. */
  readonly agreedBy: string;
  readonly found: number;
  readonly rows: number;
  readonly steps: number;
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** What an erasure leaves on paper. Whose rows they were is not in it: that is written in by hand. */
export const certificateOf = ({ on, by, agreedBy, found, rows, steps }: Erased): string => `Certificate of erasure
Lead Professional for Excel

Day: ${DAY.format(new Date(on))}
Erased by: ${by}
Agreed by: ${agreedBy.trim() === "" ? "(nobody was named)" : agreedBy.trim()}
The child's reference: ______________________________
(To be written in by hand: neither the service nor this text keeps it.)

Rows found beforehand: ${found}
Rows erased: ${rows}, in ${steps} ${steps === 1 ? "step" : "steps"}
Looked through once more afterwards: no row of this child was found.

Gone through were all versions of all teams' months, under every key that references were ever hashed with, and
lists that were being sent. Their receipts stay and say how many rows were erased; of the erasure the service
keeps when it was and how many rows went, not whose.

Not reached by it: the workbooks that managers keep, exports that were made before, and the table's own backups,
from which rows may come back for 35 days. After a recovery the erasure is to be done again.
`;
