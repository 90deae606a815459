import type { Day } from "../../rules/dates.ts";
import type { Person } from "../../rules/people.ts";
import { isUsable } from "../../rules/read.ts";
import type { Practitioner } from "../../rules/register.ts";
import type { Row } from "../../rules/row.ts";
import { fold } from "../../rules/text.ts";
import type { Evaluation } from "./evaluate.ts";
import type { Measure } from "./measures.ts";

/** Whether somebody had completed a course by a day. */
const hasCompleted = (training: Practitioner["training"], course: string, by: Day): boolean =>
  training.some((one) => one.course === fold(course) && typeof one.completedOn === "number" && one.completedOn <= by);

/** What is counted once a person, however many rows name them. */
export class PeopleCounted {
  readonly #evaluated: Evaluation;
  /** Other leads, and whether they have completed every course. */
  readonly #training = new Map<string, boolean>();
  readonly #ending = new Set<string>();
  #named = 0;
  #told = 0;

  constructor(evaluated: Evaluation) {
    this.#evaluated = evaluated;
  }

  /** `isOther`: whether its lead is known not to be social work qualified. */
  add({ lead, overseer }: Row, isOther: boolean): void {
    const { asOf, register } = this.#evaluated;
    if (lead) {
      this.#named += 1;
      if (lead.standingOn(asOf) !== "cannot-tell") this.#told += 1;
    }
    for (const person of [lead, overseer]) if (person && this.#isEnding(person)) this.#ending.add(person.key);
    if (!isOther || !lead) return;
    const done = lead.practitioner?.training ?? [];
    this.#training.set(lead.key, register?.courses.every((course) => hasCompleted(done, course, asOf)) === true);
  }

  #isEnding({ practitioner }: Person): boolean {
    const { asOf, terms } = this.#evaluated;
    const to = practitioner?.registration === "held" ? practitioner.registeredTo : undefined;
    return isUsable(to) && to >= asOf && to - terms.policy.registrationWarnDays <= asOf;
  }

  get trained(): Measure {
    return { count: [...this.#training.values()].filter(Boolean).length, of: this.#training.size };
  }

  get ending(): Measure {
    return { count: this.#ending.size };
  }

  /** Whether it can be told of any lead whether they are social work qualified; of nobody, there is nothing to tell. */
  get isAnyLeadTold(): boolean {
    return this.#named === 0 || this.#told > 0;
  }
}
