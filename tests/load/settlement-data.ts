import pg from "pg";
import { knownPolicy } from "@/prisma/seed/support-policy";

const each = 6_000_000;
const back = 1_000_000;

/** What a person's benefit goes through, and in which month of the year it begins to. */
const moves = [
  { kind: "RESERVE", from: "AVAILABLE", to: "RESERVED", ground: "DOSSIER", month: 1 },
  { kind: "COMMIT", from: "RESERVED", to: "COMMITTED", ground: "LIST", month: 3 },
  { kind: "SEND", from: "COMMITTED", to: "SENT", ground: "BATCH", month: 5 },
  { kind: "PAY", from: "SENT", to: "PAID", ground: "PAYER", month: 7 },
  { kind: "CLAW_BACK", from: "PAID", to: "RETURNED", ground: "CONTROL", month: 9 },
] as const;

const around = [
  `insert into "Organisation" (id, kind, "nameVi") values (1, 'SCHOOL', 'Trường thử')`,
  `insert into "User" (id, email, "fullName", "staffRole") values (1, 'vp@heza.example', 'Văn phòng', 'OFFICE'), (2, 'ld@heza.example', 'Lãnh đạo', 'LEADER'),
     (3, 'ks@heza.example', 'Người soát', 'OFFICE')`,
  `insert into "DocumentYear" ("registerId", year, "startedAfter", "lastNo") values (1, 2025, 0, 1)`,
  `insert into "RegisteredDocument" (id, "registerId", year, no, kind, subject, "issuedOn") values (1, 1, 2025, 1, 'DECISION', 'hỗ trợ', '2025-03-01')`,
  `insert into "TrainingCourse" (id, "organisationId", "schoolName", programme, "occupationCode", level, tuition, "startsOn", "endsOn", months, state)
   values (1, 1, 'Trường thử', 'Hàn', 'welding', 'INTERMEDIATE', 12000000, '2025-01-06', '2025-10-06', 9, 'COMPLETED')`,
];

/** What is written, each a statement: so many people, in so many dossiers. */
const rowsOf = (people: number, dossiers: number): [table: string, text: string][] => [
  [
    "Beneficiary",
    `(id, ref, "idHash", "idSealed") select n, gen_random_uuid(), 'h' || n, 's' from generate_series(1, ${people}) n`,
  ],
  [
    "RosterEntry",
    `(id, "organisationId", "beneficiaryId", kind, "fullName", "birthDate", source)
     select n, 1, n, 'STUDENT', 'Nguyễn Văn Thử ' || n, '2004-01-01', 'IMPORTED' from generate_series(1, ${people}) n`,
  ],
  [
    "SubsidyDossier",
    `(id, code, "organisationId", "policyId", "policyVersionId", "groupCode", "courseId", state, "currentNo", persons, amount,
       "submittedAt", "decidedAt", "documentId", "nextPosition")
     select n, '2025-' || n, 1, 1, 1, 'b', 1, 'APPROVED', 1, 100, 100 * ${each}, '2025-02-01', '2025-03-01', 1, 101 from generate_series(1, ${dossiers}) n`,
  ],
  [
    "DossierPerson",
    `(id, "dossierId", position, "rosterEntryId", "beneficiaryId", amount, decision, "decidedAt")
     select n, (n - 1) / 100 + 1, (n - 1) % 100 + 1, n, n, ${each}, 'ACCEPTED', '2025-03-01' from generate_series(1, ${people}) n`,
  ],
  [
    "DossierDecisionPerson",
    `("dossierId", position, "beneficiaryId", "fullName", "birthDate", decision, lines, amount)
     select (n - 1) / 100 + 1, (n - 1) % 100 + 1, n, 'Nguyễn Văn Thử ' || n, '2004-01-01', 'ACCEPTED', '[{"rate": "hoc-phi", "amount": ${each}}]', ${each}
     from generate_series(1, ${people}) n`,
  ],
  [
    "SupportClaim",
    `(id, "beneficiaryId", scope, "rateCode", "dossierId", "personId", amount, state)
     select n, n, 'thu', 'hoc-phi', (n - 1) / 100 + 1, n, ${each}, 'GRANTED' from generate_series(1, ${people}) n`,
  ],
  [
    "CourseParticipant",
    `("courseId", "rosterEntryId", "beneficiaryId", "monthsAttended", "completedOn", "certificateNo")
     select 1, n, n, 9, '2025-10-06', 'CC' || n from generate_series(1, ${people}) n`,
  ],
  // An act of each kind for each dossier, spread over two months.
  [
    "LedgerPosting",
    `(id, key, ground, "subjectId", document, at)
     values (1, 'allocate', 'PROPOSAL', 1, 'Quyết định giao dự toán', '2025-01-01')`,
  ],
  ...moves.map(({ kind, ground, month }, at): [string, string] => [
    "LedgerPosting",
    `(id, key, ground, "subjectId", document, at)
     select 1 + n + ${at} * ${dossiers}, '${kind}:' || n, '${ground}', n, 'Chứng từ ' || n,
       timestamptz '2025-0${month}-01' + n * (interval '60 days' / ${dossiers}) from generate_series(1, ${dossiers}) n`,
  ]),
  [
    "LedgerEntry",
    `("postingId", at, "budgetYearId", kind, "fromAccount", "toAccount", amount)
     select id, at, 1, 'ALLOCATE', 'SOURCE', 'AVAILABLE', ${people}::bigint * ${each} from "LedgerPosting" where id = 1`,
  ],
  ...moves.map(({ kind, from, to }, at): [string, string] => [
    "LedgerEntry",
    `("postingId", at, "budgetYearId", kind, "fromAccount", "toAccount", amount, "claimId", "dossierId")
     select p.id, p.at, 1, '${kind}', '${from}', '${to}', ${kind === "CLAW_BACK" ? back : each}, n, p."subjectId"
     from generate_series(1, ${people}) n join "LedgerPosting" p on p.id = 2 + (n - 1) / 100 + ${at} * ${dossiers}
     ${kind === "CLAW_BACK" ? "where n % 100 = 0" : ""} order by n`,
  ]),
  [
    "ClaimMoney",
    `("claimId", "budgetYearId", "dossierId", paid, returned)
     select n, 1, (n - 1) / 100 + 1, ${each} - r, r from generate_series(1, ${people}) n, lateral (select case when n % 100 = 0 then ${back} else 0 end) as given(r)`,
  ],
  // A transfer for each dossier, of all its benefits.
  [
    "PaymentBatch",
    `(id, "policyId", title, state, code, year, no, "createdById", "createdAt", "proposedById", "proposedAt",
       "checkedById", "checkedAt", "approvedById", "approvedAt", document, "fileHash", "lineCount", persons, amount)
     values (1, 1, 'Đợt chi', 'SENT', '2025-001', 2025, 1, 1, '2025-05-01', 1, '2025-05-01', 3, '2025-05-01', 2, '2025-05-01',
       'Tờ trình', repeat('0', 64), ${dossiers}, ${people}, ${people}::bigint * ${each})`,
  ],
  [
    "PaymentLine",
    `(id, "batchId", position, ref, "accountId", "dossierId", amount, state, "answeredAt")
     select n, 1, n, 'HZ2025001-' || lpad(n::text, 5, '0'), n, n, 100 * ${each}, 'PAID', '2025-07-01' from generate_series(1, ${dossiers}) n`,
  ],
  [
    "PaymentItem",
    `("lineId", "claimId", "budgetYearId", "dossierId", amount, state)
     select (n - 1) / 100 + 1, n, 1, (n - 1) / 100 + 1, ${each}, 'PAID' from generate_series(1, ${people}) n`,
  ],
  [
    "BudgetYear",
    `(id, "policyId", year, source, paid, returned)
     values (1, 1, 2025, -(${people}::bigint * ${each}), ${people}::bigint * ${each} - ${dossiers}::bigint * ${back}, ${dossiers}::bigint * ${back})`,
  ],
];

