import { readFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Template } from "aws-cdk-lib/assertions";
import { actionsOf, statementsOf } from "../infra/support/templates.ts";
import { bodyOf } from "./runtime-api.ts";

/** What the role of a function may do, by the template as it is kept; that it is what is deployed, the template's own test shows. */
export function rightsOf(role: "ApiRole" | "MonthlyRole"): readonly string[] {
  const kept = readFileSync(new URL("../infra/prod.template.json", import.meta.url), "utf8");
  return statementsOf(Template.fromJSON(JSON.parse(kept) as Record<string, unknown>), role).flatMap(actionsOf);
}

const SERVICES: Readonly<Record<string, string>> = { DynamoDB_20120810: "dynamodb", secretsmanager: "secretsmanager" };

/** The right that a request asks for, as IAM calls it: AWS's JSON services say it in a header, SNS in the body. */
function rightFor(target: string | undefined, body: string): string {
  const [service = "", operation = ""] = (target ?? "").split(".");
  if (operation !== "") return `${SERVICES[service] ?? service}:${operation}`;
  return `sns:${new URLSearchParams(body).get("Action") ?? "unknown"}`;
}

export interface Guard {
  readonly url: string;
  readonly stop: () => void;
}

/** Stands before a service of AWS's as IAM does: what the role may not do is refused, and is not passed on. */
export async function guarded(target: string, rights: readonly string[]): Promise<Guard> {
  const allowed = new Set(rights);
  const server: Server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then((body) => {
      const right = rightFor(incoming.headers["x-amz-target"]?.toString(), body.toString());
      if (!allowed.has(right)) {
        outgoing.writeHead(400, { "content-type": "application/x-amz-json-1.0" });
        outgoing.end(JSON.stringify({ __type: "com.amazon.coral.service#AccessDeniedException", message: right }));
        return;
      }
      const { hostname, port } = new URL(target);
      const onward = request(
        { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      onward.once("error", () => outgoing.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
