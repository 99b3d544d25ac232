import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { disableUser } from "@/lib/identity/account-commands";
import { nobody } from "@/lib/identity/actor";
import { identityHash } from "@/lib/identity/external-identity";
import {
  bindIdentity,
  resetIdentity,
  signInByIdentity,
  startBinding,
  unbindIdentity,
} from "@/lib/identity/external-identity-commands";
import { ownIdentity } from "@/lib/identity/external-identity-queries";
import { requestReset, resetPassword } from "@/lib/identity/password-commands";
import { actorOfSession } from "@/lib/identity/queries";
import { endSession } from "@/lib/identity/session-commands";
import { actorOf, createStaff, createUser, testPassword } from "../factories/identity";

const now = new Date("2026-03-02T01:00:00Z");
const issuer = "https://dang-nhap.example.vn";
let people = 0;
const someone = () => ({ issuer, subjectHash: identityHash({ issuer, subject: `012345678${++people}` }) });
const signIn = (identity: ReturnType<typeof someone>) =>
  signInByIdentity(nobody, { ...identity, userAgent: "Test" }, { now });

async function bound() {
  const [user, identity] = [await createUser(), someone()];
  const person = await actorOf(user.id);
  expect(await bindIdentity(person, { ...identity, label: "Bưởi Năm Roi" }, { now })).toMatchObject({ ok: true });
  return { user, person, identity };
}

describe("sign-in with the state's login", () => {
  it("opens a session like any other for the account that is bound", async () => {
    const { person, identity } = await bound();
    const result = await signIn(identity);
    if (!result.ok) throw new Error(result.code);
    const { sessionId, awaitsSecondStep } = result.value;
    expect(awaitsSecondStep).toBe(false);
    expect((await actorOfSession(sessionId, now)).actor).toMatchObject({ userId: person.userId });
    expect(await ownIdentity(person.userId, issuer)).toMatchObject({ label: "Bưởi Năm Roi", lastUsedAt: now });
    expect((await endSession(person, { sessionId }, { now })).ok).toBe(true);
    expect((await actorOfSession(sessionId, now)).actor).toEqual(nobody);
  });

  it("knows nobody who is not bound, makes no account, and compares no addresses", async () => {
    const before = await db().user.count();
    expect(await signIn(someone())).toEqual({ ok: false, code: "identity_unknown" });
    const { identity } = await bound();
    const elsewhere = "https://dang-nhap.khac.example";
    expect(await signIn({ ...identity, issuer: elsewhere })).toEqual({ ok: false, code: "identity_unknown" });
    expect(await db().user.count()).toBe(before + 1);
  });

  it("waits for the second step where the account has one", async () => {
    const { user, identity } = await bound();
    await db().secondFactor.create({ data: { userId: user.id, sealed: "v1.x", confirmedAt: now } });
    const result = await signIn(identity);
    if (!result.ok) throw new Error(result.code);
    expect(result.value.awaitsSecondStep).toBe(true);
    expect((await actorOfSession(result.value.sessionId, now)).actor).toEqual(nobody);
  });

  it("does not open a closed account, and says of it what it says of a stranger", async () => {
    const { user, identity } = await bound();
    await createStaff("ADMIN");
    expect((await disableUser(await createStaff("ADMIN"), { userId: user.id, version: 1 }, { now })).ok).toBe(true);
    expect(await signIn(identity)).toEqual({ ok: false, code: "identity_unknown" });
  });
});

describe("binding", () => {
  it("begins with the password", async () => {
    const person = await actorOf((await createUser()).id);
    const wrong = await startBinding(person, { currentPassword: "sai" }, { now });
    expect(wrong).toMatchObject({ fields: [{ path: ["currentPassword"], code: "passwordWrong" }] });
    expect((await startBinding(person, { currentPassword: testPassword }, { now })).ok).toBe(true);
  });

  it("gives an identity one account and an account one identity, also at the same instant", async () => {
    const identity = { ...someone(), label: null };
    const [one, other] = [await actorOf((await createUser()).id), await actorOf((await createUser()).id)];
    const both = await Promise.all([bindIdentity(one, identity, { now }), bindIdentity(other, identity, { now })]);
    expect(both.map((result) => (result.ok ? "ok" : result.code)).sort()).toEqual(["identity_taken", "ok"]);
    const winner = both[0]?.ok ? one : other;
    expect((await bindIdentity(winner, identity, { now })).ok).toBe(true); // the same once more: nothing to do
    const second = { ...someone(), label: null };
    expect(await bindIdentity(winner, second, { now })).toMatchObject({ code: "identity_other" });
  });

  it("ends when its owner says so, and when the password is set anew by letter", async () => {
    const { person, identity } = await bound();
    expect((await unbindIdentity(person, {}, { now })).ok).toBe(true);
    expect(await signIn(identity)).toMatchObject({ code: "identity_unknown" });
    expect(await unbindIdentity(person, {}, { now })).toMatchObject({ code: "not_found" });

    const again = await bound();
    await requestReset(nobody, { email: again.user.email }, { now });
    const { secret } = await db().mail.findFirstOrThrow({ where: { toAddress: again.user.email } });
    const reset = { token: secret, password: "một mật khẩu rất khác", userAgent: "Test" };
    expect((await resetPassword(nobody, reset, { now })).ok).toBe(true);
    expect(await signIn(again.identity)).toMatchObject({ code: "identity_unknown" });
  });

  it("ends when an administrator says so, with all sessions; of an account without one there is nothing to end", async () => {
    const { user, identity } = await bound();
    const opened = await signIn(identity);
    if (!opened.ok) throw new Error(opened.code);
    const admin = await createStaff("ADMIN");
    expect(await resetIdentity(admin, { userId: user.id }, { now })).toMatchObject({ ok: true });
    expect((await actorOfSession(opened.value.sessionId, now)).actor).toEqual(nobody);
    expect(await signIn(identity)).toMatchObject({ code: "identity_unknown" });
    expect(await resetIdentity(admin, { userId: user.id }, { now })).toMatchObject({ code: "not_found" });
  });

  it("stands in the trail, without what the provider calls the person", async () => {
    const subject = "031099123456";
    const person = await actorOf((await createUser()).id);
    const identity = { issuer, subjectHash: identityHash({ issuer, subject }) };
    await bindIdentity(person, { ...identity, label: null }, { now });
    await signIn(identity);
    const rows = await db().auditEntry.findMany({ where: { subjectType: "user", subjectId: String(person.userId) } });
    expect(rows.map(({ command }) => command).sort()).toEqual(["identity.bindIdentity", "identity.signInByIdentity"]);
    expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toContain(subject);
  });
});
