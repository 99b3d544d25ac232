import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { nobody, type Person } from "@/lib/identity/actor";
import { codeAt } from "@/lib/identity/one-time-code";
import { actorOfSession } from "@/lib/identity/queries";
import { seal, unseal } from "@/lib/identity/sealed";
import {
  attemptSecondStep,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  requireSecondFactor,
  resetSecondFactor,
  startSecondFactor,
} from "@/lib/identity/second-factor-commands";
import { ownSecondFactor } from "@/lib/identity/second-factor-queries";
import { attemptSignIn } from "@/lib/identity/session-commands";
import { actorOf, createSession, createStaff, createUser, testPassword } from "../factories/identity";

const now = new Date("2026-03-02T01:00:10Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const stranger = (address: string) => ({ address, device: null, userAgent: "Test" });

/** Turns it on, as a person does with an app in the hand. */
async function enrol(person: Person, at = now): Promise<{ secret: string; codes: string[] }> {
  expect(await startSecondFactor(person, { currentPassword: testPassword }, { now: at })).toMatchObject({ ok: true });
  const begun = await ownSecondFactor(person);
  if (begun.state !== "started") throw new Error(begun.state);
  const { secret } = begun;
  const wrong = codeAt(secret, at) === "000000" ? "000001" : "000000";
  expect(await confirmSecondFactor(person, { token: wrong }, { now: at })).toMatchObject({ code: "invalid_input" });
  const result = await confirmSecondFactor(person, { token: codeAt(secret, at) }, { now: at });
  if (!result.ok) throw new Error(result.code);
  return { secret, codes: result.value.recovery.split("\n") };
}

async function passwordStep(email: string, at: Date, address = "192.0.2.10"): Promise<string> {
  const result = await attemptSignIn({ email, password: testPassword }, stranger(address), { now: at });
  if (!result.ok) throw new Error(result.code);
  expect(result.value.awaitsSecondStep).toBe(true);
  return result.value.sessionId;
}

async function enrolled() {
  const user = await createUser();
  const person = await actorOf(user.id);
  return { email: user.email, person, ...(await enrol(person)) };
}

const step = (sessionId: string, email: string, token: string, at: Date, address = "192.0.2.10") =>
  attemptSecondStep({ sessionId, email, token }, stranger(address), { now: at });

describe("the second step", () => {
  it("is asked after the password: the session opens nothing before the code", async () => {
    const { email, secret, person } = await enrolled();
    const sessionId = await passwordStep(email, later(60));
    expect((await actorOfSession(sessionId, later(61))).actor).toEqual(nobody);
    expect(await step(sessionId, email, codeAt(secret, later(60)), later(62))).toMatchObject({ ok: true });
    expect((await actorOfSession(sessionId, later(86_400 * 20))).actor).toMatchObject({ userId: person.userId });
  });

  it("waits ten minutes", async () => {
    const { email, secret } = await enrolled();
    const sessionId = await passwordStep(email, later(60));
    expect(await step(sessionId, email, codeAt(secret, later(720)), later(720))).toMatchObject({
      code: "second_step_over",
    });
  });

  it("takes a code once, be it by two at the same instant; the code that turned it on counts as used", async () => {
    const { email, secret } = await enrolled();
    const first = await passwordStep(email, later(1));
    expect(await step(first, email, codeAt(secret, now), later(2))).toMatchObject({ code: "invalid_input" });
    const [a, b] = [await passwordStep(email, later(90)), await passwordStep(email, later(90))];
    const code = codeAt(secret, later(90));
    const results = await Promise.all([step(a, email, code, later(91)), step(b, email, code, later(91))]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it("takes the code of the step before and after, and none farther away", async () => {
    const { email, secret } = await enrolled();
    const sessionId = await passwordStep(email, later(300));
    for (const off of [-90, 90])
      expect((await step(sessionId, email, codeAt(secret, later(300 + off)), later(300))).ok).toBe(false);
    expect((await step(sessionId, email, codeAt(secret, later(330)), later(300))).ok).toBe(true);
  });

  it("takes each of ten recovery codes once, however it is written", async () => {
    const { email, codes, person } = await enrolled();
    expect(new Set(codes).size).toBe(10);
    const first = await passwordStep(email, later(60));
    const written = ` ${(codes[3] ?? "").toUpperCase().replace("-", " ")} `;
    expect((await step(first, email, written, later(61))).ok).toBe(true);
    const second = await passwordStep(email, later(70));
    expect((await step(second, email, codes[3] ?? "", later(71))).ok).toBe(false);
    expect((await step(second, email, codes[4] ?? "", later(72))).ok).toBe(true);
    expect(await ownSecondFactor(person)).toMatchObject({ state: "on", recoveryLeft: 8 });
    const stored = JSON.stringify(await db().recoveryCode.findMany({ where: { userId: person.userId } }));
    for (const code of codes) expect(stored).not.toContain(code);
  });

  it("cannot be guessed by new tries of the password, and a known device is not locked out by strangers", async () => {
    const { email, secret } = await enrolled();
    let refused = 0;
    for (let tries = 0; tries < 12; tries++) {
      const sessionId = await passwordStep(email, later(60));
      const result = await step(sessionId, email, "abc", later(60));
      if (!result.ok && result.code === "too_many_attempts") refused++;
    }
    expect(refused).toBe(2);
    const sessionId = await passwordStep(email, later(60));
    const { accountMark } = await import("@/lib/identity/limits");
    const from = { ...stranger("192.0.2.10"), device: { id: "nha", accounts: [accountMark(email)] } };
    const token = codeAt(secret, later(60));
    expect(await attemptSecondStep({ sessionId, email, token }, from, { now: later(61) })).toMatchObject({ ok: true });
  });

  it("ends the other sessions when it is turned on, and is turned off only by a code", async () => {
    const user = await createUser();
    const person = await actorOf(user.id);
    const elsewhere = await createSession(user.id, undefined, now);
    const { secret } = await enrol(person);
    expect((await actorOfSession(elsewhere, now)).actor).toEqual(nobody);
    expect((await removeSecondFactor(person, { token: "000 000" }, { now: later(60) })).ok).toBe(false);
    expect((await removeSecondFactor(person, { token: codeAt(secret, later(60)) }, { now: later(60) })).ok).toBe(true);
    expect(await ownSecondFactor(person)).toEqual({ state: "none" });
  });

  it("gives new recovery codes for a code, never for less: the old ones are void, also when two ask at once", async () => {
    const { email, secret, codes, person } = await enrolled();
    for (const token of ["000 000", testPassword])
      expect(await renewRecoveryCodes(person, { token }, { now: later(60) })).toMatchObject({ code: "invalid_input" });
    const renewed = await renewRecoveryCodes(person, { token: codeAt(secret, later(60)) }, { now: later(60) });
    if (!renewed.ok) throw new Error(renewed.code);
    const fresh = renewed.value.recovery.split("\n");
    expect(new Set([...fresh, ...codes]).size).toBe(20);
    const sessionId = await passwordStep(email, later(70));
    expect((await step(sessionId, email, codes[0] ?? "", later(71))).ok).toBe(false);
    expect((await step(sessionId, email, fresh[0] ?? "", later(72))).ok).toBe(true);
    // Two of the remaining codes at the same instant: ten are in force afterwards, and the later of the two is void.
    const [one, other] = [fresh[1] ?? "", fresh[2] ?? ""];
    const both = await Promise.all(
      [one, other].map((token) => renewRecoveryCodes(person, { token }, { now: later(80) })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await ownSecondFactor(person)).toMatchObject({ state: "on", recoveryLeft: 10 });
  });

  it("has no recovery codes to renew before it is on", async () => {
    const person = await actorOf((await createUser()).id);
    expect(await renewRecoveryCodes(person, { token: "123456" }, { now })).toMatchObject({ code: "not_allowed_now" });
    await startSecondFactor(person, { currentPassword: testPassword }, { now });
    expect(await renewRecoveryCodes(person, { token: "123456" }, { now })).toMatchObject({ code: "not_allowed_now" });
  });

  it("leaves neither secret nor code in the trail or readable in the database", async () => {
    const { secret, codes, person } = await enrolled();
    const rows = await db().auditEntry.findMany({ where: { userId: person.userId } });
    const { sealed } = await db().secondFactor.findUniqueOrThrow({ where: { userId: person.userId } });
    const text = JSON.stringify(rows.map(({ detail }) => detail)) + sealed;
    for (const hidden of [secret, codes[0] ?? "", codeAt(secret, now)]) expect(text).not.toContain(hidden);
  });
});

describe("of staff", () => {
  it("an administrator requires it: who has none is no staff until it is set up; takes a lost one away", async () => {
    const [admin, officer] = [await createStaff("ADMIN"), await createStaff("OFFICE")];
    expect(await requireSecondFactor(admin, { required: "true" }, { now })).toMatchObject({
      code: "second_factor_first",
    });
    const { secret } = await enrol(admin);
    expect((await requireSecondFactor(admin, { required: "true" }, { now })).ok).toBe(true);
    const seen = async (person: Person) => (await actorOfSession(person.sessionId ?? "", new Date())).actor;
    expect(await seen(officer)).toMatchObject({ staffRole: null, mustEnrol: true });
    expect(await seen(admin)).toMatchObject({ staffRole: "ADMIN" });
    await enrol(officer);
    expect(await seen(officer)).toMatchObject({ staffRole: "OFFICE" });
    expect(await removeSecondFactor(admin, { token: codeAt(secret, later(60)) }, { now: later(60) })).toMatchObject({
      code: "second_factor_required",
    });
    expect((await resetSecondFactor(admin, { userId: officer.userId }, { now: later(70) })).ok).toBe(true);
    expect(await seen(officer)).toEqual(nobody);
    expect(await ownSecondFactor(officer)).toEqual({ state: "none" });
    expect((await requireSecondFactor(admin, { required: "false" }, { now })).ok).toBe(true);
  });
});

it("what is sealed opens only whole, in its place and with its key", () => {
  const sealed = seal("bí mật", "k".repeat(32), "a");
  expect(unseal(sealed, "k".repeat(32), "a")).toBe("bí mật");
  expect(() => unseal(sealed, "k".repeat(32), "b")).toThrow();
  expect(() => unseal(sealed, "l".repeat(32), "a")).toThrow();
  expect(() => unseal(`${sealed.slice(0, -2)}AA`, "k".repeat(32), "a")).toThrow();
});
