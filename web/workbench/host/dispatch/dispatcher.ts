import { readResults, type FunctionResult } from "./results.ts";

/** One call of a function as Excel hands it to the client. */
export interface Invocation {
  readonly functionId: string;
  readonly values: readonly unknown[];
  /** The cell that calls. */
  readonly address?: string;
  /** Where each argument stands, for a function that asks for it. */
  readonly addresses?: readonly (string | null)[];
  readonly isStreaming: boolean;
  readonly isCancelable: boolean;
  readonly takesErrors: boolean;
}

/** Microsoft's dispatcher of custom functions, as Excel drives it. */
export interface Dispatcher {
  /** Calls a function; results come later, several of a streaming one. Gives back a function that cancels the call. */
  start(invocation: Invocation, settle: (result: FunctionResult) => void): () => void;
  /** Takes what the client has sent as results. */
  readonly take: (results: unknown) => void;
}

/** What the client makes of the object that `HostBridge.init` is given. */
export interface Bridge {
  sendMessageToHost(message: string): void;
  onMessageFromHost?: (message: string) => void;
}

const GENERIC_MESSAGE = 3;
const CUSTOM_FUNCTIONS = 1;
const MESSAGE = { invocation: 1000, cancellation: 1001 } as const;
const FLAG = { cancelable: 1, streaming: 2, takesErrors: 4 } as const;

const flagsOf = ({ isCancelable, isStreaming, takesErrors }: Invocation): number =>
  (isCancelable || isStreaming ? FLAG.cancelable : 0) |
  (isStreaming ? FLAG.streaming : 0) |
  (takesErrors ? FLAG.takesErrors : 0);

/** `bridge` is the one that the client was given; calls of one moment go out as one message, as Excel sends them. */
export function newDispatcher(bridge: Bridge): Dispatcher {
  const running = new Map<
    number,
    { readonly isStreaming: boolean; readonly settle: (result: FunctionResult) => void }
  >();
  let waiting: unknown[] = [];
  let last = 0;

  function send(type: number, message: unknown): void {
    waiting.push([CUSTOM_FUNCTIONS, type, "", message, 0]);
    if (waiting.length > 1) return;
    queueMicrotask(() => {
      const entries = waiting;
      waiting = [];
      bridge.onMessageFromHost?.(JSON.stringify({ type: GENERIC_MESSAGE, message: { entries } }));
    });
  }

  return {
    start(invocation, settle) {
      const invocationId = ++last;
      running.set(invocationId, { isStreaming: invocation.isStreaming, settle });
      send(MESSAGE.invocation, {
        invocationId,
        functionName: invocation.functionId,
        parameterValues: invocation.values,
        address: invocation.address ?? null,
        parameterAddresses: invocation.addresses ?? null,
        flags: flagsOf(invocation),
      });
      return () => {
        if (!running.delete(invocationId)) return;
        if (invocation.isStreaming || invocation.isCancelable) send(MESSAGE.cancellation, { invocationId });
      };
    },
    take(results) {
      for (const { id, result } of readResults(results)) {
        const call = running.get(id);
        if (!call) continue;
        if (!call.isStreaming) running.delete(id);
        call.settle(result);
      }
    },
  };
}
