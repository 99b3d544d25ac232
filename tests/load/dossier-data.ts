import type { PrismaClient } from "@/lib/db/generated/client";
import type { Person } from "@/lib/identity/actor";
import { claimScope } from "@/lib/subsidies/amounts";
import { judgeAll } from "@/lib/subsidies/dossier";
import { factsOfDossier } from "@/lib/subsidies/facts-queries";
import { loadReferenceData } from "@/prisma/seed/reference";
import { clientOf, on } from "./search-load";

/** Persons of two dossiers of each size that stand beside the usual ones, as drafts and handed in. */
export const sizes = [20, 2_000] as const;

export type Made = {
  dossiers: number;
  persons: number;
  officer: Person;
  /** A member of the organisation whose the dossiers of `sizes` are. */
  applicant: Person;
  /** Ids by number of persons. */
  drafts: Record<(typeof sizes)[number], number>;
  handedIn: Record<(typeof sizes)[number], number>;
  /** An organisation with a usual number of dossiers, decided ones among them. */
  organisation: { id: number; nameVi: string };
};

/** Enterprises, officers who examine, one course for each dossier. */
async function register(client: PrismaClient, dossiers: number) {
  await loadReferenceData(client);
  const parks = await client.industrialPark.findMany({ orderBy: { id: "asc" }, take: 10, select: { id: true } });
  const enterprises = Math.ceil(dossiers / 50);
  await client.$executeRaw`
    with made as (insert into "Organisation" (kind, "nameVi")
      select 'ENTERPRISE', 'Công ty TNHH Đo Hồ Sơ ' || n from generate_series(1, ${enterprises}) n returning id, "nameVi")
    insert into "Enterprise" (id, "nameVi", slug, "taxCode", "parkId", "investorCountry", headcount, lifecycle)
    select id, "nameVi", 'do-ho-so-' || id, lpad(id::text, 10, '0'), (${parks.map(({ id }) => id)}::int[])[1 + id % ${parks.length}],
      'KR', 100 + id % 3000, 'OPERATING' from made`;
  await client.user.createMany({
    data: Array.from({ length: 12 }, (_, at) => ({
      ...{ email: `can-bo-do-${at}@hezaworks.example`, fullName: `Cán bộ đo ${at}` },
      ...{ passwordHash: null, staffRole: "LABOUR_OFFICER" as const },
    })),
  });
  return enterprises;
}

/**
 * `dossiers` dossiers of `personsEach` persons, each with the roster's row, the frozen version, the claim and a paper, and of `sizes`
 * persons one draft and one handed in each. All wait to be examined; `decide` makes of them what is usual. What the rules say of a
 * person is asked of them once and written to all.
 */
export async function makeDossiers(url: string, dossiers: number, personsEach = 10): Promise<Made> {
  // What refers to what is right by the making: checking each row of millions would take most of the time.
  const client = clientOf(`${url}?options=-c%20session_replication_role%3Dreplica`);
  try {
    return await made(client, dossiers, personsEach);
  } finally {
    await client.$disconnect();
  }
}

