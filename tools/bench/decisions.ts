import { isoDay, type Day } from "../../rules/dates.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { HowKey, WhoKey } from "./breach-bits.ts";
import type { Facts } from "./facts.ts";

/** A condition on a row's facts, as data: what the rules engines are each given in their own notation. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly fact: keyof Facts; readonly is: Comparison; readonly than: Value }
  | { readonly fact: keyof Facts; readonly among: readonly Value[] };

export type Comparison = "=" | "!=" | "<" | ">=";
export type Value = string | number | boolean;

/** The first condition that holds is the breach. */
export type Chain<K = string> = readonly (readonly [key: K, when: Condition])[];

/** Decisions that share what they apply to. */
export interface Group<K = string> {
  readonly when: Condition;
  readonly chains: readonly Chain<K>[];
}

const is = (fact: keyof Facts, than: Value): Condition => ({ fact, is: "=", than });
const not = (fact: keyof Facts, than: Value): Condition => ({ fact, is: "!=", than });
const before = (fact: keyof Facts, than: number): Condition => ({ fact, is: "<", than });
const from = (fact: keyof Facts, than: number): Condition => ({ fact, is: ">=", than });
const among = (fact: keyof Facts, ...values: Value[]): Condition => ({ fact, among: values });
const all = (...conditions: Condition[]): Condition => ({ all: conditions });
const any = (...conditions: Condition[]): Condition => ({ any: conditions });

/** Always and never, for what depends on the check date alone. */
const when = (holds: boolean): Condition => (holds ? not("status", "?") : is("status", "?"));

const NAMED = among("leadIs", "named", "other");
const OTHER = is("leadIs", "other");
const { trial, supervision, socialWorkerOnly } = kentTrial2024;
const PROTECTION = among("status", ...socialWorkerOnly);
const START = isoDay(trial.start);
const END = isoDay(trial.end);

/** The breaches about who leads; blank and closed rows are left out before. */
export const whoDecisions = (asOf: Day): readonly Group<WhoKey>[] => [
  {
    when: is("leadIs", "blank"),
    chains: [
      [
        ["LP-01/no-social-worker", PROTECTION],
        ["LP-01/not-named", when(true)],
      ],
    ],
  },
  {
    when: all(PROTECTION, NAMED),
    chains: [
      [
        ["LP-03/not-social-worker", OTHER],
        ["LP-03/registration-ended", is("leadStanding", "ended")],
        ["LP-03/cannot-tell", not("leadStanding", "qualified")],
      ],
    ],
  },
  { when: all(is("status", "doubtful"), NAMED), chains: [[["LP-03/cannot-tell", not("leadStanding", "qualified")]]] },
  {
    when: all(NAMED, among("status", "EH", "ASSESS", "CIN"), not("leadStanding", "qualified")),
    chains: [
      [
        ["LP-04/role-unknown", is("leadKind", "")],
        [
          "LP-04/cannot-tell",
          all(among("leadKind", "social-worker", "manager", "either"), is("leadStanding", "cannot-tell")),
        ],
        ["LP-04/not-registered", all(among("leadKind", "social-worker", "manager"), not("leadStanding", "presumed"))],
        [
          "LP-04/role-not-offered",
          all(among("leadKind", "either", "early-help", "education", "health", "partner"), not("status", "EH")),
        ],
      ],
    ],
  },
  {
    when: all(among("status", "CIN", "ASSESS"), OTHER),
    chains: [
      [
        ["LP-05/outside-trial", is("team", "other")],
        ["LP-05/team-unknown", is("team", "unknown")],
      ],
      [["LP-07/assessment-by-other", is("status", "ASSESS")]],
      [
        ["LP-08/not-named", is("overseerIs", "blank")],
        ["LP-08/own-overseer", is("overseerIsLead", true)],
        ["LP-08/lapsed", is("overseerStanding", "ended")],
        ["LP-08/not-qualified", is("overseerStanding", "not-qualified")],
        ["LP-08/cannot-tell", all(is("overseerIs", "named"), is("overseerStanding", "cannot-tell"))],
        ["LP-08/not-a-supervisor", all(is("overseerIs", "named"), not("overseerKind", "manager"))],
      ],
      [
        ["LP-09/level-unknown", all(is("leadIsListed", true), is("leadLevel", 0), from("complexity", 1))],
        [
          "LP-09/too-complex",
          any(all(is("leadLevel", 1), from("complexity", 2)), all(is("leadLevel", 2), from("complexity", 3))),
        ],
      ],
    ],
  },
  {
    when: all(among("status", "CIN", "ASSESS"), is("leadIs", "named"), is("leadStanding", "cannot-tell")),
    chains: [[["LP-08/perhaps-not-overseen", is("overseerIs", "blank")]]],
  },
  {
    when: all(among("status", "CIN", "ASSESS"), OTHER, from("leadFrom", 0)),
    chains: [
      [
        ["LP-06/before-trial", when(asOf < START)],
        ["LP-06/allocated-after-end", from("leadFrom", END)],
        ["LP-06/trial-ended", when(asOf >= END + trial.graceDays)],
        ["LP-06/trial-ended-confirm", all(when(asOf >= END), from("confirmedOn", 0), before("confirmedOn", END))],
        ["LP-06/no-date", all(is("leadFrom", 0), any(when(asOf < END), from("confirmedOn", 0)))],
        [
          "LP-06/allocated-before-start",
          all(before("leadFrom", START), from("confirmedOn", 0), before("confirmedOn", START)),
        ],
        [
          "LP-06/trial-ending",
          all(when(asOf >= END - trial.warnDays && asOf < END), any(from("leadFrom", START), from("confirmedOn", 0))),
        ],
      ],
    ],
  },
];

