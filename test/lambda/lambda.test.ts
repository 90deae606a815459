import { afterAll, describe, expect, test } from "vitest";
import { tour } from "../functions/http/tour.ts";
import { startDeployed } from "./deployed.ts";

const deployed = startDeployed();
afterAll(async () => {
  await (await deployed).stop();
});

tour("the bundle behind AWS's own runtime client", () => deployed);

describe("the deployed bundle", () => {
  test("holds nothing of the local issuer, the embedded database or any tool", async () => {
    const { inputs } = await deployed;
    expect(inputs).toContain("functions/api.ts");
    expect(
      inputs.filter((file) =>
        /functions\/(local|engine)|dynalite|leveldb|classic-level|^tools\/|^test\/|^addin\//.test(file),
      ),
    ).toEqual([]);
  });

  test("writes a log of JSON lines, each an event of the catalogue", async () => {
    const lines = (await deployed)
      .log()
      .split("\n")
      .filter((line) => line.includes('"event"'));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.join("\n")).not.toMatch(/C-[123]|Testassistant|Ann Example/);
  });
});
