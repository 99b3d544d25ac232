import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "@/app/api/exports/lists/_lists/administration";
import { addDays, dayOf, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { messages } from "@/lib/i18n/messages";
import { type Person, system } from "@/lib/identity/actor";
import { applyImport, setMapping, startImport } from "@/lib/imports/import-commands";
import { landImport } from "@/lib/imports/landing-commands";
import type { Layout } from "@/lib/imports/layout";
import { readImport } from "@/lib/jobs/import-reading";
import { closeLocks } from "@/lib/jobs/lock";
import { exportedList } from "@/lib/web/list-export";
import { toXlsx, type Value } from "../tables/encode";

/**
 * A process whose memory is measured: `prepare FOLDER LINES ROWS…` makes what the others need, `import FOLDER ROWS` takes a
 * table in, `export` takes the audit trail out. The last line of its output is JSON.
 */
const [part = "", ...words] = process.argv.slice(2);
const now = new Date();

const megabytes = (bytes: number) => bytes / 1_048_576;
const peak = () => process.resourceUsage().maxRSS / 1_024;

async function recruiter(): Promise<Person> {
  const user = await db().user.findFirstOrThrow({ include: { memberships: true } });
  const id = user.memberships[0]?.organisationId ?? 0;
  const organisation = { id, kind: "ENTERPRISE" as const, role: "OWNER" as const, nameVi: "" };
  return { kind: "person", userId: user.id, sessionId: null, fullName: "", email: "", staffRole: null, organisation };
}

async function prepare(folder: string, lines: number, sizes: number[]): Promise<void> {
  const today = dayOf(now);
  const park = await db().industrialPark.create({
    data: {
      code: "P",
      slug: "p",
      nameVi: "KCN Thử",
      nameEn: "Park",
      shortNameVi: "Thử",
      shortNameEn: "Park",
      confidence: "H",
      wageRegions: { create: { region: "I", validFrom: dayToDate("2020-01-01"), citation: "NĐ", verified: true } },
    },
  });
  await db().regionalMinimumWage.create({
    data: { region: "I", monthly: 5_310_000, validFrom: dayToDate("2020-01-01"), citation: "NĐ", verified: true },
  });
  const { code } = await db().occupation.create({
    data: { scheme: "VSCO-2020", code: "8212", nameVi: "Lắp ráp điện tử", nameEn: "Assembler", synonyms: [] },
  });
  await db().vacancyBatch.create({
    data: {
      year: 2026,
      no: 1,
      month: 1,
      asOf: dayToDate(today),
      collectFrom: dayToDate(addDays(today, -5)),
      collectTo: dayToDate(addDays(today, 5)),
    },
  });
  const enterprise = {
    taxCode: "0200000007",
    slug: "e",
    nameVi: "Công ty TNHH Thử",
    parkId: park.id,
    investorCountry: "VN",
    headcount: 60_000,
    lifecycle: "OPERATING" as const,
    verifiedAt: now,
  };
  await db().organisation.create({
    data: {
      kind: "ENTERPRISE",
      nameVi: enterprise.nameVi,
      enterprise: { create: enterprise },
      memberships: {
        create: { role: "OWNER", user: { create: { email: "hr@congtymau.example", fullName: "Nhân sự thử" } } },
      },
    },
  });
  const until = addDays(today, 30).split("-").reverse().join("/");
  const head = [
    "STT",
    "Vị trí",
    "Số lượng",
    "LĐPT",
    "Mức lương",
    "Lương cơ bản",
    "Loại hợp đồng",
    "Ca",
    "Mô tả công việc",
    "Yêu cầu",
    "Điện thoại",
    "Hạn nộp",
    "Mã nghề",
  ];
  for (const size of sizes) {
    const body = Array.from({ length: size }, (_, at): Value[] => [
      at + 1,
      `Công nhân lắp ráp linh kiện số ${at}`,
      "10 người",
      10,
      `${7 + (at % 3)}-10 triệu`,
      "6.000.000",
      "Xác định thời hạn",
      "2 ca",
      "Lắp ráp và kiểm tra linh kiện điện tử trên chuyền theo hướng dẫn.",
      "Đủ 18 tuổi, sức khỏe tốt",
      "0225 000 0009",
      until,
      code,
    ]);
    writeFileSync(
      join(folder, `${size}.xlsx`),
      await toXlsx([{ name: "Nhu cầu", rows: [["NHU CẦU TUYỂN DỤNG"], head, ...body] }]),
    );
  }
  await db().$executeRaw`
    insert into "AuditEntry" (command, outcome, "actorKind", "userId", detail, at, "subjectType", "subjectId")
    select 'vacancies.submit', 'ok', 'person', (select min(id) from "User"), '{}', now() - n * interval '1 second', 'vacancy', n::text
    from generate_series(1, ${lines}) n`;
}

async function takeIn(file: string) {
  const actor = await recruiter();
  const bytes = readFileSync(file);
  const before = megabytes(process.memoryUsage().rss);
  const times: Record<string, number> = {};
  let since = performance.now();
  const lap = (name: string) => {
    times[name] = (performance.now() - since) / 1_000;
    since = performance.now();
  };
  const started = await startImport(actor, { kind: "NEEDS", name: "bang.xlsx", bytes: new Uint8Array(bytes) }, { now });
  if (!started.ok) throw new Error(started.code);
  const { id } = started.value;
  const entry = () => db().tableImport.findUniqueOrThrow({ where: { id } });
  lap("upload");
  if ((await readImport(id, 0, () => now)) === "read") {
    const { version, layout } = await entry();
    const fields = Object.fromEntries((layout as Layout).columns.map(({ column, field }) => [column, field]));
    lap("reading");
    await setMapping(actor, { id, version, fields }, { now });
    await readImport(id, 1, () => now);
  }
  lap("trial");
  const { version, accepted } = await entry();
  const applied = await applyImport(actor, { id, version, policy: "all", handIn: true, again: true }, { now });
  if (!applied.ok) throw new Error(applied.code);
  const landed = await landImport(system("worker"), { importId: id }, { now });
  lap("taking over");
  if (!landed.ok || landed.value.applied !== accepted) throw new Error("not everything was taken over");
  return { rows: accepted, times, before, peak: peak() };
}

async function takeOut() {
  const admin: Person = { ...(await recruiter()), staffRole: "ADMIN" };
  const before = megabytes(process.memoryUsage().rss);
  const since = performance.now();
  const rows = audit.rows({
    actor: admin,
    params: { command: "vacancies.submit" },
    locale: "vi",
    words: messages.vi,
    now,
  });
  const reader = exportedList({
    name: "x",
    columns: audit.columns.map((label) => ({ label })),
    rows,
  }).body?.getReader();
  let size = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) size += next.value.byteLength;
  return { seconds: (performance.now() - since) / 1_000, size: megabytes(size), before, peak: peak() };
}

const [folder = "", first = "0", ...sizes] = words;
const answer =
  part === "prepare"
    ? await prepare(folder, Number(first), sizes.map(Number))
    : part === "import"
      ? await takeIn(join(folder, `${first}.xlsx`))
      : await takeOut();
console.log(JSON.stringify(answer ?? null));
await closeLocks();
await db().$disconnect();
