import { COUNCIL, type Person } from "./council.ts";
import type { StandInForEntra } from "./entra.ts";

/** What Excel's broker says; the words are those of Microsoft's client. */
export type BrokerError = {
  readonly status: "USER_INTERACTION_REQUIRED" | "USER_CANCEL" | "PERSISTENT_ERROR" | "NESTED_APP_AUTH_UNAVAILABLE";
  readonly code?: string;
  readonly description?: string;
};

export interface Broker {
  readonly person: Person;
  /** Refuses to give a token without asking the person. */
  readonly silently?: BrokerError;
  /** What becomes of asking them. */
  readonly asked?: BrokerError;
}

interface Request {
  readonly messageType: "NestedAppAuthRequest";
  readonly method: "GetInitContext" | "GetToken" | "GetTokenPopup";
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly scope: string; readonly authority?: string };
}

/** Answers the bridge of nested app authentication in Excel's place. */
export const standInForBroker =
  ({ person, silently, asked }: Broker, entra: StandInForEntra, requests: string[]) =>
  async (json: string): Promise<string> => {
    const { method, requestId, tokenParams } = JSON.parse(json) as Request;
    requests.push(method);
    const answer = (more: object): string =>
      JSON.stringify({ messageType: "NestedAppAuthResponse", requestId, ...more });
    const who = {
      homeAccountId: `${person.oid}.${COUNCIL.tenant}`,
      environment: "login.microsoftonline.com",
      tenantId: COUNCIL.tenant,
    };
    if (method === "GetInitContext")
      return answer({ success: true, initContext: { sdkName: "stand-in", sdkVersion: "1", accountContext: who } });
    const error = method === "GetToken" ? silently : asked;
    if (error) return answer({ success: false, error });
    if (tokenParams?.clientId !== COUNCIL.addIn || !tokenParams.scope.split(" ").includes(COUNCIL.scope))
      return answer({ success: false, error: { status: "PERSISTENT_ERROR", code: "invalid_scope" } });
    const { lasts } = entra.state;
    return answer({
      success: true,
      token: { ...(await entra.tokens(person, lasts)), expires_in: lasts, scope: COUNCIL.scope, properties: null },
      account: { ...who, username: person.username, name: person.name, localAccountId: person.oid },
    });
  };
