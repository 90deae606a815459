import type { Book } from "../book.ts";
import { itemNotFound } from "../failure.ts";
import { hostObject, NULL_OBJECT, type HostObject } from "../host-object.ts";
import { text } from "./client-arguments.ts";

/** What add-ins keep in the file; of a setting's value only what JSON can say is kept. */
export function settingsObject({ grid: { settings } }: Book): HostObject {
  const setting = (key: string): HostObject => {
    const value = (): unknown => {
      const kept = settings.get(key);
      if (kept === undefined) throw itemNotFound();
      return JSON.parse(kept) as unknown;
    };
    const keep = (given: unknown): void => void settings.set(key, JSON.stringify(given));
    return hostObject({
      type: "Setting",
      id: { key: "_Id", value: () => key },
      get: { Key: () => key, Value: value },
      set: { Value: keep },
      call: { Delete: () => void settings.delete(key) },
    });
  };
  const item = (key: unknown): HostObject => {
    if (!settings.has(text(key))) throw itemNotFound();
    return setting(text(key));
  };
  return hostObject({
    type: "SettingCollection",
    items: () => [...settings.keys()].map(setting),
    item,
    call: {
      Add: (key, value) => {
        settings.set(text(key), JSON.stringify(value));
        return setting(text(key));
      },
      GetCount: () => settings.size,
      GetItem: item,
      GetItemOrNullObject: (key) => (settings.has(text(key)) ? setting(text(key)) : NULL_OBJECT),
    },
  });
}
