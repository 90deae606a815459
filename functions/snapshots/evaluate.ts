import { check, type Checked } from "../../rules/check.ts";
import { endedRegistration } from "../../rules/catalogue/registrations.ts";
import { isoDay } from "../../rules/dates.ts";
import type { FieldId } from "../../rules/fields.ts";
import { keyOf } from "../../rules/finding.ts";
import type { Policy } from "../../rules/policy.ts";
import { typed } from "../../rules/read.ts";
import type { RawPractitioner, Register } from "../../rules/register.ts";
import type { Row } from "../../rules/row.ts";
import { hasField, type Sheet } from "../../rules/sheet.ts";
import { SheetReader } from "../../rules/sheet-reader.ts";
import type { Terms } from "../../rules/terms.ts";
import { personHash } from "../hashing/hashing.ts";
import type { HashKeys } from "../hashing/hash-keys.ts";
import type { RowFindings } from "./findings.ts";

export interface EvaluationOptions {
  readonly asOf: string;
  readonly policy: Policy;
  readonly practitioners: readonly RawPractitioner[];
  readonly keys: HashKeys;
  /** The key that the rows' hashes were made with. */
  readonly keyVersion: number;
}

/** Rows checked anew, and what reading one of them takes. */
export interface Evaluation {
  readonly checked: Checked;
  readonly found: readonly RowFindings[];
  readonly terms: Terms;
  readonly register: Register | undefined;
  readonly asOf: number;
  /** Whether the list says something of its rows at all. */
  readonly has: (field: FieldId) => boolean;
  /** Calls back with each row that is not blank; the row is turned to the next one afterwards. */
  readonly eachRow: (visit: (row: Row, index: number) => void) => void;
}

/** A stored row has the hash of its child's reference; that the reference looked like one was seen to when it came. */
const takingHashes = (policy: Policy): Policy => ({ ...policy, childRefPattern: "." });

/** Checks stored rows. The register goes by hashes too, so that people off it at the upload are still found on it by name. */
export function evaluate(
  sheet: Sheet,
  { asOf: day, policy, practitioners, keys, keyVersion }: EvaluationOptions,
): Evaluation {
  const asOf = isoDay(day);
  const hashing = takingHashes(policy);
  const hashed = practitioners.map((raw) => {
    const name = typed(raw.name);
    return { ...raw, name: name === "" ? "" : personHash(name, keys, keyVersion) };
  });
  const by = { asOf, policy: hashing, register: { practitioners: hashed } };
  const checked = check(sheet, by);
  const reader = new SheetReader(sheet, by);
  const eachRow: Evaluation["eachRow"] = (visit) => {
    for (const row of reader.rows()) visit(row, row.index);
  };
  const found: RowFindings[] = checked.rows.map(() => null);
  const { terms, register } = reader;
  eachRow(({ lead }, index) => {
    const { verdict = "clear", findings = [] } = checked.rows[index] ?? {};
    const accepted = findings.filter((finding) => finding.accepted).map(keyOf);
    found[index] = {
      verdict,
      findings: findings.map(keyOf),
      // A renewal that nobody has entered yet makes nobody another lead: who is counted would move with it.
      isOther: lead?.isOtherLeadOn(asOf) === true && endedRegistration(lead, { asOf, terms })?.isInGrace !== true,
      ...(accepted.length > 0 ? { accepted } : {}),
    };
  });
  return { checked, found, terms, register, asOf, has: (field) => hasField(sheet, field), eachRow };
}
