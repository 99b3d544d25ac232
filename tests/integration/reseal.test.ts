import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { newSecret } from "@/lib/identity/one-time-code";
import { seal, unseal, unsealWithAny } from "@/lib/identity/sealed";
import { knownSecretsKeys, secondFactorPurpose } from "@/lib/identity/second-factor";
import { resealKeys, resealSecrets } from "@/lib/runtime/reseal";
import { hashPersonId, openPersonId, sealPersonId } from "@/lib/subsidies/person-id-sealed";
import { createMember, createOrganisation, createUser } from "../factories/identity";

const [from, to] = ["cũ".repeat(20), "mới".repeat(20)];
const url = () => process.env.DATABASE_URL ?? "";

type App = { userId: number; secret: string };

async function apps(count: number, key = from): Promise<App[]> {
  const made: App[] = [];
  for (let at = 0; at < count; at++) {
    const [{ id: userId }, secret] = [await createUser({ withoutPassword: true }), newSecret()];
    const sealed = seal(secret, key, secondFactorPurpose(userId));
    await db().secondFactor.create({ data: { userId, sealed, lastStep: 7, confirmedAt: new Date() } });
    made.push({ userId, secret });
  }
  return made;
}

const sealedOf = async (userId: number) => (await db().secondFactor.findUniqueOrThrow({ where: { userId } })).sealed;

beforeEach(async () => {
  await db().secondFactor.deleteMany();
  await db().tableImportRow.deleteMany();
  await db().beneficiary.deleteMany();
});

/** People whose IDs are sealed and hashed with a key. */
async function persons(ids: string[], key = from) {
  const rows = ids.map((id) => {
    const ref = randomUUID();
    return { ref, idSealed: sealPersonId(id, ref, key), idHash: hashPersonId(id, key) };
  });
  await db().beneficiary.createMany({ data: rows });
}

it("every secret opens with the new key and no longer with the old one; what else stands in the row stays", async () => {
  const people = await apps(450); // more than two pages of rows
  expect(await resealSecrets(url(), { from, to })).toEqual({ resealed: 450, already: 0, unknown: 0 });
  for (const { userId, secret } of [people[0], people[199], people[200], people[449]].filter(
    (one) => one !== undefined,
  )) {
    const row = await db().secondFactor.findUniqueOrThrow({ where: { userId } });
    expect(unseal(row.sealed, to, secondFactorPurpose(userId))).toBe(secret);
    expect(() => unseal(row.sealed, from, secondFactorPurpose(userId))).toThrow();
    expect(row).toMatchObject({ lastStep: 7, confirmedAt: expect.any(Date) });
  }
  const [line] = await db().auditEntry.findMany({ where: { command: "database.reseal" } });
  expect(line?.detail).toEqual({ more: { resealed: 450, already: 0, unknown: 0 } });
  expect(JSON.stringify(line?.detail)).not.toContain(to);
});

it("personal IDs are sealed anew wherever they stand, and found by their new hash", async () => {
  const ids = Array.from({ length: 405 }, (_, at) => `000090${String(at).padStart(6, "0")}`);
  await persons(ids.slice(0, 400));
  await persons(ids.slice(400), to);
  const member = await createMember((await createOrganisation("ENTERPRISE")).id);
  const ref = randomUUID();
  const [idSealed, idHash] = [sealPersonId("000090999999", ref, from), hashPersonId("000090999999", from)];
  const job = await db().tableImport.create({
    data: { kind: "NEEDS", createdById: member.userId, fileName: "a.csv", fileHash: ref },
  });
  await db().tableImportRow.create({
    data: {
      importId: job.id,
      row: 2,
      state: "ACCEPTED",
      content: { ref, idSealed, idHash, job: "Thợ" },
      raw: {},
      findings: [],
    },
  });
  expect(await resealSecrets(url(), { from, to })).toEqual({ resealed: 401, already: 5, unknown: 0 });
  for (const at of [0, 199, 200, 399, 404]) {
    const id = ids[at] ?? "";
    const row = await db().beneficiary.findUniqueOrThrow({ where: { idHash: hashPersonId(id, to) } });
    expect(openPersonId(row.idSealed, row.ref, [to])).toBe(id);
  }
  const kept = await db().tableImportRow.findFirstOrThrow({ where: { importId: job.id } });
  const content = kept.content as Record<string, string>;
  expect(openPersonId(content.idSealed ?? "", ref, [to])).toBe("000090999999");
  expect(content).toMatchObject({ job: "Thợ", idHash: hashPersonId("000090999999", to) });
});

it("is started again after it was broken off, and leaves alone what opens with neither key", async () => {
  await apps(3, to);
  const [left] = await apps(1);
  const [foreign] = await apps(1, "ai đó".repeat(10));
  const before = await sealedOf(foreign?.userId ?? 0);
  expect(await resealSecrets(url(), { from, to })).toEqual({ resealed: 1, already: 3, unknown: 1 });
  expect(await resealSecrets(url(), { from, to })).toEqual({ resealed: 0, already: 4, unknown: 1 });
  expect(await sealedOf(foreign?.userId ?? 0)).toBe(before);
  expect(unseal(await sealedOf(left?.userId ?? 0), to, secondFactorPurpose(left?.userId ?? 0))).toBe(left?.secret);
});

it("meanwhile the portal opens what is sealed with either key", async () => {
  const keys = knownSecretsKeys({ SECRETS_KEY: to, SECRETS_KEY_OLD: from, NEXTAUTH_SECRET: "n".repeat(32) });
  for (const key of [from, to]) expect(unsealWithAny(seal("bí mật", key, "a"), keys, "a")).toBe("bí mật");
  expect(() => unsealWithAny(seal("bí mật", "n".repeat(32), "a"), keys, "a")).toThrow();
});

it("says which key is missing or wrong", () => {
  expect(() => resealKeys({ SECRETS_KEY: to })).toThrow(/^SECRETS_KEY_OLD: is missing/);
  expect(() => resealKeys({ SECRETS_KEY_OLD: from })).toThrow(/^SECRETS_KEY: is missing/);
  expect(() => resealKeys({ SECRETS_KEY_OLD: from, SECRETS_KEY: "short" })).toThrow(/^SECRETS_KEY: must have 32/);
  expect(() => resealKeys({ SECRETS_KEY_OLD: to, SECRETS_KEY: to })).toThrow(/the same/);
  expect(resealKeys({ SECRETS_KEY_OLD: from, NEXTAUTH_SECRET: to })).toEqual({ from, to });
});

it("as a command: prints the counts, and ends with 1 where a secret opens with neither key", async () => {
  const run = (old: string) =>
    promisify(execFile)("npm", ["run", "-s", "db:reseal"], {
      env: { ...process.env, DATABASE_URL: url(), SECRETS_KEY: to, SECRETS_KEY_OLD: old },
    });
  await apps(2);
  await expect(run("sai".repeat(20))).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("2 open with neither"),
  });
  expect((await run(from)).stdout).toBe("2 secrets sealed anew, 0 were so already.\n");
  expect((await run(from)).stdout).toBe("0 secrets sealed anew, 2 were so already.\n");
});
