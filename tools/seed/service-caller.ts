/** A person's way to the service: signs them in at the local issuer, and asks as them. */
export interface ServiceCaller {
  /** The parsed answer. Throws a sentence where the service refuses. */
  readonly ask: (
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<unknown>;
}

export interface Who {
  readonly name: string;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
}

async function requested(url: string, init: RequestInit): Promise<Response> {
  return await fetch(url, init).catch((): never => {
    throw new Error(`Nothing answers at ${new URL(url).origin}. Start the service first: npm start`);
  });
}

const JSON_BODY = { "content-type": "application/json" };

export async function signedIn(url: string, who: Who): Promise<ServiceCaller> {
  const issued = await requested(`${url}/local/token`, {
    method: "POST",
    headers: JSON_BODY,
    body: JSON.stringify(who),
  });
  if (!issued.ok)
    throw new Error(
      "The local issuer gave no token. The year is seeded into a service that npm start runs on this machine.",
    );
  const { access_token: token } = (await issued.json()) as { access_token: string };
  return {
    async ask(method, path, body, headers = {}) {
      const response = await requested(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : JSON_BODY), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer: unknown = response.status === 204 ? undefined : await response.json();
      if (!response.ok)
        throw new Error(
          `${method} ${path} was answered with ${response.status}: ${String((answer as { detail?: unknown }).detail)}`,
        );
      return answer;
    },
  };
}

/** Every item of a list, page by page. */
export async function everyItem({ ask }: ServiceCaller, path: string): Promise<readonly Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let after: string | undefined = ""; after !== undefined;) {
    const page = (await ask(
      "GET",
      `${path}?limit=200${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`,
    )) as { items: Record<string, unknown>[]; next?: string };
    items.push(...page.items);
    after = page.next;
  }
  return items;
}
