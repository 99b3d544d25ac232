import { type FileHandle, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { closeSettlement, openSettlement, proposeSettlement } from "@/lib/budget/settlement-commands";
import { settlementSheet, settlementWord } from "@/lib/budget/settlement-file";
import { linesOf, linesPerPage, settlement, settlementGroups, settlementLines } from "@/lib/budget/settlement-queries";
import { linesQuery } from "@/lib/budget/settlement-schema";
import { db } from "@/lib/db/client";
import { streamedWorkbook } from "@/lib/documents/streamed-workbook";
import type { Person } from "@/lib/identity/actor";
import { median } from "./figures";

/**
 * A process whose memory is measured: `settle` begins, proposes and closes the settlement of the year that
 * settlement-load.ts made, `excel FOLDER` and `word FOLDER` write its papers, `page` reads pages of it. The last line of
 * its output is JSON.
 */
const [part = "", folder = ""] = process.argv.slice(2);
const now = new Date();
const megabytes = (bytes: number) => bytes / 1_048_576;
const before = megabytes(process.memoryUsage().rss);

async function staffOf(staffRole: "OFFICE" | "LEADER"): Promise<Person> {
  const { id } = await db().user.findFirstOrThrow({ where: { staffRole } });
  return {
    ...{ kind: "person", userId: id, sessionId: null, fullName: "", email: "", staffRole, organisation: null },
  };
}

const times: Record<string, number> = {};
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const result = await work();
  times[name] = (performance.now() - since) / 1_000;
  return result;
}
async function done<T>(name: string, work: () => Promise<{ ok: true; value: T } | { ok: false; code: string }>) {
  const result = await timed(name, work);
  if (!result.ok) throw new Error(`${name}: ${result.code}`);
  return result.value;
}

async function shown() {
  const { id } = await db().finalSettlement.findFirstOrThrow({ select: { id: true } });
  const found = await settlement(id);
  if (!found) throw new Error("no settlement");
  return found;
}

async function settle() {
  const year = await db().budgetYear.findFirstOrThrow({ select: { policyId: true, year: true } });
  const [office, leader] = [await staffOf("OFFICE"), await staffOf("LEADER")];
  const { id, version } = await done("lines", () => openSettlement(office, year, { now }));
  const paper = { document: "Báo cáo quyết toán", documentOn: "2026-01-20" };
  const proposed = await done("proposal", () => proposeSettlement(office, { id, version, ...paper }, { now }));
  await done("closing", () => closeSettlement(leader, { id, version: proposed.version }, { now }));
}

async function excel(): Promise<void> {
  const found = await shown();
  const sheet = settlementSheet(found, linesOf(found.id), "vi");
  const file: FileHandle = await open(join(folder, "settlement.xlsx"), "w");
  const stream = streamedWorkbook(sheet.name, sheet.columns, sheet.rows(), sheet.titles);
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) await file.write(chunk);
  await file.close();
}

async function word(): Promise<void> {
  const found = await shown();
  const content = await settlementWord(found, await settlementGroups(found.id), linesOf(found.id, true));
  const file = await open(join(folder, "settlement.docx"), "w");
  await file.write(content);
  await file.close();
}

/** Each question is asked once to warm up and five times to be timed; the median counts. */
async function pages(): Promise<void> {
  const { id, lines } = await shown();
  const last = Math.ceil(lines / linesPerPage);
  const asked: Record<string, object> = {
    ...{ "first page": {}, "last page": { page: last }, "middle page": { page: Math.ceil(last / 2) } },
    ...{ returned: { only: "returned" }, unexplained: { only: "unexplained" }, carried: { only: "carried" } },
    ...{ "by name": { q: "thu 777" }, "by number": { q: "2025-7" }, "by a name that all bear": { q: "nguyen van" } },
  };
  for (const [name, query] of Object.entries(asked)) {
    const took: number[] = [];
    for (let round = -1; round < 5; round++) {
      const since = performance.now();
      await settlementLines(id, linesQuery.parse(query));
      if (round >= 0) took.push((performance.now() - since) / 1_000);
    }
    times[name] = median(took);
  }
}

let size = 0;
if (part === "settle") await settle();
else if (part === "page") await pages();
else {
  await timed(part, part === "excel" ? excel : word);
  size = (await stat(join(folder, `settlement.${part === "excel" ? "xlsx" : "docx"}`))).size;
}
const peak = process.resourceUsage().maxRSS / 1_024;
console.log(JSON.stringify({ times, before, peak, size: megabytes(size) }));
await db().$disconnect();
