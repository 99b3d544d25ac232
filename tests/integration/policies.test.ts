import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as getSupportPolicy } from "@/app/api/v1/support-policy/route";
import { addDays, dayOf, dayToDate } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { formDefinition } from "@/lib/reports/definition";
import { prefill } from "@/lib/reports/known-queries";
import { createDossier, recomputeDossier } from "@/lib/subsidies/dossier-commands";
import { addPersons } from "@/lib/subsidies/dossier-person-commands";
import { submitDossier } from "@/lib/subsidies/dossier-submit-commands";
import type { Policy } from "@/lib/subsidies/policy";
import {
  bringPolicyIntoForce,
  draftPolicy,
  dropPolicyDraft,
  releaseRate,
  retirePolicy,
  revokeRelease,
  savePolicyDraft,
} from "@/lib/subsidies/policy-commands";
import { noEffect, withMore } from "@/lib/subsidies/policy-effect";
import { effectOfPolicy, openDossiers } from "@/lib/subsidies/policy-effect-queries";
import { policyLines, policyVersionDetail } from "@/lib/subsidies/policy-list-queries";
import { policyInForce, policyVersion, releasedRates } from "@/lib/subsidies/policy-queries";
import { training } from "../../prisma/seed/forms/training";
import { loadReferenceData } from "../../prisma/seed/reference";
import { knownPolicy, loadSupportPolicy } from "../../prisma/seed/support-policy";
import { createEnterpriseWith } from "../factories/deadlines";
import { bringPapers, createBeneficiaries, createCourse, createWorkers } from "../factories/dossiers";
import { createMember, createStaff } from "../factories/identity";

