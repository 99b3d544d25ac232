import type pg from "pg";
import { z } from "zod";
import { reseal, unseal } from "@/lib/identity/sealed";
import { secondFactorPurpose } from "@/lib/identity/second-factor";
import { accountPurpose, hashAccount } from "@/lib/payments/account-sealed";
import { hashPersonId, personIdPurpose } from "@/lib/subsidies/person-id-sealed";
import { noteInTrail, withClient } from "./backup-tables";

/** How many secrets were sealed anew, were so already, and open with neither key. */
export type Resealed = { resealed: number; already: number; unknown: number };

type Secrets = { from: string; to: string };

const atOnce = 200;

const factorRow = z.object({ userId: z.number(), sealed: z.string() });

/** Secrets of authenticator apps. */
async function resealFactors(client: pg.Client, secrets: Secrets, counts: Resealed): Promise<void> {
  for (let last = 0; ; ) {
    const { rows } = await client.query(
      `select "userId", "sealed" from "SecondFactor" where "userId" > $1 order by "userId" limit $2`,
      [last, atOnce],
    );
    if (rows.length === 0) return;
    for (const row of rows.map((one) => factorRow.parse(one))) {
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
}

type SealedTable = {
  start: readonly number[];
  read: string;
  write: string;
  /** What binds the seal to its row, and the keyed hash; of a personal ID unless said. */
  purposeOf?: (ref: string) => string;
  hashOf?: (text: string, secret: string) => string;
};

const idRow = z.object({ key: z.array(z.number()), ref: z.string(), sealed: z.string() });

/**
 * Where personal IDs stand sealed (people, registrations, rows of rosters that were brought and not taken over yet), and
 * account numbers. Each reads rows behind a key and writes seal and hash of one row that still has the seal it had.
 */
const idTables: readonly SealedTable[] = [
  {
    start: [0],
    read: `select array[id] as key, ref, "idSealed" as sealed from "Beneficiary" where id > $1 order by id limit $2`,
    write: `update "Beneficiary" set "idSealed" = $3, "idHash" = $4 where id = $1 and "idSealed" = $2`,
  },
  {
    start: [0],
    read: `select array[id] as key, ref, "idSealed" as sealed from "SelfRegistration"
      where id > $1 and "idSealed" is not null order by id limit $2`,
    write: `update "SelfRegistration" set "idSealed" = $3, "idHash" = $4 where id = $1 and "idSealed" = $2`,
  },
  {
    start: [0, 0],
    read: `select array["importId", row] as key, content->>'ref' as ref, content->>'idSealed' as sealed from "TableImportRow"
      where ("importId", row) > ($1, $2) and content ? 'idSealed' order by "importId", row limit $3`,
    write: `update "TableImportRow" set content = content || jsonb_build_object('idSealed', $4::text, 'idHash', $5::text)
      where "importId" = $1 and row = $2 and content->>'idSealed' = $3`,
  },
  {
    start: [0],
    read: `select array[id] as key, ref, "numberSealed" as sealed from "PayeeAccount" where id > $1 order by id limit $2`,
    write: `update "PayeeAccount" set "numberSealed" = $3, "numberHash" = $4 where id = $1 and "numberSealed" = $2`,
    purposeOf: accountPurpose,
    hashOf: hashAccount,
  },
];

/** Personal IDs and account numbers: sealed with the new key, and their hash with the key that comes of it. */
async function resealIds(client: pg.Client, secrets: Secrets, counts: Resealed): Promise<void> {
  for (const { start, read, write, purposeOf = personIdPurpose, hashOf = hashPersonId } of idTables)
    for (let last: readonly number[] = start; ; ) {
      const { rows } = await client.query(read, [...last, atOnce]);
      if (rows.length === 0) break;
      for (const row of rows.map((one) => idRow.parse(one))) {
        last = row.key;
        const next = reseal(row.sealed, secrets, purposeOf(row.ref));
        if (typeof next === "string") {
          counts[next]++;
          continue;
        }
        const hash = hashOf(unseal(next.sealed, secrets.to, purposeOf(row.ref)), secrets.to);
        const { rowCount } = await client.query(write, [...row.key, row.sealed, next.sealed, hash]);
        if (rowCount === 1) counts.resealed++;
        else counts.already++;
      }
    }
}

/**
 * Seals all secrets of authenticator apps, personal IDs and account numbers with the key `to` that are sealed with `from`, and hashes the
 * IDs anew. Each row stands for itself and is tried with the new key first, so that a run that was broken off is simply
 * started again; one that changes meanwhile (somebody sets up an app) is left to the portal, which seals with the new key.
 * Leaves a line in the audit trail.
 */
export function resealSecrets(url: string, secrets: Secrets): Promise<Resealed> {
  return withClient(url, async (client) => {
    const counts: Resealed = { resealed: 0, already: 0, unknown: 0 };
    await resealFactors(client, secrets, counts);
    await resealIds(client, secrets, counts);
    await noteInTrail(client, "database.reseal", counts);
    return counts;
  });
}

/** The keys from the environment: SECRETS_KEY (or NEXTAUTH_SECRET without it) and SECRETS_KEY_OLD; says what is missing. */
export function resealKeys(given: Record<string, string | undefined>): Secrets {
  const [from, to] = [given.SECRETS_KEY_OLD, given.SECRETS_KEY ?? given.NEXTAUTH_SECRET];
  if (!from) throw new Error("SECRETS_KEY_OLD: is missing, the key with which the secrets are sealed now");
  if (!to) throw new Error("SECRETS_KEY: is missing, the new key, 32 or more random characters");
  if (to.length < 32) throw new Error("SECRETS_KEY: must have 32 or more random characters");
  if (from === to) throw new Error("SECRETS_KEY_OLD: is the same as SECRETS_KEY; there is nothing to do");
  return { from, to };
}
