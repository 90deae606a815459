/** `npm run seed:year [-- --months N]`: a year, or its first months, of invented monthly snapshots and feedback for the service that `npm start` runs on this machine. */
import { parseArgs } from "node:util";
import { sendYear } from "./seed/send-year.ts";
import { port } from "./settings.ts";

const { values } = parseArgs({ options: { months: { type: "string", default: "12" } } });
const months = Number(values.months);
if (!Number.isInteger(months) || months < 1 || months > 12) {
  console.error("How many months, from 1 to 12? npm run seed:year -- --months 3");
  process.exit(2);
}
const url = `http://localhost:${port(3000)}`;
try {
  const { lists, rows, feedback } = await sendYear(
    url,
    (month) => {
      console.log(`Sending ${month} …`);
    },
    months,
  );
  console.log(
    `Sent ${lists} lists with ${rows.toLocaleString("en-GB")} invented rows, and saw to ${feedback} lines of feedback. What was there already was left as it is.`,
  );
  console.log(`The evaluation is at ${url}/evaluation/`);
} catch (error) {
  console.error(error instanceof Error ? error.message : "The year could not be sent.");
  process.exitCode = 1;
}
