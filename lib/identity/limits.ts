import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Device } from "./device";

/** At most `times` in `minutes`, counted under a key. */
export type Budget = { times: number; minutes: number };
export type Limit = { key: string; budget: Budget };

/**
 * Failed sign-ins. A stranger's device spends from three budgets: its address, the account from its network, and the
 * account from all strangers together. A device that has signed in to the account before spends only from its own, so an
 * attacker who empties the others has not locked the owner out; on a new device the owner comes in by the reset link,
 * which makes that device known.
 */
const signInBudgets = {
  address: { times: 50, minutes: 15 },
  accountFromNetwork: { times: 10, minutes: 15 },
  accountFromStrangers: { times: 100, minutes: 60 },
  device: { times: 10, minutes: 15 },
} satisfies Record<string, Budget>;

/** Of a million codes three are right at a time: at this pace a guess takes years. */
const secondStepFromStrangers: Budget = { times: 20, minutes: 60 };

const mailBudgets = {
  /** Letters to one address on somebody's request: nobody's letter box is flooded. */
  toAddress: { times: 3, minutes: 60 },
  fromAddress: { times: 20, minutes: 60 },
} satisfies Record<string, Budget>;

const apiBudgets = {
  /** Requests of one key. */
  key: { times: 240, minutes: 1 },
  /** Readings of open data from one address, which may be a whole school's; what a cache answers does not count. */
  open: { times: 600, minutes: 1 },
  /** Requests from one address with a key that is none. */
  wrongKey: { times: 60, minutes: 15 },
  /** Readings of one calendar; programs ask every few minutes at most, on a few devices. */
  feed: { times: 60, minutes: 15 },
} satisfies Record<string, Budget>;

const registrationBudgets = {
  /** People behind one address: a factory's whole canteen has one. */
  fromAddress: { times: 60, minutes: 60 },
  /** Registrations through one link. */
  link: { times: 500, minutes: 60 },
} satisfies Record<string, Budget>;

const short = (text: string) => createHash("sha256").update(text.trim().toLowerCase()).digest("base64url").slice(0, 22);

/** The network of an address: /24 of IPv4, /48 of IPv6; what one subscriber or one company has. */
export function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (four) return `${four[1]}.0/24`;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const behind = tail === undefined || tail === "" ? 0 : tail.split(":").length;
  const full = tail === undefined ? groups : [...groups, ...Array(8 - groups.length - behind).fill("0")];
  return `${full
    .slice(0, 3)
    .map((group) => group || "0")
    .join(":")}::/48`;
}

/** What a sign-in with this address for this account spends from. */
export function signInLimits(email: string, address: string, device: Device | null): Limit[] {
  const account = short(email);
  if (device?.accounts.includes(accountMark(email)))
    return [{ key: `sign-in:device:${device.id}:${account}`, budget: signInBudgets.device }];
  return [
    { key: `sign-in:address:${short(address)}`, budget: signInBudgets.address },
    { key: `sign-in:network:${account}:${short(networkOf(address))}`, budget: signInBudgets.accountFromNetwork },
    { key: `sign-in:account:${account}`, budget: signInBudgets.accountFromStrangers },
  ];
}

/** What a try of a sign-in's second step spends from; not given back with a new try of the password. */
export function secondStepLimits(email: string, address: string, device: Device | null): Limit[] {
  const account = short(email);
  if (device?.accounts.includes(accountMark(email)))
    return [{ key: `second-step:device:${device.id}:${account}`, budget: signInBudgets.device }];
  return [
    { key: `second-step:network:${account}:${short(networkOf(address))}`, budget: signInBudgets.accountFromNetwork },
    { key: `second-step:account:${account}`, budget: secondStepFromStrangers },
  ];
}

/** What a stranger's wish for a letter (reset, registration) spends from. */
export const letterLimits = (purpose: string, email: string, address: string): Limit[] => [
  { key: `${purpose}:from:${short(address)}`, budget: mailBudgets.fromAddress },
  { key: `${purpose}:to:${short(email)}`, budget: mailBudgets.toAddress },
];

/** What a sign-in with the state's login spends from when it is begun: each asks the provider something. */
export const stateLoginLimits = (address: string): Limit[] => [
  { key: `state-login:address:${short(address)}`, budget: signInBudgets.address },
];

/** What a request with a key of an enterprise spends from. */
export const keyLimits = (keyId: number): Limit[] => [{ key: `api:key:${keyId}`, budget: apiBudgets.key }];

/** What a reading of open data spends from; without a limit the contract could not promise one. */
export const openLimits = (address: string): Limit[] => [
  { key: `api:open:${short(address)}`, budget: apiBudgets.open },
];
/** How many readings of open data one address has, in so many minutes. */
export const openBudget: Readonly<Budget> = apiBudgets.open;

/** What a request with a key that does not exist (any more) spends from. */
export const wrongKeyLimits = (address: string): Limit[] => [
  { key: `api:wrong:${short(address)}`, budget: apiBudgets.wrongKey },
];

/** What a reading of somebody's calendar spends from. */
export const feedLimits = (userId: number): Limit[] => [{ key: `feed:${userId}`, budget: apiBudgets.feed }];

/** What asking for a calendar that does not exist spends from. */
export const wrongFeedLimits = (address: string): Limit[] => [
  { key: `feed:wrong:${short(address)}`, budget: apiBudgets.wrongKey },
];

/** What somebody who registers to learn, through an organisation's link, spends from. */
export const registrationLimits = (code: string, address: string): Limit[] => [
  { key: `training:address:${short(address)}`, budget: registrationBudgets.fromAddress },
  { key: `training:link:${short(code)}`, budget: registrationBudgets.link },
];

/** How a device's cookie names an account: enough to recognise it, not enough to read an address from it. */
export const accountMark = (email: string): string => short(`account ${email.trim().toLowerCase()}`).slice(0, 12);
