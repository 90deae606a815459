/**
 * What stands in for Excel on the pane's page: whose it is, its dialogs, and the bridge of nested app authentication. A
 * dialog is opened as Microsoft's script for Excel on the web opens one; in it runs that script itself.
 */
import type {} from "./scene.ts";

type Handler = (said: object) => void;

const CLOSED_BY_PERSON = 12006;
const EVERY = 250;

const HOST = "Excel$Web$16.00$en-GB$$isDialog$$0";
/** What Microsoft's script in the dialog wants to know of the add-in; it is handed over in the window's name. */
const ADD_IN = {
  _id: "stand-in",
  _appName: 16,
  _appVersion: "16.0",
  _hostFullVersion: "16.0.0.0",
  _appUILocale: "en-GB",
  _dataLocale: "en-GB",
  _docUrl: "",
  _clientMode: 1,
  _settings: [],
  _reason: 0,
  _osfControlType: 1,
  _taskpaneUrl: location.origin,
  _appDomains: [location.origin],
};

/** Where Excel is, the dialog's page learns from its address. */
function withHost(address: string): string {
  const [page = "", ...fragment] = address.split("#");
  const told = `${page}${page.includes("?") ? "&" : "?"}_host_Info=${HOST}`;
  return fragment.length > 0 ? `${told}#${fragment.join("#")}` : told;
}

function displayDialogAsync(address: string, _size: object, opened: (result: object) => void): void {
  const { origin, protocol } = new URL(address);
  const name = JSON.stringify({ hostInfo: HOST, appContext: ADD_IN });
  const dialog =
    protocol === "https:" && origin === location.origin ? window.openOfExcel(withHost(address), name) : null;
  if (!dialog) {
    opened({ status: "failed", error: { code: 12004 } });
    return;
  }
  const handlers: Record<string, Handler> = {};
  const receive = ({ source, data, origin }: MessageEvent): void => {
    if (source !== dialog) return;
    void window.noteStorage(JSON.stringify(Object.fromEntries(Object.entries(dialog.sessionStorage))));
    handlers["dialogMessageReceived"]?.({ message: data as unknown, origin });
  };
  addEventListener("message", receive);
  const watch = setInterval(() => {
    if (!dialog.closed) return;
    stop();
    handlers["dialogEventReceived"]?.({ error: CLOSED_BY_PERSON });
  }, EVERY);
  const stop = (): void => {
    clearInterval(watch);
    removeEventListener("message", receive);
  };
  opened({
    status: "succeeded",
    value: {
      addEventHandler: (type: string, handler: Handler) => {
        handlers[type] = handler;
      },
      close: () => {
        stop();
        dialog.close();
      },
    },
  });
}

/** Nested app authentication: messages in JSON, each answered by its id. */
function bridge() {
  const listeners = new Set<(answer: string) => void>();
  return {
    addEventListener: (_name: string, listener: (answer: string) => void) => listeners.add(listener),
    removeEventListener: (_name: string, listener: (answer: string) => void) => listeners.delete(listener),
    postMessage: (request: string) => {
      void window.broker(request).then((answer) => {
        for (const listener of listeners) listener(answer);
      });
    },
  };
}

const { excelOf, isNested } = window.scene;
// Microsoft's script takes these away from every page that it is on.
Object.assign(history, { replaceState: null, pushState: null });
Object.assign(window, {
  ...(isNested ? { nestedAppAuthBridge: bridge() } : {}),
  Office: {
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    EventType: { DialogMessageReceived: "dialogMessageReceived", DialogEventReceived: "dialogEventReceived" },
    auth: {
      getAuthContext: () =>
        excelOf === null ? Promise.reject(new Error("5013")) : Promise.resolve({ userPrincipalName: excelOf }),
    },
    context: { ui: { displayDialogAsync } },
  },
});
