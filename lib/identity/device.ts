import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** A browser that has signed in before, and to which accounts (their marks). Names a budget, opens nothing. */
export type Device = { id: string; accounts: string[] };

const mostAccounts = 8;

const signature = (body: string, secret: string) =>
  createHmac("sha256", `device ${secret}`).update(body).digest("base64url");

/** The device of a signed cookie; null without one or with a forged one. */
export function readDevice(cookie: string | undefined, secret: string): Device | null {
  const [id, accounts, signed] = cookie?.split(".") ?? [];
  if (!id || !accounts || !signed) return null;
  const expected = Buffer.from(signature(`${id}.${accounts}`, secret));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { id, accounts: accounts.split(",") };
}

/** The cookie of a device that has just signed in to `account`; the last eight accounts are kept. */
export function writeDevice(device: Device | null, account: string, secret: string): string {
  const id = device?.id ?? randomBytes(12).toString("base64url");
  const accounts = [account, ...(device?.accounts ?? []).filter((other) => other !== account)].slice(0, mostAccounts);
  const body = `${id}.${accounts.join(",")}`;
  return `${body}.${signature(body, secret)}`;
}
