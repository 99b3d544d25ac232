import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { takeAnswers } from "@/lib/payments/answer-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { giveEnough } from "../factories/budget";
import { balances, createGranted, createPayers, giveAccounts, good, payingAt, sendBatch } from "../factories/payments";

/**
 * Processes that are killed with SIGKILL at any instant while they read the payer's answer: in the end each transfer is
 * answered once, and the ledger holds what the answer says.
 */
const persons = 24;
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children) if (child.exitCode === null) child.kill("SIGKILL");
});

async function begin(fileId: number): Promise<{ child: ChildProcess; said: () => string }> {
  const script = ["--conditions=react-server", "--import", "tsx", "tests/support/answers.ts", String(fileId)];
  const child = spawn(process.execPath, script, { env: { ...process.env }, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  let words = "";
  child.stdout?.on("data", (data: Buffer) => {
    words += data;
  });
  await expect.poll(() => words.includes("begun"), { timeout: 60_000, interval: 20 }).toBe(true);
  return { child, said: () => words };
}

it("ends the same however often its reader is killed in the midst", async () => {
  await loadReferenceData(db());
  await giveEnough();
  const payers = await createPayers();
  const dossier = await createGranted({ persons });
  await giveAccounts(dossier, payers);
  const { lines } = await sendBatch(dossier.policyId, payers);
  const before = await balances(dossier.policyId);
  const rows = lines.map(({ ref, amount }, at) => `${ref};${at % 3 === 0 ? "Thất bại" : "Thành công"};${amount}`);
  const content = Buffer.from(["Mã tham chiếu;Kết quả;Số tiền", ...rows].join("\n")).toString("base64");
  const { id } = good(await takeAnswers(payers.office, { payerFile: { name: "tra-loi.csv", content } }, payingAt));

  const reached = new Set<number>();
  for (let kills = 0; kills < 6; kills++) {
    const { child } = await begin(id);
    await sleep(60 + kills * 40);
    const gone = once(child, "exit");
    if (child.exitCode === null && child.kill("SIGKILL")) await gone;
    reached.add((await db().payerFile.findUniqueOrThrow({ where: { id } })).rowsRead);
  }
  await expect
    .poll(
      async () => {
        const { child, said } = await begin(id);
        if (child.exitCode === null) await once(child, "exit");
        return said().includes("read") || said().includes("over");
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  expect(await db().payerFile.findUnique({ where: { id } })).toMatchObject({ state: "READ", rowsRead: persons });
  const failed = rows.filter((row) => row.includes("Thất bại")).length;
  const one = lines[0]?.amount ?? 0;
  const after = await balances(dossier.policyId);
  expect([after.sent, after.paid - before.paid, after.committed - before.committed]).toEqual([
    0,
    (persons - failed) * one,
    failed * one,
  ]);
  expect(await db().payerLine.count({ where: { fileId: id } })).toBe(persons);
  expect(await db().ledgerEntry.count({ where: { kind: { in: ["PAY", "FAIL"] } } })).toBe(persons);
}, 300_000);