let officer: Person;
let head: Person;
let leader: Person;
/** Days on which versions come into force, one each. */
let day = addDays(dayOf(new Date()), 1);
const nextDay = () => {
  day = addDays(day, 1);
  return day;
};

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields?.slice(0, 3))}`);
  return result.value;
}

const known = () => db().supportPolicy.findUniqueOrThrow({ where: { code: "nq-03-2024" } });
const seen = async (id: number) => ({
  id,
  version: (await db().supportPolicyVersion.findUniqueOrThrow({ where: { id } })).version,
});
const decision = (inForceFrom: string) => ({
  inForceFrom,
  document: "Công văn số 12/BQL ngày 20/11/2026",
  reason: "Đã đối chiếu với văn bản gốc",
});

/** A version of Resolution 03/2024 with this definition, in force from a day of its own. */
async function inForce(definition: Policy): Promise<number> {
  const { id } = good(await draftPolicy(officer, { policyId: (await known()).id }));
  good(await savePolicyDraft(officer, { ...(await seen(id)), definition, note: "" }));
  good(await bringPolicyIntoForce(head, { ...(await seen(id)), ...decision(nextDay()) }));
  return id;
}

const changed = (change: (policy: Policy) => void): Policy => {
  const next = structuredClone(knownPolicy);
  change(next);
  return next;
};

/** A dossier of group (a) with so many welders, complete; handed in unless told otherwise. */
async function dossierOf(count: number, handIn = true): Promise<{ id: number; person: Person }> {
  const park = await db().industrialPark.findFirstOrThrow();
  const person = await createMember(await createEnterpriseWith(park.id, [["2020-01-01", "OPERATING"]]));
  const organisationId = person.organisation.id;
  const course = await createCourse(organisationId);
  const entries = await createWorkers(organisationId, await createBeneficiaries(count));
  const { id } = good(await createDossier(person, { groupCode: "a", courseId: String(course.id), note: "" }));
  good(await addPersons(person, { id, rosterEntryIds: entries }));
  await bringPapers(id);
  good(await recomputeDossier(person, { id }));
  const { version } = await db().subsidyDossier.findUniqueOrThrow({ where: { id } });
  if (handIn) good(await submitDossier(person, { id, version }));
  return { id, person };
}

/** All that stands of a dossier, as text. */
const whole = async (id: number) =>
  JSON.stringify(
    await db().subsidyDossier.findUniqueOrThrow({
      where: { id },
      include: { people: { orderBy: { id: "asc" } }, versions: { include: { people: true } }, claims: true },
    }),
    (_, value) => (typeof value === "bigint" ? String(value) : value),
  );

beforeAll(async () => {
  await loadReferenceData(db());
  await db().$transaction(loadSupportPolicy);
  [officer, head, leader] = await Promise.all([
    createStaff("LABOUR_OFFICER"),
    createStaff("LABOUR_HEAD"),
    createStaff("LEADER"),
  ]);
});

describe("the version in force", () => {
  it("is the latest that was brought into force by the day, and is read whole", async () => {
    const policy = await db().supportPolicy.create({
      data: {
        code: "thu-ngay",
        nameVi: "Chính sách thử",
        nameEn: "Trial policy",
        citation: "Thử",
        validFrom: dayToDate("2024-01-01"),
        validTo: dayToDate("2030-12-31"),
      },
    });
    const version = (no: number, state: "DRAFT" | "IN_FORCE" | "RETIRED", from: string | null) =>
      db().supportPolicyVersion.create({
        data: {
          policyId: policy.id,
          no,
          definition: knownPolicy,
          state,
          inForceFrom: from && dayToDate(from),
          decidedAt: from && dayToDate(from),
        },
      });
    const first = await version(1, "IN_FORCE", "2024-01-01");
    const second = await version(2, "IN_FORCE", "2025-03-01");
    await version(3, "RETIRED", "2025-06-01");
    const draft = await version(4, "DRAFT", null);
    const on = async (day: string) => (await policyInForce(day, "thu-ngay"))?.versionId;
    expect(await on("2023-12-31")).toBeUndefined();
    expect(await on("2025-02-28")).toBe(first.id);
    expect(await on("2025-03-01")).toBe(second.id);
    expect(await on("2026-11-22")).toBe(second.id);
    expect((await policyInForce("2025-03-01", "thu-ngay"))?.definition).toEqual(knownPolicy);
    expect(await policyVersion(draft.id)).toMatchObject({ no: 4, inForceFrom: null, policyCode: "thu-ngay" });
    expect(await policyVersion(0)).toBeNull();
    expect(await releasedRates(second.id)).toEqual(new Set());
    await db().supportPolicyVersion.updateMany({
      where: { policyId: policy.id, state: "IN_FORCE" },
      data: { state: "RETIRED" },
    });
  });

  it("comes with the portal: Resolution 03/2024", async () => {
    expect(await policyInForce("2026-11-22", "nq-03-2024")).toMatchObject({ no: 1, inForceFrom: "2024-07-19" });
  });

  it("is read by software as data", async () => {
    const answer = await getSupportPolicy(new Request("https://vieclam.hezaworks.example/api/v1/support-policy"));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ code: "nq-03-2024", version: 1, definition: knownPolicy });
  });
});

describe("a policy is changed without a developer", () => {
  it("by a draft that an officer writes and the head brings into force, on a paper and from a day", async () => {
    const policyId = (await known()).id;
    const { id, no } = good(await draftPolicy(officer, { policyId }));
    expect(await draftPolicy(head, { policyId })).toMatchObject({ code: "policy_draft_exists" });
    const definition = changed((policy) => {
      for (const rate of policy.rates) rate.verified = true;
    });
    expect(await savePolicyDraft(officer, { id, version: 1, definition, note: "Đã đối chiếu" })).toEqual({
      ok: true,
      value: { id, version: 2 },
    });
    expect(await savePolicyDraft(head, { id, version: 1, definition, note: "" })).toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await bringPolicyIntoForce(officer, { id, version: 2, ...decision(nextDay()) })).toMatchObject({
      code: "forbidden",
    });
    expect(await bringPolicyIntoForce(head, { id, version: 2, ...decision("2024-08-01") })).toMatchObject({
      code: "policy_day_past",
      fields: [{ path: ["inForceFrom"] }],
    });
    const from = nextDay();
    good(await bringPolicyIntoForce(head, { id, version: 2, ...decision(from) }));
    expect(await policyInForce(addDays(from, -1), "nq-03-2024")).toMatchObject({ no: 1 });
    expect(await policyInForce(from, "nq-03-2024")).toMatchObject({ no, definition });
    expect(await policyVersionDetail(id)).toMatchObject({ state: "IN_FORCE", document: decision(from).document });
    expect(await savePolicyDraft(officer, { id, version: 3, definition, note: "" })).toMatchObject({
      code: "not_allowed_now",
    });
    await expect(
      db().supportPolicyVersion.update({ where: { id }, data: { definition: knownPolicy } }),
    ).rejects.toThrow();

    const second = good(await draftPolicy(officer, { policyId }));
    expect(await bringPolicyIntoForce(head, { ...(await seen(second.id)), ...decision(from) })).toMatchObject({
      code: "policy_day_taken",
    });
    good(await dropPolicyDraft(officer, await seen(second.id)));
    good(await retirePolicy(head, { ...(await seen(id)), reason: "Ban hành nhầm" }));
    expect(await policyInForce(from, "nq-03-2024")).toMatchObject({ no: 1 });
    expect((await policyLines()).find((one) => one.id === policyId)?.versions[0]).toMatchObject({
      no,
      state: "RETIRED",
    });
  });

  it("is refused with the place of what is wrong, and nothing is kept of it", async () => {
    const { id } = good(await draftPolicy(officer, { policyId: (await known()).id }));
    const definition = changed((policy) => {
      if (policy.rates[0]) policy.rates[0].value = 150;
    });
    expect(await savePolicyDraft(officer, { id, version: 1, definition, note: "" })).toMatchObject({
      code: "invalid_input",
      fields: [{ path: ["definition", "rates", 0, "value"], code: "percent" }],
    });
    expect((await policyVersion(id))?.definition).toEqual(knownPolicy);
    good(await dropPolicyDraft(officer, { id, version: 1 }));
  });
});

describe("what a draft would change", () => {
  it("is told of the open dossiers, in money and people", async () => {
    const { id } = await dossierOf(3);
    await dossierOf(2, false);
    const policyId = (await known()).id;
    const half = 6_172_839;
    const whole = async (definition: Policy) => effectOfPolicy({ policyId, definition }, 0, 60_000);
    const doubled = changed((policy) => {
      if (policy.rates[0]) policy.rates[0].value = 100;
    });
    const full = await whole(doubled);
    const line = full.lines.find((one) => one.id === id);
    expect(line).toMatchObject({ before: 3 * half, after: 3 * 12_345_678, gained: 0, lost: 0 });
    expect(full).toMatchObject({ judged: full.changed, more: null });
    expect(full.total.before).toBe(5 * half);

    // Every open dossier is counted, also where a call has time for one alone.
    let sum = noEffect();
    let calls = 0;
    for (let after: number | null = 0; after !== null; after = sum.more) {
      sum = withMore(sum, await effectOfPolicy({ policyId, definition: doubled }, after, -1));
      calls += 1;
    }
    expect(sum).toEqual(full);
    expect(calls).toBeGreaterThanOrEqual(full.judged);
    expect(full.judged).toBe(await openDossiers(policyId));

    const strict = await whole(
      changed((policy) => {
        policy.occupations = policy.occupations.filter(({ code }) => code !== "welding");
      }),
    );
    expect(strict.lines.find((one) => one.id === id)).toMatchObject({ before: 3 * half, after: 0, lost: 3 });
    expect(strict.total).toMatchObject({ lost: 5, gained: 0 });
    expect(await whole(knownPolicy)).toMatchObject({ changed: 0, lines: [] });
  });
});

describe("an old dossier keeps its version", () => {
  it("whatever comes into force or is retired after it was handed in", async () => {
    const { id } = await dossierOf(2);
    const before = await whole(id);
    const anyPolicy = fc
      .record({
        value: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
        floor: fc.constantFrom("NONE", "UPPER_SECONDARY", null),
        occupations: fc.integer({ min: 1, max: 9 }),
        papers: fc.boolean(),
      })
      .map(({ value, floor, occupations, papers }) =>
        changed((policy) => {
          policy.occupations = policy.occupations.slice(0, occupations);
          for (const rate of policy.rates) if (rate.kind === "PERCENT_OF_TUITION") rate.value = value;
          for (const group of policy.groups) {
            group.conditions.educationFloor = floor as never;
            if (papers) group.papers = [];
          }
        }),
      );
    await fc.assert(
      fc.asyncProperty(anyPolicy, fc.boolean(), async (policy, retired) => {
        const version = await inForce(policy);
        if (retired) good(await retirePolicy(head, { ...(await seen(version)), reason: "Thử lại" }));
        expect(await whole(id)).toBe(before);
      }),
      { numRuns: 6 },
    );
  });
});

describe("an unverified rate", () => {
  it("is released by a leader with a reason, and taken back with one", async () => {
    const versionId = (await policyInForce(dayOf(new Date()), "nq-03-2024"))?.versionId ?? 0;
    const input = { versionId, rateCode: "hoc-phi", reason: "Theo chỉ đạo của Trưởng ban" };
    expect(await releaseRate(head, input)).toMatchObject({ code: "forbidden" });
    expect(await releaseRate(leader, { ...input, rateCode: "khong-co" })).toMatchObject({ code: "not_found" });
    expect(await releaseRate(leader, { ...input, rateCode: "nguoi-day-nghe" })).toMatchObject({
      code: "rate_unknown",
    });
    const results = await Promise.all([releaseRate(leader, input), releaseRate(leader, input)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await releasedRates(versionId)).toEqual(new Set(["hoc-phi"]));
    const standing = (await policyVersionDetail(versionId))?.releases.find(({ revoked }) => !revoked);
    const revocation = { releaseId: standing?.id ?? 0, reason: "Chờ hướng dẫn" };
    good(await revokeRelease(leader, revocation));
    expect(await revokeRelease(leader, revocation)).toMatchObject({ code: "not_allowed_now" });
    expect(await releasedRates(versionId)).toEqual(new Set());
    good(await releaseRate(leader, input));
    expect((await policyVersionDetail(versionId))?.releases).toHaveLength(2);
  });
});

describe("the report of workers taking part in training", () => {
  it("begins with what the dossiers of its period say, each person once", async () => {
    const { person } = await dossierOf(3);
    const organisationId = person.organisation?.id ?? 0;
    // The same three in a second, unfinished dossier of another course, and one more.
    const [more = 0] = await createWorkers(organisationId, await createBeneficiaries(1));
    const again = await db().rosterEntry.findMany({ where: { organisationId, id: { not: more } } });
    const course = await createCourse(organisationId, { occupationCode: "logistics" });
    const second = good(await createDossier(person, { groupCode: "a", courseId: String(course.id), note: "" }));
    good(await addPersons(person, { id: second.id, rosterEntryIds: [more, ...again.map(({ id }) => id)] }));
    const form = formDefinition.parse(training);
    const covered = { coversFrom: "2026-09-16", coversTo: "2027-02-15" };
    const { content } = await prefill(form, organisationId, covered);
    expect(content).toMatchObject({
      participants: 4,
      byOccupation: {
        welding: { participants: 3, dossiersComplete: 3 },
        logistics: { participants: 1, dossiersComplete: 0 },
      },
      byGroup: { workers: { participants: 4, dossiersComplete: 3 } },
    });
    const other = await prefill(form, organisationId, { coversFrom: "2024-02-16", coversTo: "2024-09-15" });
    expect(other.content).toMatchObject({ participants: 0 });
  });
});
