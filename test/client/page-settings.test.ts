import { describe, expect, test } from "vitest";
import { readPageSettings } from "../../client/page-settings.ts";

const ENTRA = {
  kind: "entra",
  clientId: "11111111-2222-4333-8444-555555555555",
  tenantId: "kent.example",
  scope: "api://lead-professional/access_as_user",
};

describe("the settings beside the page", () => {
  test.each([[{ kind: "none" }], [{ kind: "local" }], [ENTRA]])("are taken as they are: %j", (signIn) => {
    expect(readPageSettings({ api: "/api/v1", signIn })).toEqual({ api: "/api/v1", signIn });
  });

  test("lose what is no setting", () => {
    expect(readPageSettings({ api: "/api/v1", signIn: { kind: "none", clientSecret: "x" }, more: 1 })).toEqual({
      api: "/api/v1",
      signIn: { kind: "none" },
    });
  });

  test.each([
    ["https://elsewhere.example/api/v1"],
    ["//elsewhere.example/api"],
    ["api/v1"],
    ["/api/v1/"],
    ["/api?x=1"],
    ["/\\elsewhere.example"],
    [""],
    [7],
    [undefined],
  ])("send tokens nowhere but to the page's own server: not to %j", (api) => {
    expect(readPageSettings({ api, signIn: { kind: "none" } })).toMatch(
      /^The add-in's settings\.json cannot be used: api must be a path/,
    );
  });

  test.each([
    [undefined, /not a set/],
    ["text", /not a set/],
    [[], /not a set/],
    [{ api: "/api/v1" }, /signIn is missing/],
    [{ api: "/api/v1", signIn: { kind: "password" } }, /none, local or entra/],
    [{ api: "/api/v1", signIn: { ...ENTRA, clientId: "me" } }, /clientId/],
    [{ api: "/api/v1", signIn: { ...ENTRA, tenantId: "a/../b" } }, /tenantId/],
    [{ api: "/api/v1", signIn: { ...ENTRA, scope: "" } }, /scope/],
    [{ api: "/api/v1", signIn: { kind: "entra" } }, /clientId/],
  ])("that cannot be used are said: %j", (json, sentence) => {
    expect(readPageSettings(json)).toMatch(sentence);
  });
});
