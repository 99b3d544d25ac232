import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { newSecret } from "@/lib/identity/one-time-code";
import { seal, unseal, unsealWithAny } from "@/lib/identity/sealed";
import { knownSecretsKeys, secondFactorPurpose } from "@/lib/identity/second-factor";
import { resealKeys, resealSecrets } from "@/lib/runtime/reseal";
import { createUser } from "../factories/identity";

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

beforeEach(async () => void (await db().secondFactor.deleteMany()));

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
