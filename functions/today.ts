let london: Intl.DateTimeFormat | undefined;
const inLondon = () =>
  (london ??= new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/London",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }));

/** The ISO date on which it is now in Kent, which in summer is an hour ahead of the server. */
export const today = ({ now }: { readonly now: () => Date }): string => inLondon().format(now());
