import type { Area } from "../../grid.ts";
import { invalidArgument } from "../failure.ts";
import type { HostObject } from "../host-object.ts";

export interface Place {
  readonly sheetId: string;
  readonly area: Area;
}

const places = new WeakMap<HostObject, Place>();

/** The cells that a range stands for, where it is an argument. */
export function placeOf(range: HostObject): Place {
  const place = places.get(range);
  if (!place) throw invalidArgument();
  return place;
}

/** Remembers which cells a range stands for. */
export function atPlace(range: HostObject, place: Place): HostObject {
  places.set(range, place);
  return range;
}
