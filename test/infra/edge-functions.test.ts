import { runInNewContext } from "node:vm";
import { parse } from "acorn";
import { beforeAll, describe, expect, test } from "vitest";
import { resources, templates } from "./support/templates.ts";

/** CloudFront Functions run ES 5.1 and little of what came later; a script that is ES 5.1 is one that they have. */
const asCloudFrontReads = (code: string): unknown => parse(code, { ecmaVersion: 5, sourceType: "script" });

interface Request {
  readonly method: string;
  readonly uri: string;
  readonly querystring: Readonly<Record<string, { readonly value: string }>>;
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
  readonly cookies: object;
}

/** What a function gives back for a viewer's request, in a realm that has none of Node. */
function answered(code: string, uri: string): Request {
  const request: Request = {
    method: "GET",
    uri,
    querystring: { month: { value: "2024-11" } },
    headers: { host: { value: "lead.example.gov.uk" } },
    cookies: {},
  };
  const event = {
    version: "1.0",
    context: { distributionDomainName: "d111111abcdef8.cloudfront.net", eventType: "viewer-request" },
    viewer: { ip: "198.51.100.11" },
    request,
    response: {},
  };
  return JSON.parse(
    runInNewContext(`${code}; JSON.stringify(handler(${JSON.stringify(event)}))`, {}) as string,
  ) as Request;
}

let codes: readonly string[];
beforeAll(() => {
  const { dev, prod, edge } = templates();
  codes = [dev, prod, edge].flatMap((template) =>
    Object.values(resources(template, "AWS::CloudFront::Function")).map(({ Properties }) => {
      const { Runtime } = Properties["FunctionConfig"] as { readonly Runtime: string };
      expect(Runtime).toBe("cloudfront-js-2.0");
      return Properties["FunctionCode"] as string;
    }),
  );
}, 60_000);

describe("what CloudFront runs", () => {
  test("is written in the JavaScript that it has", () => {
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(() => asCloudFrontReads(code)).not.toThrow();
  });

  test("would be refused here with a parameter taken apart, as CloudFront refuses it", () => {
    expect(() => asCloudFrontReads("function handler({ request }) { return request; }")).toThrow(/Unexpected token/);
  });

  test.each([
    ["/evaluation/", "/evaluation/evaluation.html"],
    ["/admin/", "/admin/admin.html"],
  ])("answers %s with %s and leaves the rest of the request as it is", (asked, page) => {
    for (const code of codes)
      expect(answered(code, asked)).toEqual({
        method: "GET",
        uri: page,
        querystring: { month: { value: "2024-11" } },
        headers: { host: { value: "lead.example.gov.uk" } },
        cookies: {},
      });
  });
});
