import { parseHashKeys, type HashKeys } from "../hashing/hash-keys.ts";

/**
 * The hash keys in Secrets Manager. Its client is loaded with the first look-up: a request that hashes nothing
 * should not wait for it when the function starts.
 */
export const hashKeysInSecretsManager = (secretId: string, region: string) => async (): Promise<HashKeys> => {
  const { GetSecretValueCommand, SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager");
  const { SecretString } = await new SecretsManagerClient({ region }).send(
    new GetSecretValueCommand({ SecretId: secretId }),
  );
  return parseHashKeys(SecretString ?? "");
};
