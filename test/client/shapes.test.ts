import type { hc, InferResponseType } from "hono/client";
import { describe, expectTypeOf, test } from "vitest";
import type { ChecksAnswer, MonthOfTeam } from "../../client/responses.ts";
import type { Account } from "../../client/responses.ts";
import type { Api } from "../../functions/app.ts";
import type { LookUpAnswer } from "../../functions/snapshots/lead-look-up.ts";
import type { Policy } from "../../rules/policy.ts";

/** The typed client of the service: what its routes are declared to answer. */
type V1 = ReturnType<typeof hc<Api>>["api"]["v1"];

/** These fail when the service's answers and what the add-in reads of them come apart: the types are compared when the tests are compiled. */
describe("what the add-in reads of an answer is what the service is declared to send", () => {
  test("of the person", () => {
    expectTypeOf<InferResponseType<V1["me"]["$get"]>>().toExtend<Account>();
  });
  test("of the policies", () => {
    expectTypeOf<InferResponseType<V1["policy"]["versions"]["$get"], 200>["items"][number]["policy"]>().toExtend<
      Pick<Policy, "id" | "title" | "effectiveFrom" | "scheme" | "childRefPattern">
    >();
  });
  test("of checks", () => {
    expectTypeOf<InferResponseType<V1["checks"]["$post"]>>().toExtend<ChecksAnswer>();
  });
  test("of leads", () => {
    expectTypeOf<InferResponseType<V1["leads"]["$post"]>>().toExtend<{ readonly leads: readonly LookUpAnswer[] }>();
  });
  test("of measures", () => {
    expectTypeOf<InferResponseType<V1["measures"]["$get"]>["items"][number]>().toExtend<MonthOfTeam>();
  });
});
