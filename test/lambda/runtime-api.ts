import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const REGION = "eu-west-2";
/** Lambda takes and gives at most this much in one synchronous call. */
const MOST_BYTES = 6 * 2 ** 20;

export interface Answer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

interface Invocation {
  readonly id: string;
  readonly event: string;
  readonly settle: (answer: Answer | "failed") => void;
}

export const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

export const listening = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    }),
  );

/**
 * A local Lambda Runtime API (2018-06-01) with one function behind it, run by AWS's own runtime client. Events
 * are handed out one at a time, as in one execution environment.
 */
export class Runtime {
  readonly #queue: Invocation[] = [];
  readonly #open = new Map<string, Invocation>();
  readonly #api = createServer((request, response) => void this.#answer(request, response));
  #waiting: ServerResponse | undefined;
  #process: ChildProcess | undefined;
  #count = 0;
  /** Everything that the function has written to its log. */
  log = "";

  /** `taskRoot`: the folder that holds the bundle; `handler`: "index.handler". */
  async start(taskRoot: string, handler: string, environment: Readonly<Record<string, string>>): Promise<void> {
    const port = await listening(this.#api);
    const shim = fileURLToPath(new URL("native-client.cjs", import.meta.url));
    const client = fileURLToPath(new URL("../../node_modules/aws-lambda-ric/index.mjs", import.meta.url));
    const child = spawn(process.execPath, ["--require", shim, client, handler], {
      cwd: taskRoot,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
        LAMBDA_TASK_ROOT: taskRoot,
        _HANDLER: handler,
        TZ: ":UTC",
        AWS_REGION: REGION,
        AWS_ACCESS_KEY_ID: "local",
        AWS_SECRET_ACCESS_KEY: "local",
        AWS_LAMBDA_FUNCTION_NAME: "local",
        AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "512",
        AWS_LAMBDA_LOG_GROUP_NAME: "/aws/lambda/local",
        AWS_LAMBDA_LOG_STREAM_NAME: "local",
        ...environment,
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        this.log += chunk.toString();
      });
    child.on("exit", () => {
      for (const { settle } of this.#open.values()) settle("failed");
    });
    this.#process = child;
  }

  invoke(event: unknown): Promise<Answer | "failed"> {
    this.#count += 1;
    const id = `invocation-${this.#count}`;
    return new Promise((settle) => {
      this.#queue.push({ id, event: JSON.stringify(event), settle });
      this.#handOut();
    });
  }

  #handOut(): void {
    const response = this.#waiting;
    const next = response && this.#queue.shift();
    if (!next) return;
    this.#waiting = undefined;
    this.#open.set(next.id, next);
    response.writeHead(200, {
      "content-type": "application/json",
      "lambda-runtime-aws-request-id": next.id,
      "lambda-runtime-deadline-ms": String(Date.now() + 30_000),
      "lambda-runtime-invoked-function-arn": `arn:aws:lambda:${REGION}:000000000000:function:local`,
    });
    response.end(next.event);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id = "", what] =
      /^\/2018-06-01\/runtime\/invocation\/([^/]+)(?:\/(response|error))?$/.exec(request.url ?? "") ?? [];
    if (id === "next") {
      this.#waiting = response;
      this.#handOut();
      return;
    }
    const body = await bodyOf(request);
    const invocation = this.#open.get(id);
    this.#open.delete(id);
    const isAnswer = what === "response" && body.length <= MOST_BYTES;
    invocation?.settle(isAnswer ? (JSON.parse(body.toString()) as Answer) : "failed");
    response.writeHead(202).end();
  }

  stop(): void {
    this.#process?.kill("SIGKILL");
    this.#api.closeAllConnections();
    this.#api.close();
  }
}