async function made(client: PrismaClient, dossiers: number, personsEach: number): Promise<Made> {
  const enterprises = await register(client, dossiers);
  const [first] = await client.organisation.findMany({
    where: { nameVi: { startsWith: "Công ty TNHH Đo Hồ Sơ" } },
    orderBy: { id: "asc" },
    take: 1,
  });
  const officers = await client.user.findMany({
    where: { email: { startsWith: "can-bo-do-" } },
    orderBy: { id: "asc" },
  });
  const version = await client.supportPolicyVersion.findFirstOrThrow({ where: { state: "IN_FORCE" } });
  const [officer] = officers;
  if (!first || !officer) throw new Error("nothing was made");
  const extra = sizes.flatMap((size) => [size, size]);
  const all = dossiers + extra.length;
  const persons = dossiers * personsEach + extra.reduce((sum, size) => sum + size, 0);
  // Whose dossier each person is: so many each, then those of `sizes`.
  await client.$executeRaw`
    create table "Measured" as
      select n as person, (n - 1) / ${personsEach} + 1 as dossier, (n - 1) % ${personsEach} + 1 as position
      from generate_series(1, ${dossiers * personsEach}) n
      union all
      select ${dossiers * personsEach} + sum(s.size) over (order by s.at) - s.size + p, ${dossiers} + s.at, p
      from unnest(${extra}::int[]) with ordinality s(size, at) cross join lateral generate_series(1, s.size) p`;
  const organisation = (dossier: string) =>
    `${first.id} + (case when ${dossier} > ${dossiers} then 0 else ${dossier} % ${enterprises} end)`;
  await client.$executeRawUnsafe(`
    insert into "TrainingCourse" (id, "organisationId", "schoolName", programme, "occupationCode", level, tuition, "startsOn", "endsOn", months)
    select n, ${organisation("n")}, 'Trường Cao đẳng Đo Tốc Độ', 'Hàn trung cấp ' || n, 'welding', 'INTERMEDIATE', 12345678,
      date '2026-01-05' + (n % 200)::int, date '2026-12-25' + (n % 200)::int, 12 from generate_series(1, ${all}) n`);
  await client.$executeRawUnsafe(`
    insert into "SubsidyDossier" (id, "organisationId", "policyId", "policyVersionId", "groupCode", "courseId", "nextPosition", persons)
    select d.dossier, ${organisation("d.dossier")}, ${version.policyId}, ${version.id}, 'a', d.dossier, d.persons + 1, d.persons
    from (select dossier, count(*)::int as persons from "Measured" group by dossier) d`);
  // The text index is made after its rows, in a fraction of the time.
  await client.$executeRaw`drop index "RosterEntry_searchText_trgm"`;
  await client.$executeRaw`
    insert into "Beneficiary" (id, ref, "idHash", "idSealed") select person, gen_random_uuid(), 'do-' || person, 'niem-phong'
    from "Measured"`;
  await client.$executeRaw`
    insert into "RosterEntry" (id, "organisationId", "beneficiaryId", kind, "staffCode", "fullName", "birthDate", education, job,
      "occupationCode", "qualificationHeld", "qualificationRequired", "contractType", "contractFrom", source)
    select m.person, d."organisationId", m.person, 'WORKER', 'NV' || m.person,
      (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'])[1 + m.person % 8] || ' ' ||
      (array['Văn', 'Thị', 'Hữu', 'Minh', 'Đức'])[1 + m.person % 5] || ' Đo ' || m.person, date '1980-01-01' + (m.person % 8000)::int,
      'UPPER_SECONDARY', 'Thợ hàn', 'welding', 'UNSKILLED', 'INTERMEDIATE', 'INDEFINITE', '2023-01-01', 'IMPORTED'
    from "Measured" m join "SubsidyDossier" d on d.id = m.dossier`;
  await client.$executeRaw`
    create index "RosterEntry_searchText_trgm" on "RosterEntry" using gin ("searchText" gin_trgm_ops)`;
  await client.$executeRaw`
    insert into "DossierPerson" (id, "dossierId", position, "rosterEntryId", "beneficiaryId")
    select person, dossier, position, person, person from "Measured"`;
  // Of the large ones every paper but one in ten, of the others the application.
  await client.$executeRaw`
    insert into "DossierPaper" ("dossierId", "personId", code, "fileName")
    select dossier, person, code, code || '.pdf' from "Measured"
      cross join unnest(array['don-de-nghi', 'xac-nhan-cua-truong', 'ban-sao-bang']) code
    where code = 'don-de-nghi' or (dossier > ${dossiers} and (person % 10 > 0 or code = 'ban-sao-bang'))`;
  await client.$executeRaw`
    insert into "DossierPaper" ("dossierId", code, "fileName") select id, 'van-ban-de-nghi', 'van-ban.pdf' from "SubsidyDossier"`;
  await client.$executeRaw`analyze`;
  const drafts = { 20: dossiers + 1, 2000: dossiers + 3 };
  const handedIn = { 20: dossiers + 2, 2000: dossiers + 4 };
  await handIn(client, dossiers, Object.values(drafts));
  for (const table of ["TrainingCourse", "SubsidyDossier", "Beneficiary", "RosterEntry", "DossierPerson"])
    await client.$executeRawUnsafe(`select setval('"${table}_id_seq"', (select max(id) from "${table}"))`);
  await client.$executeRaw`drop table "Measured"`;
  await client.$executeRaw`vacuum analyze`;
  const user = await client.user.create({
    data: { email: "nguoi-do@hezaworks.example", fullName: "Người đo", passwordHash: null },
  });
  await client.membership.create({ data: { userId: user.id, organisationId: first.id, role: "OWNER" } });
  const person = { kind: "person" as const, sessionId: null };
  return {
    ...{ dossiers: all, persons, drafts, handedIn },
    officer: {
      ...person,
      ...{ userId: officer.id, fullName: officer.fullName, email: officer.email },
      ...{ staffRole: "LABOUR_OFFICER", organisation: null },
    },
    applicant: {
      ...person,
      ...{ userId: user.id, fullName: user.fullName, email: user.email, staffRole: null },
      organisation: { id: first.id, kind: "ENTERPRISE", role: "OWNER", nameVi: first.nameVi },
    },
    organisation: await client.organisation.findUniqueOrThrow({
      where: { id: first.id + Math.floor(enterprises * 0.96) },
      select: { id: true, nameVi: true },
    }),
  };
}

