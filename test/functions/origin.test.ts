import { describe, expect, test } from "vitest";
import { aService } from "./support/service.ts";

const SECRET = "known to CloudFront alone";
const sending = (value: string) => ({ headers: { "x-origin-secret": value } });

describe("behind CloudFront", () => {
  test("a request that CloudFront passed on is answered as ever", async () => {
    const { raw, as } = await aService({ originSecret: SECRET });
    expect((await raw("/api/health", sending(SECRET))).status).toBe(200);
    expect((await as("ofTheTeam", "GET", "/me", sending(SECRET))).status).toBe(200);
  });

  test.each([
    ["no secret", {}],
    ["an empty one", sending("")],
    ["another", sending("Known to CloudFront alone")],
    ["a longer one", sending(`${SECRET}.`)],
  ])(
    "a request with %s is turned away, signed in or not, with a sentence that gives nothing away",
    async (_what, sent) => {
      const { raw, as } = await aService({ originSecret: SECRET });
      for (const answer of [
        await raw("/api/health", sent),
        await raw("/api/openapi.json", sent),
        await as("admin", "GET", "/export", sent),
      ]) {
        expect(answer.status).toBe(403);
        expect(answer.json["detail"]).toMatch(/own web address/);
        expect(answer.text).not.toContain(SECRET);
        expect(answer.headers.get("cache-control")).toBe("no-store");
      }
    },
  );

  test("the secret does not stand in for signing in", async () => {
    const { raw } = await aService({ originSecret: SECRET });
    expect((await raw("/api/v1/me", sending(SECRET))).status).toBe(401);
  });

  test("what is turned away is logged, without what was sent", async () => {
    const { raw, lines } = await aService({ originSecret: SECRET });
    await raw("/api/health", sending("guessed"));
    expect(lines.join("\n")).toContain("request-refused");
    expect(lines.join("\n")).not.toContain("guessed");
  });
});

test("on one machine, where there is no CloudFront, nobody is asked for its secret", async () => {
  const { raw } = await aService();
  expect((await raw("/api/health")).status).toBe(200);
});
