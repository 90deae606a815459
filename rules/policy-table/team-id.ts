/** The id of a new team: its name in small letters, with hyphens; "" where it holds neither letter nor digit of English. */
export const teamIdFor = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 64);
