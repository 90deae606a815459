import { count } from "../../../rules/text.ts";
import { monthName } from "../../../rules/months.ts";
import type { Receipt } from "../../../client/snapshots.ts";
import { showIsoDay, showMoment, verdictsLine } from "./words.ts";

/** The particulars of a receipt, as the service gave it. */
export function ReceiptLines({ receipt, team }: { readonly receipt: Receipt; readonly team: string }) {
  const { month, version, asOf, rows, verdicts, at, contentHash, policyHash, erased } = receipt;
  return (
    <dl class="receipt">
      <div>
        <dt>Snapshot</dt>
        <dd>{`${team}, ${monthName(month)}, version ${version}`}</dd>
      </div>
      <div>
        <dt>As of</dt>
        <dd>{showIsoDay(asOf)}</dd>
      </div>
      <div>
        <dt>Rows</dt>
        <dd>{`${count(rows, "row")}: ${verdictsLine(verdicts)}`}</dd>
      </div>
      {erased !== undefined && (
        <div>
          <dt>Erased since</dt>
          <dd>{count(erased, "row")}</dd>
        </div>
      )}
      <div>
        <dt>Received</dt>
        <dd>
          <time dateTime={at}>{showMoment(at)}</time>
        </dd>
      </div>
      <div>
        <dt>Hash of what was sent</dt>
        <dd>
          <code>{contentHash}</code>
        </dd>
      </div>
      <div>
        <dt>Hash of the policy</dt>
        <dd>
          <code>{policyHash}</code>
        </dd>
      </div>
    </dl>
  );
}
