import { describe, expect, test } from "vitest";
import { createCircuitBreaker } from "../../client/circuit-breaker.ts";
import { createAsk } from "../../client/requests.ts";
import { ServiceError, SIGNED_OUT } from "../../client/service-error.ts";
import { SignInProblem } from "../../client/sign-in/sign-in.ts";
import { testClock } from "./test-clock.ts";
import { problemAnswer } from "../addin/service/world.ts";

const lost = (): Promise<Response> => Promise.reject(new TypeError("network"));
const never = (): Promise<Response> => new Promise(() => undefined);
const fine = (): Promise<Response> => Promise.resolve(Response.json({ ok: true }));
const status =
  (code: number, headers = {}) =>
  (): Promise<Response> =>
    Promise.resolve(problemAnswer(code, "A sentence.", {}, headers));

/** Asks with these answers in their order; the last one is given again and again. */
const asked = (...answers: readonly (() => Promise<Response>)[]) => askedAs(() => Promise.resolve("token"), ...answers);

/** Asks as whoever has this token. */
function askedAs(token: () => Promise<string | undefined>, ...answers: readonly (() => Promise<Response>)[]) {
  const { clock, advance, settle } = testClock(new Date(0));
  const circuit = createCircuitBreaker({ clock, probe: () => Promise.resolve(false), changed: () => undefined });
  const tokens: boolean[] = [];
  const expired: string[] = [];
  let [session, requests] = [0, 0];
  const ask = createAsk({
    clock,
    circuit,
    api: "/api/v1",
    session: () => session,
    fetch: () => {
      requests += 1;
      return (answers[requests - 1] ?? answers.at(-1) ?? fine)();
    },
    signIn: {
      token: (isFresh = false) => {
        tokens.push(isFresh);
        return token();
      },
      signIn: () => Promise.resolve(),
      signOut: () => Promise.resolve(),
    },
    expired: (sentence) => {
      expired.push(sentence);
    },
  });
  const outcome = async (wait = 60_000): Promise<unknown> => {
    const answer = ask({ method: "POST", path: "/checks", body: { rows: [{ childRef: "C-SECRET" }] } }).catch(
      (error: unknown) => error,
    );
    await advance(wait);
    return answer;
  };
  return {
    outcome,
    circuit,
    tokens,
    advance,
    settle,
    ask,
    count: () => requests,
    expired: () => expired,
    leave: () => {
      session += 1;
    },
  };
}

const failed = (why: string, sentence: string | RegExp): unknown =>
  expect.objectContaining({
    name: "ServiceError",
    why,
    message: typeof sentence === "string" ? sentence : (expect.stringMatching(sentence) as string),
  });

