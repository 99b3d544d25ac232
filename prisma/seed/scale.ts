import pg from "pg";
import { dayOf } from "@/lib/core/day";
import { Prisma } from "@/lib/db/generated/client";
import { frozenLines } from "@/lib/vacancies/line-queries";
import { contentFields } from "@/lib/vacancies/schema";
import { busRoutes } from "./positions";
import { scaleEnterprises, scaleTitles } from "./scale-words";

/**
 * A large, plausible set beside the sample, for measuring: enterprises, ten years of monthly batches, their vacancies and
 * the lines of the batches. Made in the database, batch by batch, from hashes of running numbers: the same for the same
 * size and day. What reading does not need is left out: submitted versions and decisions of the history, audit entries,
 * outbox rows. Needs that wait for review have their version.
 */
export interface Scale {
  /** Vacancies to add. */
  vacancies: number;
  /** Part of them that is open to the public, 0 to 1. About 3 in 100 are when listings live for a month or two. */
  open: number;
  now: Date;
  say: (line: string) => void;
}

const months = 120;
/** Part that waits in the batch that collects. */
const waiting = 0.002;

export async function seedScale(databaseUrl: string, scale: Scale): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`select 1 from "Enterprise" where "taxCode" like '0299%' limit 1`);
    if (rows.length > 0) return scale.say("The large set is there already.");
    await client.query("set synchronous_commit = off; set jit = off; set work_mem = '64MB'");
    await prepare(client);
    const enterprises = await writeEnterprises(client, scale);
    const batches = await writeBatches(client, scale);
    scale.say(`  ${enterprises} enterprises, ${batches.length} batches`);
    await writeVacancies(client, scale, batches);
    await writeWaiting(client, scale);
    scale.say("  statistics");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

/** Titles and helpers live in the session only. */
async function prepare(client: pg.Client): Promise<void> {
  await client.query(`
    create function pg_temp.dice(n bigint, salt bigint) returns float8 language sql immutable
      return (hashint8extended(n, salt) & 1048575)::float8 / 1048576;
    create temp table scale_title (trade text, position int, variant int, "titleVi" text, "titleEn" text, slug text,
      occupation text, "group" "PositionGroup", qualification text, contract "ContractType", shift "ShiftPattern", months int,
      "workVi" text, "workEn" text, "needVi" text, "needEn" text, "wageMin" int, "wageMax" int,
      primary key (trade, position, variant));`);
  await client.query(`insert into scale_title select * from jsonb_populate_recordset(null::scale_title, $1)`, [
    JSON.stringify(scaleTitles()),
  ]);
  await client.query(`
    create temp table scale_trade as
      select trade, count(distinct position)::int as positions, count(distinct variant)::int as variants
      from scale_title group by trade;
    analyze scale_title`);
}