/** The breaches about how they lead. */
export const howDecisions = (asOf: Day): readonly Group<HowKey>[] => [
  { when: all(among("status", "EH", "ASSESS", "CIN"), OTHER), chains: [[["LP-11/not-agreed", is("agreedOn", 0)]]] },
  {
    when: all(among("status", "CIN", "ASSESS"), OTHER, from("leadFrom", 0)),
    chains: [
      [
        ["LP-12/not-recorded", is("deciderIs", "blank")],
        [
          "LP-12/decided-by-other",
          all(
            is("deciderIsListed", true),
            any(
              among("deciderStanding", "ended", "not-qualified"),
              all(not("deciderKind", ""), not("deciderKind", "manager")),
            ),
          ),
        ],
      ],
      [["LP-12/agencies-not-asked", all(not("deciderIs", "lost"), among("agenciesAsked", "no", ""))]],
      [
        ["LP-13/overdue", all(is("supervisionCounts", true), before("supervisionDue", asOf))],
        ["LP-13/never", all(from("lastSupervision", 0), before("supervisionDue", asOf))],
        [
          "LP-13/due-soon",
          all(from("lastSupervision", 0), before("supervisionDue", asOf + supervision.dueSoonDays + 1)),
        ],
      ],
      [
        [
          "LP-14/not-qualified",
          all(
            is("supervisionCounts", true),
            is("supervisorIs", "named"),
            among("supervisorStanding", "ended", "not-qualified"),
          ),
        ],
        [
          "LP-14/cannot-tell",
          all(is("supervisionCounts", true), not("supervisorIs", "lost"), not("supervisorStanding", "qualified")),
        ],
      ],
    ],
  },
  { when: is("status", "CIN"), chains: [[["LP-19/not-recorded", is("wishesOn", 0)]]] },
  {
    when: among("status", "EH", "CIN"),
    chains: [
      [
        ["LP-21/none", is("assessmentOn", 0)],
        ["LP-21/old", all(from("assessmentOn", 1), before("assessmentTo", asOf))],
      ],
      [
        ["LP-22/none", is("sharingOn", 0)],
        ["LP-22/old", all(from("sharingOn", 1), before("sharingTo", asOf))],
      ],
    ],
  },
  {
    when: not("status", "CLOSED"),
    chains: [
      [["LP-17/missing-agencies", from("agenciesMissing", 1)]],
      [["LP-26/no-time", all(among("leadKind", "education", "health", "partner"), is("protectedTime", "no"))]],
      [
        ["LP-27/not-escalated", all(is("partnerIsLate", true), is("escalatedOn", 0))],
        [
          "LP-27/escalated-by-other",
          all(
            from("partnerActionDue", 1),
            from("escalatedOn", 1),
            not("escalatorKind", ""),
            not("escalatorKind", "manager"),
          ),
        ],
      ],
    ],
  },
];
