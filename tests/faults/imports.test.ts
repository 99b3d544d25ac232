import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { applyImport, setMapping, startImport } from "@/lib/imports/import-commands";
import type { Layout } from "@/lib/imports/layout";
import { createBatch, createMinimumWages, createRecruiter } from "../factories/desk";
import { createEnterprise, createOccupation, createPark } from "../factories/vacancies";
import { toXlsx } from "../tables/encode";

/**
 * Processes that are killed with SIGKILL at any instant while they read a table and while they take it over: in the end each
 * row is there once, and never a part of a table without the rest.
 */
const now = new Date("2026-11-22T03:00:00Z");
const rows = 1_200;
const kills = 20;
const processes: ChildProcess[] = [];
let recruiter: Person;
let enterpriseId: number;

async function begin(importId: number, part: "read" | "land"): Promise<{ child: ChildProcess; said: () => string }> {
  const script = ["--conditions=react-server", "--import", "tsx", "tests/support/import.ts", String(importId), part];
  const child = spawn(process.execPath, script, { env: { ...process.env }, stdio: ["ignore", "pipe", "inherit"] });
  processes.push(child);
  let words = "";
  child.stdout?.on("data", (data: Buffer) => {
    words += data;
  });
  await expect.poll(() => words.includes("begun"), { timeout: 60_000, interval: 20 }).toBe(true);
  return { child, said: () => words };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function finished(importId: number, part: "read" | "land"): Promise<string> {
  const { child, said } = await begin(importId, part);
  if (child.exitCode === null) await once(child, "exit");
  return said();
}

const importOf = (id: number) => db().tableImport.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  const park = await createPark();
  await createMinimumWages();
  const { code } = await createOccupation();
  const enterprise = await createEnterprise(park.id);
  enterpriseId = enterprise.id;
  recruiter = await createRecruiter(enterprise);
  await createBatch({ from: "2026-11-01", to: "2026-11-30" });
  process.env.OCCUPATION = code;
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map(kill));
});

describe(`a table of ${rows} rows, its worker killed ${kills} times while it reads and ${kills} times while it takes over`, () => {
  let id = 0;

  it("is handed in", async () => {
    const head = [
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
    const body = Array.from({ length: rows }, (_, at) => [
      `Công nhân vị trí ${at}`,
      10,
      10,
      "8-10 triệu",
      "6.000.000",
      "Xác định thời hạn",
      "2 ca",
      "Lắp ráp linh kiện điện tử trên chuyền.",
      "Đủ 18 tuổi",
      "0225 000 0009",
      "20/12/2026",
      // Every third row stays a draft.
      at % 3 ? (process.env.OCCUPATION ?? "") : null,
    ]);
    const bytes = await toXlsx([{ name: "S", rows: [head, ...body] }]);
    const started = await startImport(
      recruiter,
      { kind: "NEEDS", name: "x.xlsx", bytes: new Uint8Array(bytes) },
      { now },
    );
    if (!started.ok) throw new Error(started.code);
    id = started.value.id;
    await finished(id, "read");
    const { version, layout } = await importOf(id);
    const fields = Object.fromEntries((layout as Layout).columns.map(({ column, field }) => [column, field]));
    expect(await setMapping(recruiter, { id, version, fields }, { now })).toMatchObject({ ok: true });
  });

  it("reads every row once", { timeout: 600_000 }, async ({ annotate }) => {
    const reached: number[] = [];
    let middle = 0;
    for (let at = 0; at < kills; at++) {
      const { child } = await begin(id, "read");
      // Each fifth is let write a lot first: there are five.
      const before = reached.at(-1) ?? 0;
      const goesOn = async () =>
        child.exitCode !== null || (await db().tableImportRow.count({ where: { importId: id } })) > before;
      if (at % 5 === 4) await expect.poll(goesOn, { timeout: 60_000, interval: 5 }).toBe(true);
      await sleep(Math.random() * 300);
      const alive = child.exitCode === null;
      await kill(child);
      const written = await db().tableImportRow.count({ where: { importId: id } });
      reached.push(written);
      if (alive && written < rows) middle++;
    }
    await annotate(`${middle} of ${kills} kills while it read; rows after each: ${reached.join(", ")}`);
    expect(middle).toBeGreaterThan(0);
    // What has been written stays written.
    expect([...reached].sort((a, b) => a - b)).toEqual(reached);
    await finished(id, "read");
    expect(await db().tableImportRow.count({ where: { importId: id } })).toBe(rows);
    expect(await importOf(id)).toMatchObject({
      state: "CHECKED",
      rowsRead: rows,
      accepted: rows,
      complete: rows - rows / 3,
    });
  });

  /** Waits until a transaction other than ours has written something: the taking over is in its middle. */
  const writing = (child: ChildProcess) =>
    expect
      .poll(
        async () => {
          const [row] = await db().$queryRaw<{ writing: boolean }[]>`
            select count(*) > 0 as writing from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null`;
          return row?.writing === true || child.exitCode !== null;
        },
        { timeout: 30_000, interval: 3 },
      )
      .toBe(true);

  it("takes every row over once, all of them or none", { timeout: 600_000 }, async ({ annotate }) => {
    let middle = 0;
    const { version } = await importOf(id);
    expect(
      await applyImport(recruiter, { id, version, policy: "all", handIn: true, again: false }, { now }),
    ).toMatchObject({ ok: true });
    for (let at = 0; at < kills; at++) {
      const { child } = await begin(id, "land");
      await writing(child);
      await sleep(Math.random() * 250);
      const alive = child.exitCode === null;
      await kill(child);
      const made = await db().vacancy.count({ where: { enterpriseId } });
      expect([0, rows]).toContain(made);
      if (alive && made === 0) middle++;
    }
    await annotate(`${middle} of ${kills} kills while it took over`);
    expect(middle).toBeGreaterThan(0);
    await finished(id, "land");
    const made = await db().vacancy.findMany({ where: { enterpriseId }, select: { titleVi: true, status: true } });
    expect(made).toHaveLength(rows);
    expect(new Set(made.map(({ titleVi }) => titleVi)).size).toBe(rows);
    expect(made.filter(({ status }) => status === "SUBMITTED")).toHaveLength(rows - rows / 3);
    expect(await db().vacancyVersion.count({ where: { vacancy: { enterpriseId } } })).toBe(rows - rows / 3);
    expect(await importOf(id)).toMatchObject({ state: "APPLIED", applied: rows, submitted: rows - rows / 3 });
    expect(await db().tableImportRow.count({ where: { importId: id, state: "APPLIED" } })).toBe(rows);
    expect(
      await db().auditEntry.count({ where: { command: "imports.land", outcome: "ok", subjectType: "import" } }),
    ).toBe(1);
  });
});