/** One to a hundred vacancies, at least 20, at most 2,025; most in the parks that the list names first. */
async function writeEnterprises(client: pg.Client, { vacancies, now }: Scale): Promise<number> {
  const enterprises = scaleEnterprises(Math.max(20, Math.round(vacancies / 100)));
  const { rows } = await client.query<{ count: number }>(
    `with made as (
      select e.*, row_number() over () as no,
        nextval(pg_get_serial_sequence('"Organisation"', 'id'))::int as id
      from jsonb_to_recordset($1) e ("taxCode" text, slug text, "nameVi" text, "nameEn" text, trade text, "vsicCode" text,
        "investorCountry" text, headcount int, "hasUnion" boolean)
    ), parks as (select array_agg(id order by id) as ids from "IndustrialPark"),
    organisations as (
      insert into "Organisation" (id, kind, "nameVi", "nameEn") select id, 'ENTERPRISE', "nameVi", "nameEn" from made
      returning id
    ), kept as (
      insert into "Enterprise" (id, "taxCode", slug, "nameVi", "nameEn", "parkId", address, "vsicCode", "vsicVersion",
        "investorCountry", headcount, "hasUnion", lifecycle, "verifiedAt")
      select id, "taxCode", slug, "nameVi", "nameEn",
        parks.ids[1 + floor(cardinality(parks.ids) * pg_temp.dice(no, 1) ^ 1.6)::int], 'Lô CN' || 1 + no % 40, "vsicCode",
        'VSIC 2025, QĐ 36/2025/QĐ-TTg', "investorCountry", headcount, "hasUnion", 'OPERATING', $2
      from made, parks
    ), events as (
      insert into "EnterpriseLifecycleEvent" ("enterpriseId", "fromState", "toState", unit, "effectiveOn", "documentNumber",
        "documentDate")
      select id, null::"EnterpriseLifecycle", 'OPERATING'::"EnterpriseLifecycle", 'INVESTMENT'::"StaffRole", date '2016-01-04',
        no || '/BQL-MAU', date '2016-01-04' from made
    )
    select count(*)::int as count from organisations`,
    [JSON.stringify(enterprises), now],
  );
  await client.query(`
    create temp table scale_enterprise as
      select row_number() over (order by e."taxCode") - 1 as no, e.id, e."parkId", e.headcount, t.*
      from "Enterprise" e
      join jsonb_to_recordset('${JSON.stringify(enterprises.map(({ taxCode, trade }) => ({ taxCode, trade })))}')
        made ("taxCode" text, trade text) using ("taxCode")
      join scale_trade t on t.trade = made.trade;
    alter table scale_enterprise add primary key (no); analyze scale_enterprise`);
  return rows[0]?.count ?? 0;
}

type Batch = { id: number; month: string; publishedOn: string };

/** A batch a month, oldest first; months whose window another batch has are left out, numbers that are taken too. */
async function writeBatches(client: pg.Client, { now }: Scale): Promise<Batch[]> {
  const today = dayOf(now);
  const { rows } = await client.query<Batch>(
    `with month as (
      select first::date as first, daterange(first::date + 2, first::date + 12, '[]') as win
      from generate_series(date_trunc('month', $1::date) - interval '${months - 1} months', $1::date - 20, '1 month') first
    ), free as (
      select *, row_number() over (partition by extract(year from first) order by first) as place from month
      where not exists (select from "VacancyBatch" b
        where b.status <> 'WITHDRAWN' and daterange(b."collectFrom", b."collectTo", '[]') && win)
    ), numbers as (
      select year, no, row_number() over (partition by year order by no) as place
      from (select distinct extract(year from first)::int as year from free) years, generate_series(1, 40) counted (no)
      where not exists (select from "VacancyBatch" b where b.year = years.year and b.no = counted.no)
    )
    insert into "VacancyBatch" (year, no, month, status, "asOf", "collectFrom", "collectTo", "createdAt", "publishedAt", "closedAt")
    select n.year, n.no, extract(month from f.first),
      (case when f.first < $1::date - 90 then 'CLOSED' else 'PUBLISHED' end)::"BatchStatus",
      f.first + 14, f.first + 2, f.first + 12, f.first, (f.first + 16)::timestamp + interval '2 hours',
      case when f.first < $1::date - 90 then (f.first + 100)::timestamp end
    from free f join numbers n on n.year = extract(year from f.first) and n.place = f.place
    order by f.first
    returning id, to_char("collectFrom", 'MM/YYYY') as month, ("publishedAt" at time zone 'UTC')::date::text as "publishedOn"`,
    [today],
  );
  return rows;
}

const alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";
/** Ten letters from a running number; a step of about a fiftieth of all codes makes neighbours unlike. */
const code = (n: string) =>
  Array.from(
    { length: 10 },
    (_, place) => `substr('${alphabet}', 1 + (${n} * 7777777777771 % 420707233300201 / ${29 ** place} % 29)::int, 1)`,
  ).join(" || ");

