import { createHash } from "node:crypto";
import { callReports } from "@/lib/cohorts/intake-queries";
import { dayOf } from "@/lib/core/day";
import { ok, type Refusal, type Result, refuse } from "@/lib/core/result";
import { fold } from "@/lib/core/text";
import type { Prisma, Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import type { ImportKind } from "@/lib/db/generated/enums";
import { guardTable } from "@/lib/documents/table-guard";
import { openTable } from "@/lib/documents/table-reader";
import { Unreadable } from "@/lib/documents/unreadable";
import { type Actor, userIdOf } from "@/lib/identity/actor";
import { withoutIds } from "@/lib/subsidies/person-id";
import { sameBytes } from "./import-queries";
import { descriptionOf, importScope, kindsOf, takesTablesIn } from "./kinds";
import { fingerprintOf, type Layout, layoutAt, rememberedOf } from "./layout";
import { firstRows } from "./proposal";
import {
  chosenEnterprise,
  chosenHeader,
  chosenMapping,
  cohortParams,
  newImport,
  storedLayout,
  takingOver,
  target,
} from "./schema";
import { type ImportMove, importWorkflow } from "./workflow";

/** Outbox topics: the worker reads and tries a table, and takes it over. */
export const readTopic = "imports.read";
export const landTopic = "imports.land";

const unreadable = (error: unknown): Refusal => {
  if (error instanceof Unreadable)
    return refuse("table_unreadable", { params: { reason: error.code, ...error.params } });
  throw error;
};

/**
 * What a table of a kind is for. Programmes go into a report of a data call that is open now: refuses `no_open_call`, and
 * where several are open a choice among them.
 */
async function purposeOf(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { kind, reportId }: { kind: ImportKind; reportId: number | null },
): Promise<Result<Prisma.InputJsonObject>> {
  if (kind !== "COHORTS") return ok({});
  const calls = await callReports(importScope(actor).organisationId ?? 0, now, tx);
  if (calls.length === 0) return refuse("no_open_call");
  const chosen = reportId === null && calls.length === 1 ? calls[0] : calls.find(({ id }) => id === reportId);
  if (!chosen) return refuse("invalid_input", { fields: [{ path: ["reportId"], code: "whichCall" }] });
  return ok({ reportId: chosen.id });
}

/**
 * Takes a file (or what was pasted) as it is and leaves the reading to the worker. Refuses at once what is no table or not
 * safe to read (`table_unreadable` with a reason), and `no_open_call` for a school that no data call asks.
 */
export const startImport = command({
  name: "imports.start",
  input: newImport,
  may: takesTablesIn,
  run: async ({ tx, actor, now, input, about, later }) => {
    const { kind, name } = input;
    if (!kindsOf(actor).includes(kind)) return refuse("not_found");
    const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength);
    try {
      await guardTable(bytes);
    } catch (error) {
      return unreadable(error);
    }
    const { organisationId } = importScope(actor);
    const params = await purposeOf({ tx, actor, now }, input);
    if (!params.ok) return params;
    const fileHash = createHash("sha256").update(bytes).digest("base64url");
    if (actor.kind === "person" && actor.organisation?.kind === "ENTERPRISE") {
      // An organisation that the register does not know (yet) has nothing to recruit for.
      const known = await tx.enterprise.findUnique({ where: { id: actor.organisation.id }, select: { id: true } });
      if (!known) return refuse("not_found");
    }
    const file = await tx.importFile.create({
      data: { sha256: fileHash, size: bytes.length, bytes: new Uint8Array(bytes), createdAt: now },
      select: { id: true },
    });
    const { id } = await tx.tableImport.create({
      data: {
        kind,
        organisationId,
        createdById: userIdOf(actor),
        params: params.value,
        fileId: file.id,
        fileName: name,
        fileHash,
        createdAt: now,
      },
      select: { id: true },
    });
    about({ type: "import", id }, { kind, fileHash, size: bytes.length });
    await later(readTopic, { importId: id, run: 0 });
    return ok({ id });
  },
});

type Seen = { id: number; version: number };

/** The import that a command is about, in the actor's scope, if the move may be made now. */
async function found({ tx, actor, about }: Context<unknown>, seen: Seen, move: ImportMove) {
  const row = await tx.tableImport.findFirst({ where: { id: seen.id, ...importScope(actor) } });
  if (!row) return refuse("not_found");
  about({ type: "import", id: row.id });
  if (row.version !== seen.version) return refuse("changed_meanwhile");
  if (!importWorkflow.can(move, row.state, "owner")) return refuse("not_allowed_now");
  return ok(row);
}

