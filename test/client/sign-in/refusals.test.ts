import { InteractionRequiredAuthError, ServerError } from "@azure/msal-browser";
import { describe, expect, test } from "vitest";
import { refusalOf, sentenceFor } from "../../../client/sign-in/refusals.ts";

const entra = (code: string, description: string): Error => new ServerError(code, "correlation", description);

describe("a refusal of Microsoft", () => {
  test.each([
    ["invalid_grant", "AADSTS65001: The user or administrator has not consented.", /has not consented to this add-in/],
    ["access_denied", "AADSTS65004: User declined to consent to access the app.", /Sign in again and accept/],
    ["invalid_grant", "AADSTS50105: The signed in user is not assigned to a role.", /assign it to you/],
    ["invalid_grant", "AADSTS50020: User account does not exist in tenant.", /does not belong to your council/],
    ["invalid_grant", "AADSTS53003: Access has been blocked.", /from this device or place/],
    ["access_denied", "", /Sign in again and accept/],
    ["no_network_connectivity", "", /when you are online/],
    ["timed_out", "", /not finished in time/],
  ])("%s %s is said in a sentence that says what to do", (code, description, sentence) => {
    expect(sentenceFor(refusalOf(entra(code, description)))).toMatch(sentence);
  });

  test("that asks for the person is known by its number too", () => {
    const error = new InteractionRequiredAuthError("interaction_required", "c", "AADSTS50076: …");
    expect(sentenceFor(refusalOf(error))).toMatch(/second step/);
  });

  test("that nobody foresaw is named, so that somebody can look it up", () => {
    expect(sentenceFor(refusalOf(entra("invalid_client", "AADSTS7000218: …")))).toContain("(AADSTS7000218)");
    expect(sentenceFor(refusalOf(entra("a_code_of_next_year", "")))).toContain("(a_code_of_next_year)");
  });

  test("says nothing that is not plain text of a few letters", () => {
    expect(sentenceFor("<b>call 0800 000000</b>")).toMatch(/^Microsoft did not sign you in\. /);
    expect(sentenceFor(refusalOf(new Error("inside")))).toMatch(/^Microsoft did not sign you in\. /);
    expect(sentenceFor(refusalOf(undefined))).toMatch(/^Microsoft did not sign you in\. /);
  });
});
