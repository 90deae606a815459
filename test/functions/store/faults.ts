import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** What goes wrong with a request: before it reached the table, or after it took place there. */
export type Fault =
  "lost-before" | "failed-before" | "throttled" | "lost-after" | "failed-after" | "cut-short" | "no-answer";

export const BEFORE = ["lost-before", "failed-before", "throttled"] as const satisfies Fault[];
export const AFTER = ["lost-after", "failed-after", "cut-short"] as const satisfies Fault[];

export interface Faults {
  readonly endpoint: string;
  /** What happens to the next requests, one each; then all goes well. */
  readonly next: Fault[];
  /** Done once, after a request took place and before its answer is lost. */
  meanwhile: (() => Promise<unknown>) | undefined;
  /** How many requests came. */
  count: number;
  close(): Promise<void>;
}

function refuse(response: ServerResponse, status: number, name: string): void {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
  response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: "" }));
}

/** A network between the store and its table, in which what is asked for goes wrong. */
export async function faultsBefore(table: string): Promise<Faults> {
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();

  const faults: Faults = {
    endpoint: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    next: [],
    meanwhile: undefined,
    count: 0,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const fault = faults.next.shift();
    faults.count += 1;
    if (fault === "lost-before") {
      request.socket.destroy();
      return;
    }
    if (fault === "failed-before") {
      refuse(response, 500, "InternalServerError");
      return;
    }
    if (fault === "throttled") {
      refuse(response, 400, "ProvisionedThroughputExceededException");
      return;
    }

    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !["host", "connection", "content-length"].includes(name)),
    );
    const taken = await fetch(table, {
      method: "POST",
      headers: headers as Record<string, string>,
      body: new Uint8Array(body),
    });
    const bytes = Buffer.from(await taken.arrayBuffer());
    const { meanwhile } = faults;
    if (fault !== undefined) faults.meanwhile = undefined;
    if (fault !== undefined) await meanwhile?.();
    if (fault === "no-answer") return;
    if (fault === "lost-after") {
      request.socket.destroy();
      return;
    }
    if (fault === "failed-after") {
      refuse(response, 500, "InternalServerError");
      return;
    }
    response.writeHead(taken.status, { "content-type": "application/x-amz-json-1.0", "content-length": bytes.length });
    if (fault !== "cut-short") {
      response.end(bytes);
      return;
    }
    response.write(bytes.subarray(0, bytes.length - 1), () => {
      request.socket.destroy();
    });
  }
  return faults;
}
