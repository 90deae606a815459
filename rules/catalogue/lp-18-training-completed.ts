import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { isUsable, Problem } from "../read.ts";
import type { Training } from "../register.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";
import { fold, list } from "../text.ts";

interface Courses {
  readonly lead: string;
  readonly courses: readonly string[];
  readonly booked: Day;
}

const named = ({ courses }: Courses): string => list(courses.map((course) => `'${course}'`));

const notBooked = breach<Courses>("not-booked", {
  severity: "action",
  message: (c) => `The register shows neither a completion nor a booking of ${named(c)} for ${c.lead}.`,
  nextStep: ({ lead }) => `Book ${lead}'s training this week, and enter the date: the overseer.`,
  fields: ["lead"],
});
const bookingPassed = breach<Courses>("booking-passed", {
  severity: "action",
  message: (c) => `${c.lead} was booked on ${named(c)} for ${showDay(c.booked)}, and no completion is entered.`,
  nextStep: ({ lead }) => `Enter the completion, or book ${lead} anew, this week: the overseer.`,
  fields: ["lead"],
});
const isBooked = breach<Courses>("booked", {
  severity: "advice",
  message: (c) => `${c.lead} is booked on ${named(c)} for ${showDay(c.booked)}, and no completion is entered.`,
  nextStep: ({ booked }) => `Enter the completion after ${showDay(booked)}: the overseer.`,
  fields: ["lead"],
});

/** The worst first: one finding names the courses that are as far behind as any. */
const WORST_FIRST = [notBooked, bookingPassed, isBooked];

function behind({ completedOn, bookedFor }: Pick<Training, "completedOn" | "bookedFor">, asOf: Day) {
  const cannotSay = completedOn instanceof Problem || bookedFor instanceof Problem;
  if (cannotSay || (completedOn !== undefined && completedOn <= asOf)) return undefined;
  if (bookedFor === undefined) return notBooked;
  return bookedFor >= asOf ? isBooked : bookingPassed;
}

export const trainingCompleted = rule({
  id: "LP-18",
  title: "The lead has completed the training schedule",
  sources: [kent("training")],
  scope: "local",
  statuses: "overseen",
  lead: "other",
  starts: ["lead"],
  answers: ["lead"],
  register: ["training"],
  breaches: WORST_FIRST,
  check({ lead }, { asOf, register }) {
    const { practitioner } = lead;
    if (!practitioner || !register) return undefined;
    const open = register.courses.map((course) => {
      const entry = practitioner.training.find((one) => one.course === fold(course));
      const { completedOn, bookedFor } = entry ?? { completedOn: undefined, bookedFor: undefined };
      return { course, booked: isUsable(bookedFor) ? bookedFor : asOf, is: behind({ completedOn, bookedFor }, asOf) };
    });
    const worst = WORST_FIRST.find((breachOf) => open.some(({ is }) => is === breachOf));
    const those = open.filter(({ is }) => is === worst);
    return worst?.found({
      lead: lead.name,
      courses: those.map(({ course }) => course),
      booked: Math.min(...those.map(({ booked }) => booked)),
    });
  },
});

const COURSE = "Lead professional training schedule";
const sam = (completedOn: string, bookedFor = "") => ({
  practitioner: { name: "Sam Assistant", training: [{ course: COURSE, completedOn, bookedFor }] },
});
const twoCourses = {
  courses: [
    { name: COURSE, from: "2024-10-04" },
    { name: "Chairing", from: "2024-12-01" },
  ],
};

export const examples = (): readonly Example[] => [
  met("completed"),
  blank("not-booked", "neither completed nor booked", sam("")),
  broken("not-booked", "the register has no entry for the course", {
    practitioner: { name: "Sam Assistant", training: [] },
  }),
  ...around("the check, as the day of completion", "2024-11-30", (day) => sam(day), ["", "", "not-booked"]),
  ...around("the check, as the day booked", "2024-11-30", (day) => sam("", day), [
    "booking-passed",
    "booked",
    "booked",
  ]),
  ...around("a second course begins", "2024-12-01", (asOf) => ({ asOf, policy: twoCourses }), [
    "",
    "not-booked",
    "not-booked",
  ]),
  broken("not-booked", "one booked, another not", { asOf: "2024-12-02", ...sam("", "2024-12-05"), policy: twoCourses }),
  met("a completion that cannot be read: LP-31 says so", sam("autumn")),
  met("a booking that cannot be read: LP-31 says so", sam("", "soon")),
  met("the lead is not on the register", { set: { lead: "Una Nowhere", leadRole: "SWA" } }),
  met("the register keeps no training", { ...sam(""), unregistered: ["training"] }),
  met("no register", { set: { leadRole: "SWA" }, unregistered: "all" }),
  met("a social worker leads", { set: { lead: "Kim Socialworker" } }),
  met("a social worker whose registration has ended", { set: { lead: "Lee Lapsed" } }),
];
