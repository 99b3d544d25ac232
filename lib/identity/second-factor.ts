/** Key of the setting that makes staff have a second step. */
export const staffSecondFactor = "staffSecondFactor";

/** Binds a sealed secret to its account. */
export const secondFactorPurpose = (userId: number): string => `second factor of ${userId}`;

/** What secrets at rest are sealed with: of its own where one is set, so that signing keys can change without it. */
export const secretsKey = (env: { SECRETS_KEY?: string | undefined; NEXTAUTH_SECRET: string }): string =>
  env.SECRETS_KEY ?? env.NEXTAUTH_SECRET;
