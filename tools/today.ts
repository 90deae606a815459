/** The day it is where this program runs, as an ISO date: the one place that asks the clock. */
export function today(): string {
  const now = new Date();
  const twoDigits = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
