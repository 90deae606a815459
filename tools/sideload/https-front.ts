import { request, type IncomingMessage, type RequestListener } from "node:http";

/**
 * Passes every request on to the same path of another address: Excel opens add-ins by https alone, and the service
 * speaks http.
 */
export const passingOnTo =
  (target: string): RequestListener =>
  (incoming, outgoing) => {
    const { hostname, port, host } = new URL(target);
    const failed = (): void => {
      if (!outgoing.headersSent) outgoing.writeHead(502, { "content-type": "text/plain; charset=utf-8" });
      outgoing.end("The service behind this address does not answer.");
    };
    const onward = request({
      hostname,
      port,
      path: incoming.url,
      method: incoming.method,
      headers: { ...incoming.headers, host },
    });
    onward.on("error", failed);
    onward.on("response", (answer: IncomingMessage) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  };