/** Guarded write of an owner: a stale screen loses. */
async function write({ tx }: Context<unknown>, seen: Seen, data: Prisma.TableImportUncheckedUpdateManyInput) {
  const { count } = await tx.tableImport.updateMany({ where: seen, data: { ...data, version: seen.version + 1 } });
  return count === 1 ? ok({ id: seen.id, version: seen.version + 1 }) : refuse("changed_meanwhile");
}

/** Begins another trial: what the one before has found is forgotten. */
async function tryAgain(
  context: Context<unknown>,
  row: { id: number; version: number; run: number },
  data: Prisma.TableImportUncheckedUpdateManyInput,
) {
  const { tx, later } = context;
  const run = row.run + 1;
  const written = await write(
    context,
    { id: row.id, version: row.version },
    {
      ...data,
      state: "CHECKING",
      run,
      rowsRead: 0,
      accepted: 0,
      asked: 0,
      refused: 0,
      complete: 0,
      passed: [],
      problem: null,
      checkedAt: null,
    },
  );
  if (!written.ok) return written;
  await tx.tableImportRow.deleteMany({ where: { importId: row.id } });
  await later(readTopic, { importId: row.id, run });
  return written;
}

/** Another sheet or header row than proposed: the columns are proposed anew from there, for a person to look at. */
export const chooseHeader = command({
  name: "imports.chooseHeader",
  input: chosenHeader,
  may: takesTablesIn,
  run: async (context) => {
    const { tx, now, input } = context;
    const row = await found(context, input, "map");
    if (!row.ok) return row;
    const { headerFirst: first, headerLast: last, sheet } = input;
    const depth = last - first;
    if (depth < 0 || depth > 3)
      return refuse("invalid_input", { fields: [{ path: ["headerLast"], code: "headerRows" }] });
    const file = row.value.fileId && (await tx.importFile.findUnique({ where: { id: row.value.fileId } }));
    if (!file) return refuse("not_allowed_now");
    try {
      const table = await openTable(Buffer.from(file.bytes));
      if (!table.sheets[sheet]) return refuse("invalid_input", { fields: [{ path: ["sheet"], code: "choice" }] });
      const rows = await firstRows(table, sheet);
      const layout = layoutAt(rows, { first, last }, descriptionOf(row.value.kind), dayOf(now));
      if (layout.columns.length === 0)
        return refuse("invalid_input", { fields: [{ path: ["headerFirst"], code: "headerEmpty" }] });
      await tx.tableImportRow.deleteMany({ where: { importId: input.id } });
      return write(
        context,
        { id: input.id, version: input.version },
        {
          state: "MAPPING",
          run: row.value.run + 1,
          sheet,
          layout,
          preview: previewOf(rows, row.value.kind),
        },
      );
    } catch (error) {
      return unreadable(error);
    }
  },
});

/** Says what each column is and has the table tried; it is remembered for the next table with these headers. */
export const setMapping = command({
  name: "imports.setMapping",
  input: chosenMapping,
  may: takesTablesIn,
  run: async (context) => {
    const { tx, now, input } = context;
    const row = await found(context, input, "map");
    if (!row.ok) return row;
    const { kind, organisationId } = row.value;
    const { fields: known } = descriptionOf(kind);
    const stored = storedLayout.safeParse(row.value.layout);
    if (!stored.success) return refuse("not_allowed_now");
    const chosen = Object.values(input.fields).filter((field) => field !== null);
    const twice = chosen.find((field, at) => chosen.indexOf(field) !== at);
    if (twice)
      return refuse("invalid_input", { fields: [{ path: ["fields"], code: "fieldTwice", params: { field: twice } }] });
    if (chosen.some((field) => !known.some(({ key }) => key === field)))
      return refuse("invalid_input", { fields: [{ path: ["fields"], code: "choice" }] });
    if (!known.some(({ identifies, key }) => identifies && chosen.includes(key)))
      return refuse("invalid_input", { fields: [{ path: ["fields"], code: "nothingIdentifies" }] });
    const layout: Layout = {
      ...stored.data,
      columns: stored.data.columns.map((one) => ({ ...one, field: input.fields[one.column] ?? null, certainty: 1 })),
    };
    const mapping = {
      scope: organisationId ?? 0,
      kind,
      fingerprint: fingerprintOf(layout.columns),
    };
    const columns = rememberedOf(layout.columns);
    await tx.rememberedMapping.upsert({
      where: { scope_kind_fingerprint: mapping },
      create: { ...mapping, columns, updatedAt: now },
      update: { columns, updatedAt: now },
    });
    return tryAgain(context, row.value, { layout });
  },
});

