import { afterEach, describe, expect, test, vi } from "vitest";
import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { connect } from "../../../addin/service/connect.ts";
import { messageOf, officeHost } from "../../../client/sign-in/office.ts";
import { isoDay } from "../../../rules/dates.ts";
import { settle } from "../../client/test-clock.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const json = (value: unknown) => (): Promise<Response> => Promise.resolve(Response.json(value));

/** A page as Excel opens it, whose server answers so. */
async function opened(answers: Readonly<Record<string, () => Promise<Response>>>) {
  const asked: string[] = [];
  const stored = new Map<string, string>();
  vi.stubGlobal("Office", { onReady: () => Promise.resolve({}), context: { partitionKey: "part-" } });
  vi.stubGlobal("document", {
    baseURI: "https://lp.example/addin/",
    visibilityState: "visible",
    addEventListener: () => undefined,
  });
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      stored.set(key, value);
    },
  });
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    return (answers[address] ?? (() => Promise.resolve(new Response("", { status: 404 }))))();
  });
  const service = connect(createInputsStore(isoDay("2024-11-30")));
  const before = service.state.value;
  await settle();
  return { service, asked, stored, before };
}
const SETTINGS = "https://lp.example/addin/settings.json";

describe("a page of the add-in", () => {
  test("has no service without settings, and complains of nothing", async () => {
    const { service, asked, before } = await opened({});
    expect([before, service.state.value, service.problem.value]).toEqual(["none", "none", undefined]);
    expect(asked).toEqual([SETTINGS]);
  });

  test("has none where nobody answers", async () => {
    const { service } = await opened({ [SETTINGS]: () => Promise.reject(new TypeError("network")) });
    expect([service.state.value, service.problem.value]).toEqual(["none", undefined]);
  });

  test.each([
    ["that are no JSON", () => Promise.resolve(new Response("<html>"))],
    ["that cannot be used", json({ api: "https://elsewhere.example" })],
  ])("says so of settings %s", async (_, answer) => {
    const { service } = await opened({ [SETTINGS]: answer });
    expect([service.state.value, service.problem.value]).toEqual([
      "none",
      expect.stringMatching(/^The add-in's settings\.json cannot be used/),
    ]);
  });

  test("says that signing in with Microsoft could not be loaded", async () => {
    const { service } = await opened({
      [SETTINGS]: json({
        api: "/api/v1",
        signIn: {
          kind: "entra",
          clientId: "11111111-2222-4333-8444-555555555555",
          tenantId: "kent.example",
          scope: "api://lp/access",
        },
      }),
    });
    await vi.waitFor(() => {
      expect(service.problem.value).toMatch(/^Signing in with Microsoft could not be loaded\./);
    });
    expect(service.state.value).toBe("none");
  });

  test("locally signs in the demo manager when the button is pressed, and keeps that by the host's own key", async () => {
    const { service, asked, stored } = await opened({
      [SETTINGS]: json({ api: "/api/v1", signIn: { kind: "local" } }),
      "/local/token": json({ access_token: "t-1", expires_in: 28_800 }),
      "/api/v1/me": json({ name: "Demo Manager", roles: ["Manager"], teams: ["dover"] }),
      "/api/v1/policy/versions": json({ items: [] }),
      "/api/v1/practitioners?limit=200": json({ items: [] }),
    });
    expect(service.state.value).toBe("signed-out");
    await service.signIn();
    expect([service.state.value, service.account.value?.name]).toEqual(["online", "Demo Manager"]);
    expect(asked.slice(1, 3)).toEqual(["/local/token", "/api/v1/me"]);
    expect(stored.get("part-LeadProfessional.isSignedIn")).toBe("yes");
    expect([...stored.values()].join()).not.toContain("t-1");
  });
});

describe("a dialog of Office", () => {
  type Handler = (said: object) => void;

  /** Opens one and lets it say something. */
  function dialog(says: (handlers: Record<string, Handler>) => void, status = "succeeded") {
    const handlers: Record<string, Handler> = {};
    let isClosed = false;
    const value = {
      addEventHandler: (type: string, handler: Handler) => {
        handlers[type] = handler;
      },
      close: () => {
        isClosed = true;
      },
    };
    vi.stubGlobal("location", { origin: "https://lp.example" });
    vi.stubGlobal("Office", {
      AsyncResultStatus: { Succeeded: "succeeded" },
      EventType: { DialogMessageReceived: "message", DialogEventReceived: "event" },
      context: {
        ui: {
          displayDialogAsync: (_address: string, _size: object, done: (result: object) => void) => {
            done({ status, value });
          },
        },
      },
      auth: { getAuthContext: () => Promise.reject(new Error("not here")) },
    });
    const end = officeHost.dialog("https://lp.example/addin/dialog.html");
    says(handlers);
    return { end, isClosed: () => isClosed };
  }

  test("brings the message of its page, and closes", async () => {
    const { end, isClosed } = dialog(({ message }) => message?.({ message: "hello", origin: "https://lp.example" }));
    expect(messageOf(await end)).toBe("hello");
    expect(isClosed()).toBe(true);
  });

  test("does not listen to another page", async () => {
    const { end } = dialog(({ message, event }) => {
      message?.({ message: "a token of somebody else's", origin: "https://elsewhere.example" });
      event?.({ error: 12006 });
    });
    expect(await end).toEqual({ closed: true });
  });

  test("tells being closed by the person from not having opened", async () => {
    expect(await dialog(({ event }) => event?.({ error: 12002 })).end).toEqual({ failed: true });
    expect(await dialog(() => undefined, "failed").end).toEqual({ failed: true });
    expect(() => messageOf({ closed: true })).toThrow(/sign-in window was closed/);
    expect(() => messageOf({ failed: true })).toThrow(/Allow pop-ups/);
  });

  test("needs no login hint of a host that has none", async () => {
    dialog(() => undefined);
    expect(await officeHost.loginHint()).toBeUndefined();
  });
});
