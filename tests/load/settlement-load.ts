import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase } from "@/lib/runtime/seeding";
import { knownPolicy } from "@/prisma/seed/support-policy";
import type { Figure } from "./figures";
import { runMeasured } from "./measured-process";

const measured = z.object({
  times: z.record(z.string(), z.number()),
  before: z.number(),
  peak: z.number(),
  size: z.number(),
});

const run = async (url: string, ...words: string[]) =>
  measured.parse(await runMeasured(url, "settlement-process", ...words));

/** People at once: the ledger applies all entries of a statement together. */
const lot = 50_000;
const each = 6_000_000;

/**
 * A year in which so many people were granted support and paid, in dossiers of a hundred, all of them with a numbered
 * decision and a certificate; one in a hundred has money returned.
 */
async function makeYear(client: pg.Client, people: number): Promise<void> {
  const write = (text: string, values: unknown[] = []) => client.query(text, values);
  await write(
    `insert into "SupportPolicy" (id, code, "nameVi", "nameEn", citation, "validFrom", "validTo")
     values (1, 'nq-03-2024', 'Chính sách', 'Policy', 'Nghị quyết', '2024-01-01', '2030-12-31')`,
  );
  await write(
    `insert into "SupportPolicyVersion" (id, "policyId", no, definition, state, "inForceFrom", "decidedAt")
     values (1, 1, 1, $1, 'IN_FORCE', '2024-01-01', now())`,
    [JSON.stringify(knownPolicy)],
  );
  for (const text of [
    `insert into "Organisation" (id, kind, "nameVi") values (1, 'SCHOOL', 'Trường thử')`,
    `insert into "User" (id, email, "fullName", "staffRole") values (1, 'vp@heza.example', 'Văn phòng', 'OFFICE'), (2, 'ld@heza.example', 'Lãnh đạo', 'LEADER')`,
    `insert into "DocumentYear" ("registerId", year, "startedAfter", "lastNo") values (1, 2025, 0, 1)`,
    `insert into "RegisteredDocument" (id, "registerId", year, no, kind, subject, "issuedOn") values (1, 1, 2025, 1, 'DECISION', 'hỗ trợ', '2025-03-01')`,
    `insert into "TrainingCourse" (id, "organisationId", "schoolName", programme, "occupationCode", level, tuition, "startsOn", "endsOn", months, state)
     values (1, 1, 'Trường thử', 'Hàn', 'welding', 'INTERMEDIATE', 12000000, '2025-01-06', '2025-10-06', 9, 'COMPLETED')`,
    `insert into "BudgetYear" (id, "policyId", year) values (1, 1, 2025)`,
  ])
    await write(text);
  const act = (key: string) =>
    write(
      `insert into "LedgerPosting" (key, ground, "subjectId", document, at) values ($1, 'PAYER', 1, 'Đợt chi ' || $1, now()) returning id, at`,
      [key],
    );
  const { rows: allocated } = await act("allocate");
  await write(
    `insert into "LedgerEntry" ("postingId", at, "budgetYearId", kind, "fromAccount", "toAccount", amount)
     values ($1, $2, 1, 'ALLOCATE', 'SOURCE', 'AVAILABLE', $3)`,
    [allocated[0].id, allocated[0].at, people * each],
  );
  for (let from = 0; from < people; from += lot) {
    const range = [from + 1, Math.min(people, from + lot)];
    const dossiers = [Math.floor(from / 100) + 1, Math.ceil(Math.min(people, from + lot) / 100)];
    for (const [text, values] of [
      [
        `insert into "Beneficiary" (id, ref, "idHash", "idSealed") select n, gen_random_uuid(), 'h' || n, 's' from generate_series($1::int, $2::int) n`,
        range,
      ],
      [
        `insert into "RosterEntry" (id, "organisationId", "beneficiaryId", kind, "fullName", "birthDate", source)
         select n, 1, n, 'STUDENT', 'Nguyễn Văn Thử ' || n, '2004-01-01', 'IMPORTED' from generate_series($1::int, $2::int) n`,
        range,
      ],
      [
        `insert into "SubsidyDossier" (id, code, "organisationId", "policyId", "policyVersionId", "groupCode", "courseId", state, "currentNo", persons,
           amount, "submittedAt", "decidedAt", "documentId", "nextPosition")
         select n, '2025-' || n, 1, 1, 1, 'b', 1, 'APPROVED', 1, 100, 600000000, '2025-02-01', '2025-03-01', 1, 101 from generate_series($1::int, $2::int) n`,
        dossiers,
      ],
      [
        `insert into "DossierPerson" (id, "dossierId", position, "rosterEntryId", "beneficiaryId", amount, decision, "decidedAt")
         select n, (n - 1) / 100 + 1, (n - 1) % 100 + 1, n, n, ${each}, 'ACCEPTED', '2025-03-01' from generate_series($1::int, $2::int) n`,
        range,
      ],
      [
        `insert into "DossierDecisionPerson" ("dossierId", position, "beneficiaryId", "fullName", "birthDate", decision, lines, amount)
         select (n - 1) / 100 + 1, (n - 1) % 100 + 1, n, 'Nguyễn Văn Thử ' || n, '2004-01-01', 'ACCEPTED', '[{"rate": "hoc-phi", "amount": ${each}}]', ${each}
         from generate_series($1::int, $2::int) n`,
        range,
      ],
      [
        `insert into "SupportClaim" (id, "beneficiaryId", scope, "rateCode", "dossierId", "personId", amount, state)
         select n, n, 'thu', 'hoc-phi', (n - 1) / 100 + 1, n, ${each}, 'GRANTED' from generate_series($1::int, $2::int) n`,
        range,
      ],
      [
        `insert into "CourseParticipant" ("courseId", "rosterEntryId", "beneficiaryId", "monthsAttended", "completedOn", "certificateNo")
         select 1, n, n, 9, '2025-10-06', 'CC' || n from generate_series($1::int, $2::int) n`,
        range,
      ],
    ] as const)
      await write(text, [...values]);
    const { rows } = await act(`lot:${from}`);
    // Reserved, committed, sent and paid at once: their sums are what the ledger keeps.
    await write(
      `insert into "LedgerEntry" ("postingId", at, "budgetYearId", kind, "fromAccount", "toAccount", amount, "claimId", "dossierId")
       select $3, $4, 1, k.kind::"LedgerKind", k.f::"LedgerAccount", k.t::"LedgerAccount", case k.kind when 'CLAW_BACK' then 1000000 else ${each} end,
         n, (n - 1) / 100 + 1
       from generate_series($1::int, $2::int) n, (values ('RESERVE', 'AVAILABLE', 'RESERVED'), ('COMMIT', 'RESERVED', 'COMMITTED'),
         ('SEND', 'COMMITTED', 'SENT'), ('PAY', 'SENT', 'PAID'), ('CLAW_BACK', 'PAID', 'RETURNED')) k(kind, f, t)
       where k.kind <> 'CLAW_BACK' or n % 100 = 0`,
      [...range, rows[0].id, rows[0].at],
    );
  }
  await write("vacuum analyze");
}

