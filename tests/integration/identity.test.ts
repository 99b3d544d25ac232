import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { acceptInvitation, confirmSignUp } from "@/lib/identity/accept-commands";
import { disableUser } from "@/lib/identity/account-commands";
import { nobody, type Person } from "@/lib/identity/actor";
import type { Device } from "@/lib/identity/device";
import { inviteMember, resendInvitation, revokeInvitation } from "@/lib/identity/invitation-commands";
import { take } from "@/lib/identity/limit-commands";
import { accountMark, signInLimits } from "@/lib/identity/limits";
import { changeMemberRole, removeMember } from "@/lib/identity/member-commands";
import { changePassword, requestReset, resetPassword } from "@/lib/identity/password-commands";
import { actorOfSession } from "@/lib/identity/queries";
import { rejectRegistration, signUpEnterprise } from "@/lib/identity/registration-commands";
import { attemptSignIn, endSession, switchOrganisation } from "@/lib/identity/session-commands";
import {
  actorOf,
  createMember,
  createOrganisation,
  createStaff,
  createUser,
  testPassword,
} from "../factories/identity";

const now = new Date("2026-03-02T01:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const from = (address: string, device: Device | null = null) => ({ address, device, userAgent: "Test" });
const tryIn = (email: string, password: string, address: string, at = now, device: Device | null = null) =>
  attemptSignIn({ email, password }, from(address, device), { now: at });

/** The secret of the newest letter to an address, as its reader finds it. */
async function secretTo(address: string): Promise<string> {
  const mail = await db().mail.findFirstOrThrow({ where: { toAddress: address }, orderBy: { id: "desc" } });
  return mail.secret ?? "";
}

describe("sign-in", () => {
  it("opens a session for the right password, in any writing of the address", async () => {
    const user = await createUser();
    const result = await tryIn(user.email.toUpperCase(), testPassword, "192.0.2.1");
    if (!result.ok) throw new Error(result.code);
    const { actor } = await actorOfSession(result.value.sessionId, later(1));
    expect(actor).toMatchObject({ kind: "person", userId: user.id });
    expect((await actorOfSession(result.value.sessionId, later(31 * 24 * 60))).actor).toEqual(nobody);
  });

  it("answers unknown, wrong, disabled and without a password alike", async () => {
    const [user, closed, invited] = [
      await createUser(),
      await createUser(),
      await createUser({ withoutPassword: true }),
    ];
    await db().user.update({ where: { id: closed.id }, data: { disabledAt: now } });
    const answers = [
      await tryIn("khong-co@hezaworks.example", testPassword, "192.0.2.2"),
      await tryIn(user.email, "sai mật khẩu", "192.0.2.2"),
      await tryIn(closed.email, testPassword, "192.0.2.2"),
      await tryIn(invited.email, testPassword, "192.0.2.2"),
    ];
    for (const answer of answers) expect(answer).toEqual({ ok: false, code: "wrong_credentials" });
  });

  it("never writes a password into the trail", async () => {
    await tryIn("ai-do@hezaworks.example", "mật khẩu lộ ra đây", "192.0.2.3");
    expect(JSON.stringify((await db().auditEntry.findMany()).map(({ detail }) => detail))).not.toContain("lộ ra đây");
  });
});

describe("limits of sign-in", () => {
  it("stop a network at an account after ten failures, for a quarter of an hour", async () => {
    const { email } = await createUser();
    for (let i = 0; i < 10; i++)
      expect(await tryIn(email, "sai mật khẩu", `198.51.100.${i}`)).toMatchObject({ code: "wrong_credentials" });
    expect(await tryIn(email, testPassword, "198.51.100.77")).toMatchObject({ code: "too_many_attempts" });
    expect(await tryIn(email, testPassword, "203.0.113.5")).toMatchObject({ ok: true });
    expect(await tryIn(email, testPassword, "198.51.100.77", later(16))).toMatchObject({ ok: true });
  });

  it("give back what a success spent: a whole office signs in from one address", async () => {
    const user = await createUser();
    for (let i = 0; i < 15; i++)
      expect(await tryIn(user.email, testPassword, "203.0.113.40")).toMatchObject({ ok: true });
  });

  it("do not let an attacker lock the owner out, from however many networks he comes", async () => {
    const victim = await createUser();
    const known: Device = { id: "may-cua-chu", accounts: [accountMark(victim.email)] };
    // 100 failures from 100 networks empty what strangers may spend at this account.
    for (let i = 0; i < 98; i++) await take(signInLimits(victim.email, `10.${i}.1.1`, null), now);
    for (let i = 98; i < 100; i++) await tryIn(victim.email, "đoán mò thôi", `10.${i}.1.1`);
    expect(await tryIn(victim.email, testPassword, "10.200.1.1")).toMatchObject({ code: "too_many_attempts" });
    expect(await tryIn(victim.email, testPassword, "10.200.1.1", now, known)).toMatchObject({ ok: true });
    // A device known to another account is a stranger here.
    const other: Device = { id: "may-nguoi-khac", accounts: [accountMark("ai-khac@hezaworks.example")] };
    expect(await tryIn(victim.email, testPassword, "10.201.1.1", now, other)).toMatchObject({
      code: "too_many_attempts",
    });
    // On a new device the owner comes in by the reset link.
    await requestReset(nobody, { email: victim.email }, { now });
    const reset = { token: await secretTo(victim.email), password: "một mật khẩu mới tinh" };
    expect(await resetPassword(nobody, reset, { now: later(1) })).toMatchObject({ ok: true });
  });

  it("bind a known device too", async () => {
    const user = await createUser();
    const known: Device = { id: "may-bi-lay", accounts: [accountMark(user.email)] };
    for (let i = 0; i < 10; i++) await tryIn(user.email, "sai mật khẩu", "192.0.2.50", now, known);
    expect(await tryIn(user.email, testPassword, "192.0.2.50", now, known)).toMatchObject({
      code: "too_many_attempts",
    });
  });
});

describe("password and sessions", () => {
  it("a change ends the other sessions and keeps this one", async () => {
    const user = await createUser();
    const [here, elsewhere] = [await actorOf(user.id), await actorOf(user.id)];
    const at = new Date();
    const wrong = await changePassword(
      here,
      { currentPassword: "không phải", password: "bốn chuyến phà" },
      { now: at },
    );
    expect(wrong).toMatchObject({ fields: [{ path: ["currentPassword"], code: "passwordWrong" }] });
    const common = await changePassword(here, { currentPassword: testPassword, password: "matkhau123" }, { now: at });
    expect(common).toMatchObject({ fields: [{ path: ["password"], code: "passwordCommon" }] });
    expect(
      await changePassword(here, { currentPassword: testPassword, password: "bốn chuyến phà" }, { now: at }),
    ).toMatchObject({ ok: true, value: { ended: 1 } });
    expect((await actorOfSession(here.sessionId ?? "", at)).actor.kind).toBe("person");
    expect((await actorOfSession(elsewhere.sessionId ?? "", at)).actor).toEqual(nobody);
  });

  it("a reset works once, within the hour, and ends every session", async () => {
    const user = await createUser();
    const before = await actorOf(user.id);
    await requestReset(nobody, { email: user.email }, { now });
    const token = await secretTo(user.email);
    const password = "cam vàng nắng hạ";
    expect(await resetPassword(nobody, { token, password }, { now: later(61) })).toMatchObject({ code: "link_over" });
    const both = await Promise.all([
      resetPassword(nobody, { token, password }, { now: later(5) }),
      resetPassword(nobody, { token, password }, { now: later(5) }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect((await actorOfSession(before.sessionId ?? "", new Date())).actor).toEqual(nobody);
  });

  it("a reset of an unknown address answers the same and writes no letter", async () => {
    const count = await db().mail.count();
    expect(await requestReset(nobody, { email: "la@hezaworks.example" }, { now })).toEqual({ ok: true, value: null });
    expect(await db().mail.count()).toBe(count);
  });

  it("an account that is closed is out at once", async () => {
    const [admin, person] = [await createStaff("ADMIN"), await createStaff("OFFICE")];
    expect(await disableUser(admin, { userId: person.userId, version: 1 })).toMatchObject({ ok: true });
    expect((await actorOfSession(person.sessionId ?? "", new Date())).actor).toEqual(nobody);
    expect(await disableUser(admin, { userId: admin.userId, version: 1 })).toMatchObject({ code: "own_account" });
  });

  it("one ends only one's own sessions, and acts only for one's own organisations", async () => {
    const [own, group, foreign] = [
      await createOrganisation("ENTERPRISE"),
      await createOrganisation("ENTERPRISE"),
      await createOrganisation("ENTERPRISE"),
    ];
    const person = await createMember(own.id, "OWNER");
    await db().membership.create({ data: { userId: person.userId, organisationId: group.id, role: "MEMBER" } });
    expect(await switchOrganisation(person, { organisationId: group.id })).toMatchObject({ ok: true });
    const { actor } = await actorOfSession(person.sessionId ?? "", new Date());
    expect(actor).toMatchObject({ organisation: { id: group.id, role: "MEMBER" } });
    expect(await switchOrganisation(person, { organisationId: foreign.id })).toMatchObject({ code: "not_found" });
    const other = await createMember(foreign.id);
    expect(await endSession(person, { sessionId: other.sessionId })).toMatchObject({ code: "not_found" });
  });
});

describe("invitations and members", () => {
  let owner: Person;
  let organisationId: number;
  beforeAll(async () => {
    organisationId = (await createOrganisation("ENTERPRISE")).id;
    owner = await createMember(organisationId, "OWNER");
  });
  const invite = async (email: string, role: "OWNER" | "MEMBER" = "MEMBER") => {
    const result = await inviteMember(owner, { email, role, locale: "vi" }, { now });
    if (!result.ok) throw new Error(result.code);
    return { id: result.value.invitationId, token: await secretTo(email) };
  };
  const account = { fullName: "Lê Người Mới", password: "bốn chuyến phà qua sông", locale: "vi" };

  it("a new person sets name and password and is in, once", async () => {
    const { token } = await invite("moi@hezaworks.example");
    const weak = await acceptInvitation(nobody, { ...account, token, password: "matkhau123" }, { now: later(1) });
    expect(weak).toMatchObject({ fields: [{ code: "passwordCommon" }] });
    const both = await Promise.all([
      acceptInvitation(nobody, { ...account, token }, { now: later(1) }),
      acceptInvitation(nobody, { ...account, token }, { now: later(1) }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => one.ok)).toMatchObject({ value: { workplace: "ENTERPRISE" } });
    expect(both.find((one) => !one.ok)).toMatchObject({ code: "link_over" });
    expect(await acceptInvitation(nobody, { ...account, token }, { now: later(2) })).toMatchObject({
      code: "link_over",
    });
  });

  it("an account that exists joins with its own password only", async () => {
    const user = await createUser();
    const { token } = await invite(user.email);
    const wrong = await acceptInvitation(nobody, { ...account, token }, { now: later(1) });
    expect(wrong).toMatchObject({ fields: [{ path: ["password"], code: "passwordWrong" }] });
    const right = await acceptInvitation(nobody, { token, password: testPassword, locale: "vi" }, { now: later(1) });
    expect(right).toMatchObject({ ok: true });
  });

  it("is over after seven days, when taken back, and when sent again", async () => {
    const late = await invite("cham@hezaworks.example");
    const week = later(7 * 24 * 60 + 1);
    expect(await acceptInvitation(nobody, { ...account, token: late.token }, { now: week })).toMatchObject({
      code: "link_over",
    });
    const first = await invite("gui-lai@hezaworks.example");
    expect(await resendInvitation(owner, { invitationId: first.id }, { now })).toMatchObject({ ok: true });
    const second = await secretTo("gui-lai@hezaworks.example");
    expect(second).not.toBe(first.token);
    expect(await acceptInvitation(nobody, { ...account, token: first.token }, { now })).toMatchObject({
      code: "link_over",
    });
    const taken = await invite("thu-hoi@hezaworks.example");
    await revokeInvitation(owner, { invitationId: taken.id }, { now });
    expect(await acceptInvitation(nobody, { ...account, token: taken.token }, { now })).toMatchObject({
      code: "link_over",
    });
  });

  it("staff of HEZA never act for an enterprise as well", async () => {
    const officer = await createStaff("LABOUR_OFFICER");
    const { token } = await invite(officer.email);
    const result = await acceptInvitation(officer, { token, locale: "vi" }, { now });
    expect(result).toMatchObject({ code: "other_kind" });
  });

  it("always leaves an owner, even when two go at the same instant", async () => {
    const shared = await createOrganisation("SCHOOL");
    const [one, two] = [await createMember(shared.id, "OWNER"), await createMember(shared.id, "OWNER")];
    const of = async (person: Person) =>
      (await db().membership.findFirstOrThrow({ where: { userId: person.userId } })).id;
    const answers = await Promise.all([
      changeMemberRole(one, { membershipId: await of(one), role: "MEMBER" }),
      removeMember(two, { membershipId: await of(two) }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: "last_owner" });
    expect(await db().membership.count({ where: { organisationId: shared.id, role: "OWNER" } })).toBe(1);
  });
});

describe("registration of an enterprise", () => {
  const form = {
    taxCode: "0100 109 106",
    nameVi: "Công ty TNHH Hoa Gạo Thử Nghiệm",
    fullName: "Đỗ Hoa Gạo",
    phone: "0225 3 000 000",
    locale: "vi",
  };
  const account = { password: "bốn chuyến phà qua sông", locale: "vi" };

  it("says nothing of whether address or code are known, and reaches staff only once the address is confirmed", async () => {
    const user = await createUser();
    const answers = [
      await signUpEnterprise(nobody, { ...form, email: user.email }, { now }),
      await signUpEnterprise(nobody, { ...form, email: "hoa-gao@hezaworks.example" }, { now }),
    ];
    expect(answers).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await db().enterpriseRegistration.count()).toBe(0);
    const token = await secretTo("hoa-gao@hezaworks.example");
    expect(await confirmSignUp(nobody, { ...account, token }, { now: later(5) })).toMatchObject({ ok: true });
    expect(await confirmSignUp(nobody, { ...account, token }, { now: later(6) })).toMatchObject({ code: "link_over" });
    expect(await db().enterpriseRegistration.findMany()).toMatchObject([{ taxCode: "0100109106", status: "PENDING" }]);
  });

  it("refuses a code whose check digit is wrong, at its field", async () => {
    const result = await signUpEnterprise(nobody, { ...form, taxCode: "0100109105", email: "a@hezaworks.example" });
    expect(result).toMatchObject({ fields: [{ path: ["taxCode"], code: "taxCode" }] });
  });

  it("is rejected with a reason, by mail, once", async () => {
    const officer = await createStaff("LABOUR_OFFICER");
    const open = await db().enterpriseRegistration.findFirstOrThrow({ include: { applicant: true } });
    const reason = "Tên không khớp giấy chứng nhận.";
    const judge = () => rejectRegistration(officer, { registrationId: open.id, version: 1, reason }, { now });
    expect(await judge()).toMatchObject({ ok: true });
    expect(await judge()).toMatchObject({ code: "not_allowed_now" });
    const mail = await db().mail.findFirstOrThrow({
      where: { toAddress: open.applicant.email },
      orderBy: { id: "desc" },
    });
    expect(mail.text).toContain(reason);
  });
});