/** The rows of one stretch of running numbers; `status`, `batch` and the days are SQL over `n`. */
const vacancyRows = (chosen: { status: string; batch: string; publishedOn: string; deadline: string }): string => `
  insert into "Vacancy" ("enterpriseId", "batchId", status, "submissionNo", "titleVi", "titleEn", slug, "verifyCode", "occupationId",
    "positionGroup", headcount, "filledCount", unskilled, elementary, intermediate, college, university, postgraduate,
    "wageBase", "wageMin", "wageMax", "allowancesVi", "contractType", shift, "experienceMonths", meals, bus, "busRoutes",
    dormitory, insurance, "otherBenefitsVi", "parkId", workplace, "descriptionVi", "descriptionEn", "requirementsVi",
    "requirementsEn", "contactName", "contactPhone", "contactEmail", "openToDisabled", "openToDemobilised", deadline,
    "submittedAt", "approvedAt", "publishedAt", "closedAt", "withdrawalNote", "createdAt", "updatedAt")
  select e.id, ${chosen.batch}, s.status, 1, t."titleVi", case when english then t."titleEn" end, t.slug, ${code("n")}, o.id,
    t."group", persons, case s.status when 'FILLED' then persons when 'EXPIRED' then floor(persons * 0.6)::int else 0 end,
    case t.qualification when 'unskilled' then persons - trained else 0 end,
    case t.qualification when 'elementary' then persons when 'unskilled' then trained else 0 end,
    case t.qualification when 'intermediate' then persons else 0 end,
    case t.qualification when 'college' then persons else 0 end,
    case t.qualification when 'university' then persons else 0 end,
    case t.qualification when 'postgraduate' then persons else 0 end,
    round(t."wageMin" * wages * 0.75, -5), round(t."wageMin" * wages, -5), round(t."wageMax" * wages, -5),
    'Chuyên cần 400.000 đồng/tháng', t.contract, t.shift, t.months,
    pg_temp.dice(n, 20) < 0.8, bus, case when bus then ($2::text[])[1 + n % cardinality($2::text[])] end, pg_temp.dice(n, 22) < 0.15, true,
    case when pg_temp.dice(n, 23) < 0.5 then 'Thưởng Tết, khám sức khỏe hằng năm' end, e."parkId",
    'Xưởng ' || 1 + n % 9 || ', lô CN' || 1 + e.id % 40, t."workVi", case when english then t."workEn" end, t."needVi",
    case when english then t."needEn" end, 'Phòng Nhân sự', '0225 3 000 ' || lpad((e.id % 1000)::text, 3, '0'),
    'nhansu-' || e.id || '@congtymau.example', pg_temp.dice(n, 24) < 0.12, pg_temp.dice(n, 25) < 0.3, ${chosen.deadline},
    day - interval '12 days', case when s.status <> 'SUBMITTED' then day - interval '3 days' end,
    case when s.status <> 'SUBMITTED' then day end, case when s.status in ('FILLED', 'EXPIRED', 'WITHDRAWN') then day + interval '40 days' end,
    case when s.status = 'WITHDRAWN' then 'Doanh nghiệp hoãn kế hoạch sản xuất.' end, day - interval '14 days', day
  from generate_series($1::bigint, $3::bigint) n
  cross join lateral (select floor((select count(*) from scale_enterprise) * pg_temp.dice(n, 11) ^ 1.5)::int as enterprise,
    ${chosen.publishedOn}::timestamp + interval '2 hours' as day, (${chosen.status})::"VacancyStatus" as status,
    pg_temp.dice(n, 12) < 0.6 as english, pg_temp.dice(n, 21) < 0.55 as bus) s
  join scale_enterprise e on e.no = s.enterprise
  join scale_title t on t.trade = e.trade and t.position = floor(e.positions * pg_temp.dice(n, 13) ^ 1.5)::int
    and t.variant = floor(e.variants * pg_temp.dice(n, 14) ^ 3)::int
  left join "Occupation" o on o.scheme = 'VSCO-2020' and o.code = t.occupation
  cross join lateral (select
    case when t.position = 0 then 1 + floor(300 * pg_temp.dice(n, 15) ^ 3)::int else 1 + floor(12 * pg_temp.dice(n, 15) ^ 2)::int end as persons,
    ((0.9 + 0.25 * pg_temp.dice(n, 16)) * (1 - 0.04 * greatest(0, extract(year from $4::date) - extract(year from day))))::numeric as wages) w
  cross join lateral (select case when pg_temp.dice(n, 17) < 0.25 then persons / 4 else 0 end as trained) q`;

