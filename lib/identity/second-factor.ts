/** Key of the setting that makes staff have a second step. */
export const staffSecondFactor = "staffSecondFactor";

/** Binds a sealed secret to its account. */
export const secondFactorPurpose = (userId: number): string => `second factor of ${userId}`;

type Secrets = { SECRETS_KEY?: string | undefined; NEXTAUTH_SECRET: string; SECRETS_KEY_OLD?: string | undefined };

/** What secrets at rest are sealed with: of its own where one is set, so that signing keys can change without it. */
export const secretsKey = (env: Secrets): string => env.SECRETS_KEY ?? env.NEXTAUTH_SECRET;

/** What they may be sealed with: the same, and the key before while they are sealed anew. */
export const knownSecretsKeys = (env: Secrets): string[] => [
  secretsKey(env),
  ...(env.SECRETS_KEY_OLD ? [env.SECRETS_KEY_OLD] : []),
];
