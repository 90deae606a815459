/** `npm run seed:year`: a year of invented monthly snapshots and feedback for the service that `npm start` runs on this machine. */
import { sendYear } from "./seed/send-year.ts";
import { port } from "./settings.ts";

const url = `http://localhost:${port(3000)}`;
try {
  const { lists, rows, feedback } = await sendYear(url, (month) => {
    console.log(`Sending ${month} …`);
  });
  console.log(
    `Sent ${lists} lists with ${rows.toLocaleString("en-GB")} invented rows, and saw to ${feedback} lines of feedback. What was there already was left as it is.`,
  );
  console.log(`The evaluation is at ${url}/evaluation/`);
} catch (error) {
  console.error(error instanceof Error ? error.message : "The year could not be sent.");
  process.exitCode = 1;
}