/** Says which enterprise a name of the annex means; every row with that name follows. */
export const nameEnterprise = command({
  name: "imports.nameEnterprise",
  input: chosenEnterprise,
  may: takesTablesIn,
  run: async (context) => {
    const { tx, input } = context;
    const row = await found(context, input, "map");
    if (!row.ok) return row;
    const enterprise = await tx.enterprise.findUnique({ where: { id: input.enterpriseId }, select: { id: true } });
    if (!enterprise) return refuse("invalid_input", { fields: [{ path: ["enterpriseId"], code: "choice" }] });
    const matches = { ...(row.value.matches as Record<string, number>), [fold(input.name).trim()]: enterprise.id };
    return tryAgain(context, row.value, { matches });
  },
});

/**
 * Has the rows taken over, all or the accepted ones. Refuses `rows_refused` where all are wanted and some cannot,
 * `nothing_accepted`, `same_file` when the same sheet of the same bytes has been taken over before and nobody said that it is
 * meant, and `call_closed` where the report that it is for takes nothing more.
 */
export const applyImport = command({
  name: "imports.apply",
  input: takingOver,
  may: takesTablesIn,
  run: async (context) => {
    const { tx, input, later } = context;
    const row = await found(context, input, "apply");
    if (!row.ok) return row;
    const { id, kind, fileHash, accepted, asked, refused } = row.value;
    if (kind === "COHORTS") {
      const calls = await callReports(row.value.organisationId ?? 0, context.now, tx);
      if (!calls.some((one) => one.id === cohortParams.parse(row.value.params).reportId)) return refuse("call_closed");
    }
    if (accepted === 0) return refuse("nothing_accepted");
    if (input.policy === "all" && asked + refused > 0)
      return refuse("rows_refused", { params: { rows: asked + refused } });
    // Two tabs with the same file: the second waits for the first, and then sees it.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`import:${fileHash}`}, 0))`;
    const before = await tx.tableImport.findFirst({
      where: sameBytes(row.value),
      select: { id: true },
      orderBy: { id: "desc" },
    });
    if (before && !input.again) return refuse("same_file", { params: { id: before.id } });
    const { policy, handIn } = input;
    const written = await write(context, { id, version: input.version }, { state: "APPLYING", policy, handIn });
    if (written.ok) await later(landTopic, { importId: id });
    return written;
  },
});

/** Puts a table aside: its rows and bytes are deleted, that it was there stays in the trail. */
export const discardImport = command({
  name: "imports.discard",
  input: target,
  may: takesTablesIn,
  run: async (context) => {
    const { tx, input } = context;
    const row = await found(context, input, "discard");
    if (!row.ok) return row;
    await tx.tableImportRow.deleteMany({ where: { importId: input.id } });
    const written = await write(
      context,
      { id: input.id, version: input.version },
      {
        state: "DISCARDED",
        run: row.value.run + 1,
        fileId: null,
      },
    );
    if (written.ok && row.value.fileId) await tx.importFile.deleteMany({ where: { id: row.value.fileId } });
    return written;
  },
});

/** A cell of a roster that may be a personal ID, also one that lost its zeros, is kept by its end only. */
const masked = (text: string): string =>
  /^[1-9]\d{9,10}$/.test(text.replace(/[\s.'-]/g, "")) ? `••••••••${text.slice(-4)}` : withoutIds(text);

/** The first rows as a person sees them, for the mapping. */
export const previewOf = (rows: Awaited<ReturnType<typeof firstRows>>, kind: ImportKind) =>
  rows.slice(0, 40).map(({ row, cells, fromLeft }) => ({
    row,
    cells: [...cells]
      .filter(([column]) => !fromLeft.has(column))
      .slice(0, 60)
      .map(([column, cell]) => {
        const text = String(cell.value).slice(0, 80);
        return [column, kind === "ROSTER" ? masked(text) : text];
      }),
  }));