describe("a request to the service", () => {
  test.each([
    ["a lost one", lost],
    ["one that takes longer than ten seconds", never],
    ["502", status(502)],
    ["503", status(503)],
    ["503 with a time to wait", status(503, { "retry-after": "2" })],
    ["429 with a time to wait", status(429, { "retry-after": "1" })],
  ])("is tried once more after %s", async (_, first) => {
    const { outcome, count, circuit } = asked(first, fine);
    expect(await outcome()).toMatchObject({ json: { ok: true } });
    expect(count()).toBe(2);
    expect(circuit.state).toBe("closed");
  });

  test.each([[400], [403], [404], [409], [422], [500], [504]])("is not tried again after %i", async (code) => {
    const { outcome, count } = asked(status(code), fine);
    expect(await outcome()).toBeInstanceOf(ServiceError);
    expect(count()).toBe(1);
  });

  test("that API Gateway slowed down, which does not say for how long, is tried again after a time of its own", async () => {
    const { ask, advance, count } = asked(
      () => Promise.resolve(Response.json({ message: "Too Many Requests" }, { status: 429 })),
      fine,
    );
    const answer = ask({ method: "GET", path: "/me" });
    await advance(900);
    expect(count()).toBe(1);
    await advance(3_100);
    expect(await answer).toMatchObject({ json: { ok: true } });
  });

  test("that the service refuses until tomorrow is not tried again", async () => {
    const { outcome, count } = asked(
      () => Promise.resolve(problemAnswer(429, "A sentence.", { startsAnewOn: "2024-12-01" })),
      fine,
    );
    expect(await outcome()).toBeInstanceOf(ServiceError);
    expect(count()).toBe(1);
  });

  test("waits as long as it is told to, unless that is too long", async () => {
    const { ask, advance, count } = asked(status(503, { "retry-after": "4" }), fine);
    const answer = ask({ method: "GET", path: "/me" });
    await advance(3_999);
    expect(count()).toBe(1);
    await advance(1);
    expect(await answer).toMatchObject({ json: { ok: true } });
    const late = asked(status(503, { "retry-after": "30" }), fine);
    expect(await late.outcome()).toEqual(failed("failed", "A sentence. (Reference id-1.)"));
    expect(late.count()).toBe(1);
  });

  test("lost twice opens the circuit: nothing more is sent", async () => {
    const { outcome, circuit, count } = asked(lost);
    expect(await outcome(1_000)).toEqual(failed("offline", /cannot be reached/));
    expect(circuit.state).toBe("unreachable");
    expect(await outcome(1_000)).toEqual(failed("offline", /cannot be reached/));
    expect(count()).toBe(2);
  });

  test("answered with a fault three times in a row opens the circuit", async () => {
    const { outcome, circuit } = asked(status(500));
    for (const state of ["closed", "closed", "faulty"]) {
      expect(await outcome()).toEqual(failed("failed", "A sentence. (Reference id-1.)"));
      expect(circuit.state).toBe(state);
    }
  });

  test("takes a page that is no JSON for a fault", async () => {
    const { outcome, circuit } = asked(() => Promise.resolve(new Response("<html>Welcome to the hotel</html>")));
    for (let times = 0; times < 3; times += 1)
      expect(await outcome()).toEqual(failed("failed", /an answer that cannot be read/));
    expect(circuit.state).toBe("faulty");
  });

  test("asks for a new token once when the old one is not believed", async () => {
    const believed = asked(status(401), fine);
    expect(await believed.outcome()).toMatchObject({ json: { ok: true } });
    expect(believed.tokens).toEqual([false, true]);
    const not = asked(status(401));
    expect(await not.outcome()).toEqual(failed("signed-out", /^You are signed out/));
    expect([not.count(), not.expired().length]).toEqual([2, 1]);
  });

  test("asks nothing where nobody is signed in any more, and says why where somebody knows", async () => {
    const nobody = askedAs(() => Promise.resolve(undefined));
    expect(await nobody.outcome()).toEqual(failed("signed-out", /^You are signed out/));
    expect(nobody.expired()).toEqual([SIGNED_OUT]);
    const ended = askedAs(() => Promise.reject(new SignInProblem("It lasted an hour.")));
    expect(await ended.outcome()).toEqual(failed("signed-out", "It lasted an hour."));
    expect(ended.expired()).toEqual(["It lasted an hour."]);
    expect([nobody.count(), ended.count()]).toEqual([0, 0]);
  });

  test("takes a sign-in that cannot be reached for a line that is lost", async () => {
    const { outcome, expired } = askedAs(() => Promise.reject(new TypeError("network")));
    expect(await outcome()).toMatchObject({ why: "offline" });
    expect(expired()).toEqual([]);
  });

  test("refused, says what the service says", async () => {
    const { outcome } = asked(status(403));
    expect(await outcome()).toEqual(failed("refused", "A sentence."));
  });

  test.each([
    ["no problem document", new Response("Forbidden", { status: 403 })],
    ["a detail that is no text", problemAnswer(403, { a: 1 } as unknown as string)],
    ["a detail as long as a page", problemAnswer(403, "x".repeat(5_000))],
  ])("refused with %s, has a sentence of its own", async (_, answer) => {
    expect(await asked(() => Promise.resolve(answer)).outcome()).toEqual(
      failed("refused", "The council's service could not do this (403). Try again later."),
    );
  });

  test("answered after the person has signed out is not answered", async () => {
    const { ask, leave, settle } = asked(fine);
    const answer = ask({ method: "GET", path: "/me" }).catch((error: unknown) => error);
    leave();
    await settle();
    expect(await answer).toEqual(failed("signed-out", /signed out/));
  });

  test("never has what was sent in its error", async () => {
    for (const answer of [
      lost,
      never,
      status(401),
      status(403),
      status(422),
      status(500),
      () => Promise.resolve(new Response("C-SECRET")),
    ]) {
      const error = await asked(answer).outcome();
      expect(error).toBeInstanceOf(Error);
      expect(`${(error as Error).message}${(error as Error).stack ?? ""}`).not.toContain("SECRET");
    }
  });
});
