const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** "Nov 2024", "november-24", "Sept. 2024": a month's name with its year, and no day before it that a year of two digits could be. */
const NAMED =
  /(?<![\p{L}])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?[\s\-_/'’]*(20\d\d|\d\d)(?!\d)/giu;
/** "2024-11". */
const ISO = /(?<!\d)(20\d\d)-(0[1-9]|1[0-2])(?![\d])/g;

const monthsIn = (text: string): string[] => [
  ...[...text.matchAll(NAMED)].map(([, name = "", year = ""]) => {
    const number = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    return `${year.length === 2 ? "20" : ""}${year}-${String(number).padStart(2, "0")}`;
  }),
  ...[...text.matchAll(ISO)].map(([month]) => month),
];

/** The month that texts about a list name, such as "2024-11"; undefined where they name none, or more than one. */
export function monthSaid(texts: readonly string[]): string | undefined {
  const [month, ...others] = new Set(texts.flatMap(monthsIn));
  return others.length === 0 ? month : undefined;
}
