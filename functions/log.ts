/**
 * The events that are logged: a code and a sentence. What goes beside one is listed here too, and is never case
 * data: no refs, names, texts, bodies or query strings.
 */
export const EVENTS = {
  "request-done": "A request was answered.",
  "request-refused": "A request was refused.",
  "request-failed": "A request failed by a fault of ours.",
  throttled: "The table asked us to wait, and we tried again.",
  "derived-mended": "Something derived was out of step with the newest snapshots and was rebuilt.",
  "reminder-published": "Teams without a snapshot were reminded, or of registrations that end.",
  "reminder-not-due": "No reminder was due, or it had been published before.",
  "uploads-swept": "What uploads had left behind was taken away.",
  started: "The service is ready.",
  stopped: "The service stopped.",
} as const;

export type EventCode = keyof typeof EVENTS;

/** Codes, counts, durations, route patterns, request ids, error names: nothing that a person typed. */
export interface LogDetails {
  readonly requestId?: string;
  readonly method?: string;
  /** The route's pattern, never the path itself. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly code?: string;
  readonly count?: number;
}

export type Log = (event: EventCode, beside?: LogDetails) => void;

/** A log of one JSON line an event. */
export const jsonLog =
  (write: (line: string) => void, now: () => Date): Log =>
  (event, beside = {}) => {
    write(JSON.stringify({ at: now().toISOString(), event, says: EVENTS[event], ...beside }));
  };
