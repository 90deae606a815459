import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseHashKeys } from "../../functions/hashing/hash-keys.ts";
import { withNewKey } from "../../tools/release/hash-key.ts";

describe("the secret that holds the hash keys", () => {
  test("is made with one key, of a form that the service takes", () => {
    const { newest, byVersion } = parseHashKeys(withNewKey(undefined));
    expect([newest, [...byVersion.keys()], byVersion.get(1)?.length]).toEqual([1, [1], 32]);
    expect(withNewKey(undefined)).not.toBe(withNewKey(undefined));
  });

  test("is given another key without losing those there are", () => {
    const first = withNewKey(undefined);
    const third = parseHashKeys(withNewKey(withNewKey(first)));
    expect([third.newest, [...third.byVersion.keys()]]).toEqual([3, [1, 2, 3]]);
    expect(third.byVersion.get(1)).toEqual(parseHashKeys(first).byVersion.get(1));
    expect(third.byVersion.get(2)).not.toEqual(third.byVersion.get(3));
  });

  test.each(["", "{}", "null", '{"newest":1,"keys":{"1":"c2hvcnQ="}}', "not JSON"])(
    "is not made anew out of %j, which is no such secret",
    (held) => {
      expect(() => withNewKey(held)).toThrow("does not hold hash keys");
    },
  );

  test("is left alone by the command when the look-up before it gave nothing", () => {
    const file = fileURLToPath(new URL("../../tools/hash-key.ts", import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", file], {
      input: "",
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("or --first if it has never had one");
  });
});
