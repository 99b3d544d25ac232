import { cookies, headers } from "next/headers";
import { env } from "@/lib/config/env";
import { readDevice, writeDevice } from "@/lib/identity/device";
import { accountMark } from "@/lib/identity/limits";
import type { Whence } from "@/lib/identity/session-commands";
import { clientAddressHeader } from "./request-facts";

const deviceCookie = "heza-device";
const twoYears = 2 * 365 * 86_400;

const secure = () => env().PUBLIC_URL.startsWith("https:");

/** Whence the request comes, for the limits on attempts. */
export async function whence(): Promise<Whence> {
  const [head, jar] = [await headers(), await cookies()];
  return {
    address: head.get(clientAddressHeader) ?? "unknown",
    device: readDevice(jar.get(deviceCookie)?.value, env().NEXTAUTH_SECRET),
    userAgent: head.get("user-agent") ?? undefined,
  };
}

/** Remembers that this browser has signed in to the account, so that strangers' failures do not count against it. */
export async function rememberDevice(email: string): Promise<void> {
  const jar = await cookies();
  const { NEXTAUTH_SECRET } = env();
  const device = readDevice(jar.get(deviceCookie)?.value, NEXTAUTH_SECRET);
  jar.set(deviceCookie, writeDevice(device, accountMark(email), NEXTAUTH_SECRET), {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    maxAge: twoYears,
  });
}
