import { Stack, type Environment } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { addAlarms } from "./alarms.ts";
import { addApi } from "./api.ts";
import { addDashboard } from "./dashboard.ts";
import { addData } from "./data.ts";
import { addFunctions } from "./functions.ts";
import type { Stage } from "./stage.ts";
import { addWeb } from "./web.ts";

/** Everything that holds data or answers, in London. Each part is handed what it needs of those before it. */
export class LeadProfessionalStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    stage: Stage,
    bundles: { readonly api: string; readonly monthly: string },
    env: Environment,
  ) {
    super(scope, id, {
      env,
      description: `Lead Professional for Excel (${stage.name}): the service, its data and the add-in's files`,
      terminationProtection: stage.keepsData,
    });
    const data = addData(this, stage);
    const functions = addFunctions(this, stage, bundles, data);
    const api = addApi(this, stage, functions);
    addWeb(this, stage, api, data.originSecret);
    const alarms = addAlarms(this, stage, { ...data, ...functions, ...api });
    addDashboard(this, alarms, { ...data, ...functions, ...api });
  }
}
