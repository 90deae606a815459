/** The API function: what API Gateway hands over, answered by the app. */
import { handle } from "hono/aws-lambda";
import { createApp } from "./app.ts";
import { deployedDependencies } from "./lambda.ts";
import { endpoint, settings } from "./settings.ts";

const wanted = settings(
  "tableName",
  "region",
  "issuer",
  "audience",
  "jwksUrl",
  "scope",
  "hashKeySecret",
  "originSecret",
);
const app = createApp(deployedDependencies(wanted, endpoint()));

// eslint-disable-next-line @typescript-eslint/no-deprecated, @typescript-eslint/no-unsafe-class-instance-assignment -- the package that is to replace it is not published; it takes any Hono app
export const handler = handle(app);
