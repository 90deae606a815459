import { SCOPE, type Stage } from "../../infra/stage.ts";
import type { Deployment } from "../settings.ts";

/** How a stage's add-in is built: the same domain and the same app registrations that its service is deployed with. */
export const deploymentOf = ({ domain, tenantId, apiClientId, addInClientId }: Stage): Deployment => ({
  base: `https://${domain}/addin`,
  signIn: { clientId: addInClientId, tenantId, scope: `api://${apiClientId}/${SCOPE}` },
});
