import { randomUUID } from "node:crypto";
import { env } from "@/lib/config/env";
import type { Tx } from "@/lib/db/client";
import { knownSecretsKeys, secretsKey } from "@/lib/identity/second-factor";
import { hashPersonId, openPersonId, sealPersonId } from "./person-id-sealed";

/** What is kept of an ID: `ref` binds the seal to the row. */
export type SealedId = { ref: string; idSealed: string; idHash: string };

/** Seals an ID for a row that is about to be written. */
export function sealedFor(id: string, ref: string = randomUUID()): SealedId {
  const secret = secretsKey(env());
  return { ref, idSealed: sealPersonId(id, ref, secret), idHash: hashPersonId(id, secret) };
}

/** The hashes under which an ID may stand: with the present secret, and with the one before while they are sealed anew. */
export const hashesOf = (id: string): string[] => knownSecretsKeys(env()).map((secret) => hashPersonId(id, secret));

/** The 12 digits of a row. */
export const openId = ({ ref, idSealed }: { ref: string; idSealed: string }): string =>
  openPersonId(idSealed, ref, knownSecretsKeys(env()));

/** The person of an ID, if any organisation has ever named them. */
export async function knownBeneficiary(tx: Tx, id: string): Promise<number | null> {
  const found = await tx.beneficiary.findFirst({ where: { idHash: { in: hashesOf(id) } }, select: { id: true } });
  return found?.id ?? null;
}

/** The person of sealed IDs, made where there is none yet; two at once end with one. By hash. */
export async function beneficiariesOf(tx: Tx, sealed: readonly SealedId[], now: Date): Promise<Map<string, number>> {
  // In one order, so that two imports at once wait for each other instead of for ever.
  const rows = [...sealed].sort((a, b) => (a.idHash < b.idHash ? -1 : 1));
  const hashes = rows.map(({ idHash }) => idHash);
  await tx.beneficiary.createMany({ data: rows.map((row) => ({ ...row, createdAt: now })), skipDuplicates: true });
  const found = await tx.beneficiary.findMany({
    where: { idHash: { in: hashes } },
    select: { id: true, idHash: true },
  });
  return new Map(found.map(({ id, idHash }) => [idHash, id]));
}

/** The person of an ID, made where there is none yet. */
export async function beneficiaryFor(tx: Tx, id: string, now: Date): Promise<number> {
  const known = await knownBeneficiary(tx, id);
  if (known !== null) return known;
  const sealed = sealedFor(id);
  const made = (await beneficiariesOf(tx, [sealed], now)).get(sealed.idHash);
  if (made === undefined) throw new Error("a person was neither found nor made");
  return made;
}

/** Deletes a person whom nothing names any more. */
export async function forgetUnnamed(tx: Tx, beneficiaryId: number): Promise<void> {
  const none = { none: {} };
  await tx.beneficiary.deleteMany({
    where: {
      id: beneficiaryId,
      rosterEntries: none,
      registrations: none,
      participants: none,
      dossierPeople: none,
      claims: none,
    },
  });
}