/** Takes the indexes away that no constraint needs; the answer makes them anew. */
async function withoutIndexes(client: pg.Client, tables: string[]): Promise<() => Promise<void>> {
  const { rows: found } = await client.query<{ name: string; text: string }>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as text from pg_index x
     where x.indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)`,
    [tables.map((table) => `"${table}"`)],
  );
  for (const { name } of found) await client.query(`drop index ${name}`);
  return async () => {
    for (const { text } of found) await client.query(text);
  };
}

/**
 * A year in which so many people (a multiple of a hundred) were granted support and paid, in dossiers of a hundred, all with
 * a numbered decision and a certificate; one in a hundred has money returned. Four entries a person, and a hundredth.
 *
 * Each table is one statement. The session writes as a replica does, which no trigger follows and no foreign key: the ledger
 * applies entries to its balances at a few thousand a second, which is what other tests are about. So the balances are
 * written here as the entries make them, and compared with them at the end; checks hold as ever, and whoever reads or
 * closes the year afterwards does it in a session of its own, with every guard.
 */
export async function makeYear(url: string, people: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query("set maintenance_work_mem = '512MB'");
    await client.query("set synchronous_commit = off");
    await client.query(
      `insert into "SupportPolicy" (id, code, "nameVi", "nameEn", citation, "validFrom", "validTo")
       values (1, 'nq-03-2024', 'Chính sách', 'Policy', 'Nghị quyết', '2024-01-01', '2030-12-31')`,
    );
    await client.query(
      `insert into "SupportPolicyVersion" (id, "policyId", no, definition, state, "inForceFrom", "decidedAt")
       values (1, 1, 1, $1, 'IN_FORCE', '2024-01-01', now())`,
      [JSON.stringify(knownPolicy)],
    );
    for (const text of around) await client.query(text);
    const rows = rowsOf(people, people / 100);
    const indexed = await withoutIndexes(client, [...new Set(rows.map(([table]) => table))]);
    for (const [table, text] of rows) await client.query(`insert into "${table}" ${text}`);
    await indexed();
    await client.query(`select setval('"LedgerPosting_id_seq"', (select max(id) from "LedgerPosting"))`);
    await client.query("vacuum analyze");
    await compareBalances(client);
  } finally {
    await client.end();
  }
}

/** The balances are what the entries make of them. */
async function compareBalances(client: pg.Client): Promise<void> {
  const { rows: wrong } = await client.query(
    `select e.account, e.sum, y.balance from (
       select account, sum(amount) as sum from (select "toAccount"::text as account, amount from "LedgerEntry"
         union all select "fromAccount"::text, -amount from "LedgerEntry") side group by account) e
     left join (select k.account, k.balance from "BudgetYear",
         lateral (values ('SOURCE', source), ('AVAILABLE', available), ('RESERVED', reserved), ('COMMITTED', committed), ('SENT', sent),
           ('PAID', paid), ('RETURNED', returned)) k(account, balance)
       union all select 'claims ' || k.account, sum(k.balance) from "ClaimMoney", lateral (values ('PAID', paid), ('RETURNED', returned)) k(account, balance) group by k.account) y
       on y.account in (e.account, 'claims ' || e.account)
     where y.balance is distinct from e.sum`,
  );
  if (wrong.length > 0) throw new Error(`balances differ from the entries: ${JSON.stringify(wrong)}`);
}
