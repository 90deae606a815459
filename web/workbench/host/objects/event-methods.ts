import { EVENTS, type ClientEvents } from "../events.ts";
import type { HostObject } from "../host-object.ts";

type Kind = keyof typeof EVENTS;

/** The methods by which the client begins and ends to hear of events, such as `_RegisterDataChangedEvent`. */
export function eventMethods(
  events: ClientEvents,
  target: string,
  kinds: Readonly<Record<string, Kind>>,
): NonNullable<HostObject["call"]> {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]) => [
      [
        `_Register${name}Event`,
        () => {
          events.register(EVENTS[kind], target);
        },
      ],
      [
        `_Unregister${name}Event`,
        () => {
          events.unregister(EVENTS[kind], target);
        },
      ],
    ]),
  );
}
