import { describe, expect, test } from "vitest";
import { stagesOf } from "../../infra/stage.ts";
import { cdkContext } from "../../tools/release/context.ts";
import { deploymentOf } from "../../tools/release/deployment.ts";

const SOUND = {
  domain: "lead.example.gov.uk",
  tenantId: "00000000-0000-4000-8000-000000000000",
  apiClientId: "00000000-0000-4000-8000-0000000000a2",
  addInClientId: "00000000-0000-4000-8000-0000000000b2",
  alarmsTo: "someone@example.gov.uk",
  keepsData: true,
};

describe("the stages of cdk.json", () => {
  test("are the two that ship, of which one may be asked for", () => {
    const { stages } = cdkContext();
    expect(stagesOf(stages).map(({ name, keepsData }) => [name, keepsData])).toEqual([
      ["dev", false],
      ["prod", true],
    ]);
    expect(stagesOf(stages, "dev").map(({ name }) => name)).toEqual(["dev"]);
  });

  test("are missed with a sentence", () => {
    expect(() => stagesOf({ dev: SOUND }, "live")).toThrow("There is no stage live in cdk.json. It has: dev.");
    expect(() => stagesOf(undefined)).toThrow("no stage at all");
    expect(() => stagesOf("dev")).toThrow("no stage at all");
  });

  test.each([
    ["domain", "https://lead.example.gov.uk"],
    ["domain", "lead"],
    ["domain", "-lead.example"],
    ["domain", "Lead.example.gov.uk"],
    ["domain", "lead.example.gov.uk\n"],
    ["tenantId", "example.onmicrosoft.com"],
    ["apiClientId", "api://00000000-0000-4000-8000-0000000000a2"],
    ["addInClientId", ""],
    ["addInClientId", undefined],
    ["alarmsTo", "someone"],
    ["keepsData", "true"],
    ["keepsData", undefined],
  ])("%s cannot be %j, and the refusal names the place", (key, value) => {
    expect(() => stagesOf({ prod: { ...SOUND, [key]: value } })).toThrow(
      new RegExp(`context\\.stages\\.prod in cdk\\.json: ${key} must be `),
    );
  });

  test("have no settings that nobody knows, such as one misspelt", () => {
    expect(() => stagesOf({ prod: { ...SOUND, alarmTo: "someone@example.gov.uk" } })).toThrow(
      "alarmTo is not known here.",
    );
    expect(() => stagesOf({ "Prod 1": SOUND })).toThrow("A stage's name");
  });

  test("give the add-in the same domain and app registrations as the service", () => {
    const [stage] = stagesOf({ prod: SOUND });
    expect(stage && deploymentOf(stage)).toEqual({
      base: "https://lead.example.gov.uk/addin",
      signIn: {
        clientId: SOUND.addInClientId,
        tenantId: SOUND.tenantId,
        scope: `api://${SOUND.apiClientId}/access_as_user`,
      },
    });
  });
});
