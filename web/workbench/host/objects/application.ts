import type { Book } from "../book.ts";
import { hostObject, type HostObject } from "../host-object.ts";
import { whole } from "./client-arguments.ts";

export const applicationObject = ({ grid }: Book): HostObject =>
  hostObject({
    type: "Application",
    get: { CalculationMode: () => "Automatic", CalculationState: () => "Done" },
    call: {
      Calculate: () => {
        grid.recalculate();
      },
      // The grid calculates and draws when the request is done, so there is nothing to hold back.
      SuspendApiCalculationUntilNextSync: () => null,
      SuspendScreenUpdatingUntilNextSync: () => null,
    },
  });

export const runtimeObject = (book: Book): HostObject =>
  hostObject({
    type: "Runtime",
    get: { EnableEvents: () => book.areEventsOn },
    set: {
      EnableEvents: (value) => {
        book.areEventsOn = value === true;
      },
    },
  });

const DAY_MS = 86_400_000;
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);

/** The functions of Excel that an add-in may call without a cell: of those, DATE. */
export const functionsObject = ({ grid }: Book): HostObject =>
  hostObject({
    type: "Functions",
    call: {
      Date: (year, month, day) => {
        const zero = grid.date1904 === true ? DAY_ZERO_1904 : DAY_ZERO_1900;
        const serial = (Date.UTC(whole(year), whole(month) - 1, whole(day)) - zero) / DAY_MS;
        return hostObject({ type: "FunctionResult", get: { Value: () => serial, Error: () => null } });
      },
    },
  });
