import { hostObject, type HostObject } from "../host-object.ts";

export const autoFilterObject = (isFiltered: () => boolean): HostObject =>
  hostObject({ type: "AutoFilter", get: { IsDataFiltered: isFiltered, Enabled: isFiltered } });
