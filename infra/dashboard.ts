import { Duration, type Stack } from "aws-cdk-lib";
import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { Api } from "./api.ts";
import type { Data } from "./data.ts";
import type { Functions } from "./functions.ts";

const period = Duration.minutes(5);
const sum = { period, statistic: Stats.SUM };

/** One page that says whether all is well, how busy it is and what it costs. */
export function addDashboard(
  stack: Stack,
  alarms: readonly Alarm[],
  { table, api, monthly, httpStage }: Data & Functions & Api,
): void {
  const latency = (statistic: string) => httpStage.metricLatency({ period, statistic, label: statistic });
  new Dashboard(stack, "Dashboard", {
    defaultInterval: Duration.days(7),
    widgets: [
      [new AlarmStatusWidget({ title: "Is anything wrong?", alarms: [...alarms], width: 24, height: 3 })],
      [
        new GraphWidget({
          title: "Requests, refusals and faults",
          width: 12,
          left: [httpStage.metricCount({ ...sum, label: "requests" })],
          right: [
            httpStage.metricClientError({ ...sum, label: "refused" }),
            httpStage.metricServerError({ ...sum, label: "failed" }),
          ],
        }),
        new GraphWidget({
          title: "How long an answer takes, in milliseconds",
          width: 12,
          left: [latency("p50"), latency("p95"), latency("p99")],
        }),
      ],
      [
        new GraphWidget({
          title: "What the table is charged for",
          width: 12,
          left: [
            table.metricConsumedReadCapacityUnits({ ...sum, label: "read units" }),
            table.metricConsumedWriteCapacityUnits({ ...sum, label: "write units" }),
          ],
        }),
        new GraphWidget({
          title: "Functions at work",
          width: 12,
          left: [
            api.metric("ConcurrentExecutions", { period, statistic: Stats.MAXIMUM, label: "API functions at once" }),
          ],
          right: [
            monthly.metricInvocations({ ...sum, label: "monthly runs" }),
            monthly.metricErrors({ ...sum, label: "monthly runs that failed" }),
          ],
        }),
      ],
    ],
  });
}
