import { isOverdue, type Context } from "../context.ts";
import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { isUsable } from "../read.ts";
import type { Practitioner } from "../register.ts";
import type { LedRow } from "../row.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

/** A lead may be away this many working days before someone must stand in. */
const ABSENT_WORKING_DAYS = 5;

interface Who {
  readonly lead: string;
}

const coversSelf = breach<Who>("covers-self", {
  severity: "action",
  message: ({ lead }) => `${lead} leads this case and is named as their own cover.`,
  nextStep: "Name somebody else as cover this week: the overseer.",
});
const leadAbsent = breach<Who & { since: Day; hasColumn: boolean }>("lead-absent", {
  severity: "action",
  message: ({ lead, since, hasColumn }) =>
    `The register shows ${lead} as absent since ${showDay(since)}, and ${hasColumn ? "nobody is named as cover" : "the sheet has no column 'Cover' to say who covers"}.`,
  nextStep: ({ hasColumn }) =>
    `Name a cover today, and tell the family and the agencies: the overseer.${hasColumn ? "" : " Add the column 'Cover': whoever keeps the sheet."}`,
});
const noCoverTimetabled = breach<Who & { role: string }>("no-cover-timetabled", {
  severity: "action",
  message: ({ lead, role }) =>
    `${lead} works to a timetable (${role}), and nobody is named to respond in the meantime.`,
  nextStep: "Name a cover who can respond at once, this week: the overseer.",
});
const noCover = breach<Who>("no-cover", {
  severity: "advice",
  message: ({ lead }) => `Nobody is named to respond when ${lead} cannot.`,
  nextStep: "Name a cover this week: the overseer.",
});

function absentSince(practitioner: Practitioner | undefined, asOf: Day): Day | undefined {
  const { absentFrom, absentTo } = practitioner ?? {};
  if (!isUsable(absentFrom) || absentFrom > asOf) return undefined;
  if (absentTo === undefined) return absentFrom;
  return isUsable(absentTo) && absentTo >= asOf ? absentFrom : undefined;
}

/** The first day of an absence that has gone on for so long that somebody must stand in. */
function longAbsence({ lead }: LedRow, context: Context): Day | undefined {
  const since = absentSince(lead.practitioner, context.asOf);
  return since !== undefined && isOverdue(ABSENT_WORKING_DAYS, since, context) ? since : undefined;
}

export const someoneCanRespond = rule({
  id: "LP-24",
  title: "Someone can respond when the lead cannot",
  sources: [article("cover")],
  scope: "concern",
  statuses: "all",
  lead: "named",
  starts: ["cover"],
  answers: ["cover"],
  fillable: { column: "cover", only: "no-cover" },
  countsWorkingDays: ["lead-absent"],
  breaches: [coversSelf, leadAbsent, noCoverTimetabled, noCover],
  check(row, context: Context) {
    const { lead, cover } = row;
    if (cover) return cover.is(lead) ? coversSelf.found({ lead: lead.name }) : undefined;
    const since = longAbsence(row, context);
    if (since !== undefined) return leadAbsent.found({ lead: lead.name, since, hasColumn: true });
    if (lead.role?.timetabled) return noCoverTimetabled.found({ lead: lead.name, role: lead.role.name });
    return lead.isOtherLeadOn(context.asOf) && context.isKept("cover") ? noCover.found({ lead: lead.name }) : undefined;
  },
  checkWithoutColumns(row, context) {
    const since = longAbsence(row, context);
    return since === undefined
      ? undefined
      : leadAbsent.found({ lead: row.lead.name, since, hasColumn: false }, { fields: ["lead"] });
  },
});

const away = (absentFrom: string, absentTo = "") => ({
  set: { cover: "" },
  practitioner: { name: "Sam Assistant", absentFrom, absentTo },
});
const worker = { lead: "Kim Socialworker", cover: "" };
const many = (covered: number) =>
  Array.from({ length: 19 }, (_, n) => ({ childRef: `D-${n}`, cover: n < covered ? "Sal Senior" : "" }));

export const examples = (): readonly Example[] => [
  met("a cover is named"),
  broken("covers-self", "the lead covers their own case", { set: { cover: "Sam Assistant" } }),
  blank("no-cover", "nobody is named", { set: { cover: "" } }),
  met("a social worker leads without cover", { set: worker }),
  ...around("the fifth working day of absence", "2024-11-22", (asOf) => ({ asOf, ...away("2024-11-15") }), [
    "no-cover",
    "no-cover",
    "lead-absent",
  ]),
  ...around("the last day of absence", "2024-11-29", (asOf) => ({ asOf, ...away("2024-11-15", "2024-11-29") }), [
    "lead-absent",
    "lead-absent",
    "no-cover",
  ]),
  ...around("the first day of absence", "2024-11-15", (asOf) => ({ asOf, ...away("2024-11-15") }), [
    "no-cover",
    "no-cover",
    "no-cover",
  ]),
  broken("lead-absent", "an absent social worker", {
    set: worker,
    practitioner: { name: "Kim Socialworker", absentFrom: "2024-11-01" },
  }),
  met("absent, with cover", { practitioner: { name: "Sam Assistant", absentFrom: "2024-11-01" } }),
  broken("no-cover", "an end of absence that cannot be read: LP-31 says so", away("2024-11-01", "spring")),
  broken("no-cover", "past the end of the bank-holiday list", { asOf: "2028-02-01", ...away("2028-01-03") }),
  broken("no-cover-timetabled", "a teacher leads without cover", {
    set: { lead: "Tay Teacher", status: "EH", cover: "" },
  }),
  broken("no-cover", "two rows in twenty name a cover", { set: { cover: "" }, more: many(2) }),
  met("one in twenty does: a column that hardly anyone fills", { set: { cover: "" }, more: many(1) }),
  broken("lead-absent", "hardly anyone fills it, and the lead is absent", { ...away("2024-11-01"), more: many(1) }),
  met("nobody leads", { set: { lead: "", cover: "" } }),
  met("a social worker whose registration has ended, without cover", { set: { lead: "Lee Lapsed", cover: "" } }),
  met("the sheet has no cover", { drop: ["cover"] }),
  broken("lead-absent", "the sheet has no cover, and the lead is absent", { ...away("2024-11-01"), drop: ["cover"] }),
];
