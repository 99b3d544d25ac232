import { z } from "zod";
import { reseal } from "@/lib/identity/sealed";
import { secondFactorPurpose } from "@/lib/identity/second-factor";
import { noteInTrail, withClient } from "./backup-tables";

/** How many secrets were sealed anew, were so already, and open with neither key. */
export type Resealed = { resealed: number; already: number; unknown: number };

const rowShape = z.object({ userId: z.number(), sealed: z.string() });
const atOnce = 200;

/**
 * Seals all secrets of authenticator apps with the key `to` that are sealed with `from`. Each row stands for itself and is
 * tried with the new key first, so that a run that was broken off is simply started again; one that changes meanwhile
 * (somebody sets up an app) is left to the portal, which seals with the new key. Leaves a line in the audit trail.
 */
export function resealSecrets(url: string, secrets: { from: string; to: string }): Promise<Resealed> {
  return withClient(url, async (client) => {
    const counts: Resealed = { resealed: 0, already: 0, unknown: 0 };
    for (let last = 0; ; ) {
      const { rows } = await client.query(
        `select "userId", "sealed" from "SecondFactor" where "userId" > $1 order by "userId" limit $2`,
        [last, atOnce],
      );
      if (rows.length === 0) break;
      for (const row of rows.map((one) => rowShape.parse(one))) {
        last = row.userId;
        const next = reseal(row.sealed, secrets, secondFactorPurpose(row.userId));
        if (typeof next === "string") {
          counts[next]++;
          continue;
        }
        const { rowCount } = await client.query(
          `update "SecondFactor" set "sealed" = $3 where "userId" = $1 and "sealed" = $2`,
          [row.userId, row.sealed, next.sealed],
        );
        if (rowCount === 1) counts.resealed++;
        else counts.already++;
      }
    }
    await noteInTrail(client, "database.reseal", counts);
    return counts;
  });
}

/** The keys from the environment: SECRETS_KEY (or NEXTAUTH_SECRET without it) and SECRETS_KEY_OLD; says what is missing. */
export function resealKeys(given: Record<string, string | undefined>): { from: string; to: string } {
  const [from, to] = [given.SECRETS_KEY_OLD, given.SECRETS_KEY ?? given.NEXTAUTH_SECRET];
  if (!from) throw new Error("SECRETS_KEY_OLD: is missing, the key with which the secrets are sealed now");
  if (!to) throw new Error("SECRETS_KEY: is missing, the new key, 32 or more random characters");
  if (to.length < 32) throw new Error("SECRETS_KEY: must have 32 or more random characters");
  if (from === to) throw new Error("SECRETS_KEY_OLD: is the same as SECRETS_KEY; there is nothing to do");
  return { from, to };
}
