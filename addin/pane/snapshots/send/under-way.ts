import type { SendState } from "../../../sending/sender.ts";

/** Whether something is being sent, or waits to be: nothing else can be until it ends. */
export const isUnderWay = ({ is }: SendState): boolean => is === "preparing" || is === "sending" || is === "waiting";

/** What a screen reader hears of sending: its turns, and not each step. */
export function turnOf(state: SendState): string {
  switch (state.is) {
    case "idle":
      return "";
    case "preparing":
      return "Reading the rows anew from the workbook …";
    case "sending":
      return "Sending …";
    case "waiting":
      return state.sentence;
    case "sent":
      return state.sentence;
    case "cancelled":
      return "Stopped. Nothing was handed in, and nothing is left waiting.";
    case "refused":
      return state.sentence;
  }
}
