import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { nobody, type Person, system } from "@/lib/identity/actor";
import {
  closeLink,
  confirmRegistrations,
  createLink,
  declineRegistrations,
  eraseRegistrations,
  register,
  withdraw,
} from "@/lib/subsidies/registration-commands";
import { registrationOfToken, registrationPage } from "@/lib/subsidies/registration-queries";
import { createMember, createOrganisation } from "../factories/identity";
import { aLink, invalidPlaceId, onRoster, policyOfTest, registrationInput } from "../factories/roster";

const now = new Date("2026-11-20T03:00:00Z");
let one: Person;
let other: Person;
const idOf = (actor: Person) => actor.organisation?.id ?? 0;

beforeEach(async () => {
  await db().selfRegistration.deleteMany();
  await policyOfTest();
  one = await createMember((await createOrganisation("ENTERPRISE", "Công ty Mẫu")).id);
  other = await createMember((await createOrganisation("ENTERPRISE")).id);
});

async function registered(actor: Person, more: object = {}) {
  const link = await aLink(actor);
  const result = await register(nobody, registrationInput(link.code, more), { now });
  if (!result.ok) throw new Error(JSON.stringify(result));
  const row = await db().selfRegistration.findFirstOrThrow({ where: { linkId: link.id } });
  return { token: result.value.token, row, link };
}

