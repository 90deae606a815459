import type { AskAdmin } from "./transfer.ts";

const LINES = { "content-type": "application/x-ndjson" };

/** The service's own sentence about what it refused. */
function sentenceOf(answer: string): string {
  try {
    const { detail, paths } = JSON.parse(answer) as { detail?: unknown; paths?: readonly string[] };
    return [typeof detail === "string" ? detail : "", ...(paths ?? [])].join(" ").trim();
  } catch {
    return "";
  }
}

/** Asks a service as whoever the token is of. */
export const askAdmin =
  (url: string, token: string): AskAdmin =>
  async (method, path, lines) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(lines === undefined ? {} : LINES) },
      ...(lines === undefined ? {} : { body: lines }),
    }).catch((): never => {
      throw new Error(`Nothing answers at ${new URL(url).origin}.`);
    });
    const answer = await response.text();
    if (!response.ok)
      throw new Error(
        `${method} ${path.split("?")[0] ?? ""} was refused (${response.status}). ${sentenceOf(answer)}`.trim(),
      );
    return answer;
  };

/** A token of the issuer that npm start runs on this machine. */
export async function localAdminToken(url: string): Promise<string> {
  const response = await fetch(`${url}/local/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Demo Admin", roles: ["Admin"], teams: [] }),
  }).catch((): never => {
    throw new Error(`Nothing answers at ${new URL(url).origin}. Start the service first: npm start`);
  });
  if (!response.ok) throw new Error("This service signs nobody in by itself. Give an Admin's token: --token FILE");
  return ((await response.json()) as { access_token: string }).access_token;
}