/** Settlements of two years: time, growth a person, and the peak of memory of the processes that write their papers. */
export async function measureSettlements(postgres: Postgres, quick: boolean): Promise<Figure[]> {
  const sizes = quick ? [1_000, 10_000] : [10_000, 1_000_000];
  const found: { people: number; settled: number; parts: Record<string, Awaited<ReturnType<typeof run>>> }[] = [];
  const folder = mkdtempSync(join(tmpdir(), "heza-settlement-"));
  try {
    for (const people of sizes) {
      const url = postgres.url(`settlement_bench_${people}`);
      await recreateDatabase(url);
      await migrate(url);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await makeYear(client, people).finally(() => client.end());
      const parts: (typeof found)[number]["parts"] = {};
      for (const part of ["settle", "page", "excel", "word"]) parts[part] = await run(url, part, folder);
      const settled = Object.values(parts.settle?.times ?? {}).reduce((sum, time) => sum + time, 0);
      found.push({ people, settled, parts });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [small, large] = found;
  if (!small || !large) throw new Error("nothing was measured");
  const figures = found.flatMap(({ people, settled, parts }): Figure[] => [
    {
      ...{ name: `settlement of ${people} people`, value: settled, unit: "s" },
      detail: Object.entries(parts.settle?.times ?? {})
        .map(([name, time]) => `${name} ${time.toFixed(1)}`)
        .join(", "),
    },
    ...["settle", "excel", "word"].map(
      (part): Figure => ({
        ...{ name: `${part} of ${people} people, peak`, value: parts[part]?.peak ?? 0, unit: "MB", most: 200 },
        detail: `${parts[part]?.before.toFixed(0)} MB before it began; ${(parts[part]?.times[part] ?? settled).toFixed(1)} s, ${parts[part]?.size.toFixed(1)} MB of file`,
      }),
    ),
  ]);
  const page = (one: typeof small) => one.parts.page?.times["first page"] ?? 0;
  return [
    ...figures,
    {
      ...{
        name: "time a person, the larger year",
        value: large.settled / large.people / (small.settled / small.people),
      },
      ...{ unit: "×", most: 2, detail: "1 is linear" },
    },
    {
      ...{ name: "first page of lines, the larger year", value: page(large) / page(small), unit: "×", most: 5 },
      detail: `${(page(small) * 1_000).toFixed(1)} and ${(page(large) * 1_000).toFixed(1)} ms`,
    },
  ];
}
