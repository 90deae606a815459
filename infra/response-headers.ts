/**
 * The headers that the add-in's files are served with, whoever serves them. Data alone, for a server on this machine and
 * for a distribution in front of a bucket alike. `Strict-Transport-Security` is left to the latter: on localhost it would
 * outlive this project.
 */
export type Headers = Readonly<Record<string, string>>;

/** Where Excel on the web shows add-ins from. Microsoft publishes no such list; this one is pieced together from what add-ins meet. */
const OFFICE = [
  "https://*.officeapps.live.com",
  "https://*.cloud.microsoft",
  "https://*.office.com",
  "https://*.sharepoint.com",
  "https://onedrive.live.com",
];
const OFFICE_JS = "https://appsforoffice.microsoft.com";
const ENTRA = "https://login.microsoftonline.com";

type Policy = Readonly<Record<string, readonly string[]>>;

const written = (policy: Policy): string =>
  Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");

const OURS: Policy = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "base-uri": ["'self'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'self'"],
};

/** The pane and the sign-in page. No `X-Frame-Options` goes with it: whatever it says, Excel on the web would show nothing. */
const PANE_POLICY = written({
  ...OURS,
  "script-src": ["'self'", OFFICE_JS],
  "connect-src": ["'self'", OFFICE_JS, ENTRA, "https://*.events.data.microsoft.com"],
  // MSAL renews tokens in a hidden frame, which comes back to our own sign-in page.
  "frame-src": ["'self'", ENTRA],
  "frame-ancestors": ["'self'", ...OFFICE],
});

/** The workbench: its grid writes style elements while it runs, and draws pictures from memory. */
const WORKBENCH_POLICY = written({
  ...OURS,
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'", "data:"],
  "worker-src": ["'self'", "blob:"],
  "frame-src": ["'self'"],
});

/** The pages outside Excel, of the evaluation and the administration: scripts of our own, and Microsoft's sign-in. */
const WEB_POLICY = written({ ...OURS, "connect-src": ["'self'", ENTRA], "frame-src": ["'self'", ENTRA] });

const EVERYWHERE: Headers = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };

/** Excel on the web fetches these from an origin of its own. */
const FETCHED_BY_EXCEL = new Set(["functions.json", "addin.js", "shortcuts.json"]);

// A cache asks whether the file is still the same; only icons may be kept, because Office shows its own where they may not be.
const cacheFor = (path: string): string => (path.endsWith(".png") ? "public, max-age=86400" : "no-cache");

/** The headers of one of the add-in's files, by its path below the add-in's folder. */
export const addInHeaders = (path: string): Headers => ({
  ...EVERYWHERE,
  "cache-control": cacheFor(path),
  // Excel on the web shows our page and icons in its own.
  "cross-origin-resource-policy": "cross-origin",
  ...(path.endsWith(".html") ? { "content-security-policy": PANE_POLICY } : {}),
  ...(FETCHED_BY_EXCEL.has(path) ? { "access-control-allow-origin": "*" } : {}),
});

/** The headers of one of the workbench's files. */
export const workbenchHeaders = (path: string): Headers => ({
  ...EVERYWHERE,
  "cache-control": cacheFor(path),
  "cross-origin-resource-policy": "same-origin",
  ...(path.endsWith(".html") ? { "content-security-policy": WORKBENCH_POLICY } : {}),
});

/** The headers of one of the files of the pages outside Excel: the evaluation's and the administration's. */
export const webPageHeaders = (path: string): Headers => ({
  ...EVERYWHERE,
  "cache-control": cacheFor(path),
  "cross-origin-resource-policy": "same-origin",
  ...(path.endsWith(".html") ? { "content-security-policy": WEB_POLICY } : {}),
});