async function writeVacancies(
  client: pg.Client,
  { vacancies, open, now, say }: Scale,
  batches: Batch[],
): Promise<void> {
  const today = dayOf(now);
  const total = Math.max(0, vacancies - Math.round(vacancies * waiting));
  // The newest batches hold what is open: at least four of them, more when more is open than four months bring.
  const recent = Math.min(batches.length, Math.max(4, Math.ceil(batches.length * open)));
  const openHere = Math.min(1, (open * vacancies * batches.length) / (recent * total));
  let done = 0;
  let said = Date.now();
  const began = said;
  for (const [at, batch] of batches.entries()) {
    const until = Math.round((total * (at + 1)) / batches.length);
    const isRecent = at >= batches.length - recent;
    const ended = `case when pg_temp.dice(n, 31) < 0.55 then 'FILLED' when pg_temp.dice(n, 31) < 0.96 then 'EXPIRED' else 'WITHDRAWN' end`;
    const isOpen = `pg_temp.dice(n, 30) < ${isRecent ? openHere : 0}`;
    for (; done < until; done = Math.min(done + 20_000, until)) {
      await client.query(
        vacancyRows({
          batch: String(batch.id),
          publishedOn: `date '${batch.publishedOn}'`,
          status: `case when ${isOpen} then 'PUBLISHED' else ${ended} end`,
          deadline: `case when ${isOpen} then date '${today}' + 1 + floor(60 * pg_temp.dice(n, 32))::int
            else date '${batch.publishedOn}' + 10 + floor(30 * pg_temp.dice(n, 32))::int end`,
        }),
        [done + 1, busRoutes, Math.min(done + 20_000, until), today],
      );
    }
    const lines = frozenLines(
      Prisma.sql`(select * from "Vacancy" where "batchId" = ${batch.id} and "publishedAt" is not null)`,
    );
    await client.query(lines.text, lines.values);
    if (Date.now() - said > 3_000 || at === batches.length - 1) {
      said = Date.now();
      say(`  ${until} vacancies, batch of ${batch.month}, ${Math.round((said - began) / 1000)} s`);
    }
  }
}

/** Needs for the reviewers' queue, in the batch that collects when there is one, with the version that was submitted. */
async function writeWaiting(client: pg.Client, { vacancies, now }: Scale): Promise<void> {
  const count = Math.round(vacancies * waiting);
  if (count === 0) return;
  const today = dayOf(now);
  const from = vacancies - count + 1;
  await client.query(
    vacancyRows({
      batch: `(select max(id) from "VacancyBatch" where status = 'COLLECTING')`,
      publishedOn: `date '${today}'`,
      status: "'SUBMITTED'",
      deadline: `date '${today}' + 20 + floor(40 * pg_temp.dice(n, 32))::int`,
    }),
    [from, busRoutes, vacancies, today],
  );
  await client.query(
    `insert into "VacancyVersion" ("vacancyId", no, content, "submittedAt")
    select v.id, 1, (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(v)) where key = any($1::text[])), v."submittedAt"
    from "Vacancy" v join "Enterprise" e on e.id = v."enterpriseId"
    where v.status = 'SUBMITTED' and e."taxCode" like '0299%'`,
    [contentFields],
  );
}