describe("who registers themselves", () => {
  it("sees the state by a private link that tells no ID, and keeps the words of the consent", async () => {
    const personId = invalidPlaceId();
    const { token, row } = await registered(one, { personId });
    const status = await registrationOfToken(token);
    expect(status).toMatchObject({ state: "WAITING", fullName: "Phạm Thị Mẫu" });
    expect(status?.consentText).toContain("Công ty Mẫu");
    expect(status?.consentText).toContain("91/2025/QH15");
    expect(JSON.stringify([status, row])).not.toContain(personId);
    expect(JSON.stringify(await registrationPage(idOf(one), "WAITING", 1))).not.toContain(personId);
    expect(JSON.stringify(await db().selfRegistration.findMany())).not.toContain(token);
    expect(await registrationOfToken(`${token}x`)).toBeNull();
  });

  it("waits once, and may take it back", async () => {
    const personId = invalidPlaceId();
    const { token, link } = await registered(one, { personId });
    const again = () => register(nobody, registrationInput(link.code, { personId }), { now });
    expect(await again()).toMatchObject({ code: "already_waiting" });
    expect(await withdraw(nobody, { token }, { now })).toMatchObject({ ok: true });
    expect(await withdraw(nobody, { token }, { now })).toMatchObject({ code: "not_allowed_now" });
    const many = await Promise.all([again(), again(), again()]);
    expect(many.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is told what is wrong at its field, and that a link is over", async () => {
    const { link } = await registered(one);
    const problems = async (more: object) => {
      const result = await register(nobody, registrationInput(link.code, more), { now });
      return result.ok ? [] : (result.fields ?? []).map(({ path, code }) => `${path.join(".")}: ${code}`);
    };
    expect(await problems({ consent: undefined })).toEqual(["consent: required"]);
    expect(await problems({ consent: "no" })).toEqual(["consent: consent"]);
    expect(await problems({ personId: "123" })).toEqual(["personId: personId"]);
    expect(await problems({ occupationCode: "nghe-khong-co" })).toEqual(["occupationCode: choice"]);
    expect(await problems({ birthDate: "2027-01-01" })).toEqual(["birthDate: birthDate"]);
    expect(await closeLink(one, { id: link.id, version: 1 })).toMatchObject({ ok: true });
    expect(await register(nobody, registrationInput(link.code), { now })).toMatchObject({ code: "link_over" });
  });
});

describe("an organisation", () => {
  it("confirms many at once: new ones come on the roster, known ones are joined", async () => {
    const personId = invalidPlaceId();
    const entry = await onRoster(one, { personId, phone: "", job: "Thợ điện" });
    const [fresh, known, gone] = [await registered(one), await registered(one, { personId }), await registered(one)];
    await withdraw(nobody, { token: gone.token }, { now });
    const ids = [fresh.row.id, known.row.id, gone.row.id];
    expect(await confirmRegistrations(one, { ids: [...ids, (await registered(other)).row.id] })).toMatchObject({
      code: "not_found",
    });
    const result = await confirmRegistrations(one, { ids }, { now });
    expect(result).toMatchObject({
      value: {
        outcomes: [
          { id: fresh.row.id, outcome: "entered" },
          { id: known.row.id, outcome: "joined" },
          { id: gone.row.id, outcome: "over" },
        ],
      },
    });
    const made = await db().selfRegistration.findUniqueOrThrow({
      where: { id: fresh.row.id },
      include: { rosterEntry: { include: { beneficiary: true } } },
    });
    expect(made.rosterEntry).toMatchObject({ source: "REGISTERED", fullName: "Phạm Thị Mẫu", kind: "WORKER" });
    // The seal is bound to the registration's reference, which the person takes over.
    expect(made.rosterEntry?.beneficiary).toMatchObject({ ref: made.ref, idSealed: made.idSealed });
    expect(await db().rosterEntry.findUniqueOrThrow({ where: { id: entry.id } })).toMatchObject({
      phone: "0912 000 111",
      job: "Thợ điện",
    });
    expect(await db().rosterEntry.count({ where: { organisationId: idOf(one) } })).toBe(2);
  });

  it("declines with a reason; the personal data go after the days of the setting, and no sooner", async () => {
    const { token, row } = await registered(one);
    expect(await declineRegistrations(one, { ids: [row.id], reason: "" })).toMatchObject({ code: "invalid_input" });
    const reason = "Không còn làm việc tại công ty";
    expect(await declineRegistrations(one, { ids: [row.id], reason }, { now })).toMatchObject({
      value: { declined: 1 },
    });
    expect(await registrationOfToken(token)).toMatchObject({ state: "DECLINED", reason });
    await db().setting.upsert({
      where: { key: "registrationDays" },
      create: { key: "registrationDays", value: 10 },
      update: { value: 10 },
    });
    const later = (days: number) =>
      eraseRegistrations(system("worker"), {}, { now: new Date(now.getTime() + days * 86_400_000 + 1) });
    expect(await later(9)).toMatchObject({ value: { erased: 0 } });
    expect(await later(10)).toMatchObject({ value: { erased: 1 } });
    expect(await db().selfRegistration.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
      fullName: null,
      idSealed: null,
      idHash: null,
      phone: null,
      birthDate: null,
      consentText: expect.stringContaining("91/2025/QH15"),
    });
    expect(await registrationOfToken(token)).toMatchObject({ state: "DECLINED", fullName: null });
    await db().setting.delete({ where: { key: "registrationDays" } });
  });
});

it("no ID stands in trail, mails, outbox or answers after all commands ran", async () => {
  const personId = invalidPlaceId(1987);
  await onRoster(one, { personId, job: `Thợ hàn ${personId.slice(0, 3)} ${personId.slice(3)}` });
  const { row, token, link } = await registered(one, { personId });
  await register(nobody, registrationInput(link.code, { personId }), { now });
  await createLink(one, { kind: "WORKER", note: personId, closesOn: null });
  await confirmRegistrations(one, { ids: [row.id] }, { now });
  await withdraw(nobody, { token }, { now });
  await onRoster(other, { personId });
  const kept = JSON.stringify(
    [
      await db().auditEntry.findMany(),
      await db().mail.findMany(),
      await db().outboxMessage.findMany(),
      await db().idempotencyKey.findMany(),
      await db().beneficiary.findMany(),
      await db().selfRegistration.findMany(),
    ],
    (_, value) => (typeof value === "bigint" ? String(value) : value),
  );
  expect(kept.replace(/[\s.-]/g, "")).not.toContain(personId);
  expect(await db().auditEntry.count({ where: { command: "roster.add" } })).toBeGreaterThan(0);
});
