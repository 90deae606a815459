import { useEffect } from "preact/hooks";
import { Wide } from "../../page/wide.tsx";
import { Outcome } from "../parts/outcome.tsx";
import { nameOf } from "../members/names.ts";
import type { AuditTrail } from "./audit-trail.ts";

const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "Europe/London" });

/** Who did what, newest first; nothing here can be changed. */
export function AuditSection({ trail }: { readonly trail: AuditTrail }) {
  const { lines, next, names, isLoading, problem } = trail.state.value;
  useEffect(() => {
    void trail.load();
  }, [trail]);
  return (
    <section>
      <h2 id="title">Audit trail</h2>
      <p class="note">
        Every write, every look-up and every reading of row-level data: who, what and when, never the data. Looking at
        it is itself written down.
      </p>
      <Outcome problem={problem} doing={isLoading ? "Fetching the audit trail …" : undefined} />
      {lines && (
        <Wide labelledBy="title">
          <table>
            <thead>
              <tr>
                {["When", "Who", "What", "About", "Team", "Month", "How many"].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ at, by, what, about, team, month, count }, index) => (
                <tr key={index}>
                  <td>{TIME.format(new Date(at))}</td>
                  <td>{nameOf(names, by)}</td>
                  <td>{what}</td>
                  <td>{about}</td>
                  <td>{team}</td>
                  <td>{month}</td>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <div class="side">
        <button type="button" onClick={() => void trail.load()}>
          Show the newest
        </button>
        {next !== undefined && (
          <button type="button" onClick={() => void trail.older()}>
            Show older ones
          </button>
        )}
      </div>
    </section>
  );
}
