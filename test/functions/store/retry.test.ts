import { describe, expect, test } from "vitest";
import { retry } from "../../../functions/store/retry.ts";

const PATIENCE = { attempts: 3, milliseconds: 1000 };

/** Fails as it is told, in this order, and then answers. */
function failing(...errors: object[]): () => Promise<string> {
  return () => {
    const error = errors.shift();
    return error === undefined ? Promise.resolve("answer") : Promise.reject(Object.assign(new Error("a fault"), error));
  };
}

const tried = (...errors: object[]) => retry(failing(...errors), () => undefined, PATIENCE);
const refused = { name: "ConditionalCheckFailedException" };

describe("a request that is tried again", () => {
  test.each([
    { name: "ThrottlingException" },
    { name: "RequestLimitExceeded" },
    { name: "ReplicatedWriteConflictException" },
    { name: "InvalidSignatureException" },
    { name: "RequestExpired" },
    { name: "ExpiredTokenException" },
    { name: "InternalServerError" },
    { name: "TimeoutError" },
    { code: "ECONNRESET" },
    { code: "EPIPE" },
    { code: "EAI_AGAIN" },
    { name: "Unheard", $metadata: { httpStatusCode: 503 } },
  ])("is answered after a fault that passes: %j", async (fault) => {
    expect(await tried(fault, fault)).toEqual({ isRefused: false, answer: "answer" });
    await expect(tried(fault, fault, fault)).rejects.toMatchObject(fault);
  });

  test.each([
    { name: "ValidationException" },
    { name: "AccessDeniedException" },
    { name: "TransactionConflictException" },
    {},
  ])("is not sent again after one that stays: %j", async (fault) => {
    await expect(tried(fault)).rejects.toMatchObject(fault);
  });

  test("is signed anew only so often: wrong credentials are not tried for seconds", async () => {
    const fault = { name: "InvalidSignatureException" };
    const often = { attempts: 8, milliseconds: 10_000 };
    expect(await retry(failing(fault, fault), () => undefined, often)).toEqual({ isRefused: false, answer: "answer" });
    await expect(retry(failing(fault, fault, fault), () => undefined, often)).rejects.toMatchObject(fault);
  });

  test("is refused beyond doubt where no attempt before it can have taken place", async () => {
    expect(await tried(refused)).toEqual({ isRefused: true, isDoubtful: false });
    for (const name of ["InvalidSignatureException", "ReplicatedWriteConflictException"])
      expect(await tried({ name }, refused)).toEqual({ isRefused: true, isDoubtful: false });
    expect(await tried({ name: "ThrottlingException" }, refused)).toEqual({ isRefused: true, isDoubtful: false });
  });

  test("is refused with a doubt after an attempt that went unanswered, ours or the client's own", async () => {
    expect(await tried({ code: "ECONNRESET" }, refused)).toEqual({ isRefused: true, isDoubtful: true });
    expect(await tried({ ...refused, $metadata: { attempts: 2 } })).toEqual({ isRefused: true, isDoubtful: true });
  });
});