/** Versions, claims, numbers and clocks of all but the drafts, whom the rules have judged alike. */
async function handIn(client: PrismaClient, dossiers: number, drafts: readonly number[]): Promise<void> {
  const read = await on(client, () => factsOfDossier(undefined, dossiers + 2));
  if (!read) throw new Error("no dossier");
  const judged = judgeAll(read.policy, read.facts, read.persons);
  const [one] = judged;
  const rate = read.policy.rates.find(({ code }) => code === one?.lines[0]?.rate);
  if (!one || !rate) throw new Error("nobody was judged");
  await client.$executeRaw`
    update "DossierPerson" set lines = ${JSON.stringify(one.lines)}::jsonb, findings = ${JSON.stringify(one.findings)}::jsonb,
      amount = ${one.amount} where not "dossierId" = any(${[...drafts]})`;
  await client.$executeRaw`
    insert into "DossierVersion" (id, "dossierId", no, "policyVersionId", head, persons, amount, "submittedAt")
    select id, id, 1, "policyVersionId", jsonb_build_object('groupCode', 'a', 'course', ${JSON.stringify(read.facts.course)}::jsonb, 'note', null,
      'papers', '[]'::jsonb), persons, persons * ${one.amount}::bigint, timestamptz '2026-11-20' - (id % 1500) * interval '1 day'
    from "SubsidyDossier" where not id = any(${[...drafts]})`;
  await client.$executeRaw`
    insert into "DossierVersionPerson" ("versionId", position, "beneficiaryId", "fullName", facts, lines, amount, findings, papers, digest)
    select p."dossierId", p.position, p."beneficiaryId", r."fullName", ${JSON.stringify(one.facts)}::jsonb, p.lines, p.amount, p.findings,
      '[]', encode(sha256(p.id::text::bytea), 'hex')
    from "DossierPerson" p join "RosterEntry" r on r.id = p."rosterEntryId" where not p."dossierId" = any(${[...drafts]})`;
  await client.$executeRaw`
    insert into "SupportClaim" ("beneficiaryId", scope, "rateCode", "dossierId", "personId", amount)
    select p."beneficiaryId", ${claimScope(read.policyCode, rate, read.facts.course)}, ${rate.code}, p."dossierId", p.id, p.amount
    from "DossierPerson" p where not p."dossierId" = any(${[...drafts]})`;
  await client.$executeRaw`
    update "SubsidyDossier" set state = (case when id % 4 = 0 then 'SUBMITTED' else 'IN_REVIEW' end)::"DossierState", "currentNo" = 1,
      code = '2026-' || lpad(id::text, 6, '0'), amount = persons * ${one.amount}::bigint,
      "submittedAt" = timestamptz '2026-11-20' - (id % 1500) * interval '1 day', "dueOn" = date '2026-11-01' + (id % 60),
      "assignedToId" = (select u.id from "User" u where u.email = 'can-bo-do-' || "SubsidyDossier".id % 14 || '@hezaworks.example'),
      labels = array_remove(array[case when id % 20 = 0 then 'ưu tiên' end, case when id % 7 = 0 then 'thiếu giấy tờ' end,
        case when id % 400 = 0 then 'hẹn gặp' end], null)
    where not id = any(${[...drafts]})`;
}

/** As in life: of a hundred dossiers three wait, one is corrected, one goes through the chain, the others are decided. */
export async function decide(client: PrismaClient, made: Made): Promise<void> {
  const [proposer] = await client.$queryRaw<{ id: number }[]>`
    insert into "ApprovalList" (title, state, "proposedById") values ('Danh sách đo', 'PROPOSED', ${made.officer.userId}) returning id`;
  if (!proposer) throw new Error("no list");
  await client.$executeRaw`
    with told as (select id, (case when id % 100 = 3 then 'CORRECTING' when id % 100 = 4 then 'PROPOSED' when id % 100 < 12 then 'REFUSED'
        when id % 100 < 15 then 'WITHDRAWN' else 'APPROVED' end)::"DossierState" as state
      from "SubsidyDossier" where state in ('SUBMITTED', 'IN_REVIEW') and id % 100 > 2 and id <= ${made.dossiers - 4})
    update "SubsidyDossier" d set state = t.state, "approvalListId" = case when t.state = 'PROPOSED' then ${proposer.id}::int end,
      "dueOn" = case when t.state = 'PROPOSED' then d."dueOn" end, "daysLeft" = case when t.state = 'CORRECTING' then 4 end,
      "decidedAt" = case when t.state in ('APPROVED', 'REFUSED') then d."submittedAt" + interval '20 days' end
    from told t where t.id = d.id`;
  await client.$executeRaw`
    update "DossierPerson" p set decision = 'ACCEPTED', "decidedAt" = now() from "SubsidyDossier" d
    where d.id = p."dossierId" and d.state in ('APPROVED', 'PROPOSED')`;
  await client.$executeRaw`vacuum analyze "SubsidyDossier", "DossierPerson"`;
}
