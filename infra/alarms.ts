import { Duration, type Stack } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Api } from "./api.ts";
import type { Data } from "./data.ts";
import type { Functions } from "./functions.ts";
import type { Stage } from "./stage.ts";

interface AlarmSpec {
  /** What an engineer reads at night: what is wrong, and where to look. */
  readonly says: string;
  readonly metric: IMetric;
  readonly atLeast: number;
  /** Of how many five-minute periods in a row; one without it. */
  readonly periods?: number;
}

const period = Duration.minutes(5);
const sum = { period, statistic: Stats.SUM };

export function addAlarms(
  stack: Stack,
  stage: Stage,
  { table, alarmTopic, api, monthly, httpStage }: Data & Functions & Api,
): readonly Alarm[] {
  alarmTopic.addSubscription(new EmailSubscription(stage.alarmsTo));

  const watched: Readonly<Record<string, AlarmSpec>> = {
    ServiceFails: {
      says: "The service answered five or more requests with a fault of its own within five minutes. Look for request-failed in the API function's log.",
      metric: httpStage.metricServerError(sum),
      atLeast: 5,
    },
    ApiBreaks: {
      says: "The API function broke off without an answer. Its log says where; if it began with a deployment, deploy the version before.",
      metric: api.metricErrors(sum),
      atLeast: 1,
    },
    ApiFull: {
      says: "Requests were turned away because the API function was already answering as many as it may. Someone may be flooding it, or its reserved concurrency is too low.",
      metric: api.metricThrottles(sum),
      atLeast: 1,
    },
    ServiceSlow: {
      says: "One request in twenty has taken over ten seconds for a quarter of an hour. Look whether the table is throttled, and whether somebody is sending very large snapshots.",
      metric: httpStage.metricLatency({ period, statistic: "p95" }),
      atLeast: 10_000,
      periods: 3,
    },
    ManyRefused: {
      says: "Over 500 requests were refused within five minutes. Signing in may be set up wrongly, or someone is trying doors.",
      metric: httpStage.metricClientError(sum),
      atLeast: 500,
    },
    TableThrottled: {
      says: "The table made requests wait. If it lasts, one team's data may be read or written far more than usual.",
      metric: new MathExpression({
        expression: "reads + writes",
        label: "throttled requests",
        period,
        usingMetrics: {
          reads: table.metric("ReadThrottleEvents", sum),
          writes: table.metric("WriteThrottleEvents", sum),
        },
      }),
      atLeast: 10,
    },
    MonthlyBreaks: {
      says: "The month's reminder or the sweeping up failed. It is tried again by itself up to the 7th of the month; after that, run the function by hand once its log says why.",
      metric: monthly.metricErrors(sum),
      atLeast: 1,
    },
  };

  return Object.entries(watched).map(([id, { says, metric, atLeast, periods = 1 }]) => {
    const alarm = new Alarm(stack, id, {
      alarmDescription: `Lead Professional (${stage.name}): ${says}`,
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods,
      // No requests is how nights and weekends look.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(alarmTopic));
    alarm.addOkAction(new SnsAction(alarmTopic));
    return alarm;
  });
}
