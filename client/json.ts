/** Looking at values of which nothing is known: answers of the service, and what is kept in the browser. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === "string";
export const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;

export const isListOf = <T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(is);
export const isRecordOf = <T>(value: unknown, is: (item: unknown) => item is T): value is Readonly<Record<string, T>> =>
  isJsonObject(value) && Object.values(value).every(is);
