/** What charts.js holds: loaded only by a page that shows some. */
export { draw } from "./drawing.ts";
