import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answered, CompareAnswer, Job, PatchAnswer, ReadAnswer } from "./jobs.ts";

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));

interface Limits {
  /** Longer than this for one file is a hang. */
  readonly seconds: number;
  /** The most that V8 may hold. */
  readonly megabytes: number;
}

export interface OwnProcess {
  ask(kind: "read", bytes: Uint8Array): Promise<Answered<ReadAnswer>>;
  ask(kind: "compare", bytes: Uint8Array): Promise<Answered<CompareAnswer>>;
  ask(kind: "patch value" | "patch formula", bytes: Uint8Array): Promise<Answered<PatchAnswer>>;
  stop(): void;
}

/** A process that works on one file after another, so that one which hangs or fills the memory takes nobody with it. */
export function ownProcess({ seconds, megabytes }: Limits): OwnProcess {
  let child: ChildProcess | undefined;
  const start = (): ChildProcess =>
    fork(CHILD, {
      execArgv: ["--import", "tsx", `--max-old-space-size=${megabytes}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });

  const ask = (kind: Job["kind"], bytes: Uint8Array): Promise<Answered<never>> =>
    new Promise((answered) => {
      const one = (child ??= start());
      const end = (answer: Answered<never>, isOver: boolean): void => {
        clearTimeout(timer);
        one.removeAllListeners();
        if (isOver) {
          one.kill("SIGKILL");
          child = undefined;
        }
        answered(answer);
      };
      const timer = setTimeout(() => {
        end({ failed: `no answer within ${seconds} s` }, true);
      }, seconds * 1000);
      one.once("message", (answer) => {
        end(answer as Answered<never>, false);
      });
      one.once("exit", (code, signal) => {
        end({ failed: `the process ended (${signal ?? code ?? "unknown"})` }, true);
      });
      one.send({ kind, bytes } satisfies Job);
    });

  return { ask, stop: () => void child?.kill("SIGKILL") };
}
