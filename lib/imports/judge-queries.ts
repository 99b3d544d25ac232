import { programmeJudge } from "@/lib/cohorts/intake-queries";
import { dayOf } from "@/lib/core/day";
import { fold } from "@/lib/core/text";
import { db, type Prisma } from "@/lib/db/client";
import type { ImportKind, ImportRowState } from "@/lib/db/generated/enums";
import { cellAddress } from "@/lib/documents/table";
import { judgeEntries } from "@/lib/organisations/intake-queries";
import { enterpriseMatcher, type Match } from "@/lib/organisations/name-match-queries";
import { parkFinder } from "@/lib/places/name-queries";
import { withoutIds } from "@/lib/subsidies/person-id";
import { judgePeople } from "@/lib/subsidies/roster-intake-queries";
import { judgeNeeds, occupationNames } from "@/lib/vacancies/intake-queries";
import type { Layout } from "./layout";
import type { CellFinding, ImportRecord } from "./records";
import { cohortParams } from "./schema";

/** A record with what the register, the law and the rules of its kind say of it. */
export type JudgedRow = {
  row: number;
  state: Exclude<ImportRowState, "APPLIED">;
  content: Prisma.InputJsonObject;
  raw: Record<string, string>;
  findings: CellFinding[];
  complete: boolean;
  enterpriseId: number | null;
};

export type Judge = (records: ImportRecord[]) => Promise<JudgedRow[]>;

/** A judge, and what of the moment the table's params are to remember. */
export type Sitting = { judge: Judge; params: Prisma.InputJsonObject };

export type JudgeContext = {
  kind: ImportKind;
  /** Whose table it is; null: the Authority's. */
  organisationId: number | null;
  layout: Layout;
  /** Enterprises that a person has named, by folded name. */
  matches: Record<string, number>;
  params: unknown;
  now: Date;
};

type Said = Omit<CellFinding, "address">;

const stateOf = (findings: CellFinding[]): JudgedRow["state"] => {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return "ACCEPTED";
  return errors.every(({ code }) => code === "enterpriseAsked") ? "ASKED" : "REFUSED";
};

/** Puts what is said of fields at the cells where they stand. */
function placed({ columns }: Layout) {
  return (row: number, said: Said): CellFinding => {
    const near: Record<string, string[]> = {
      wage: ["wage", "wageMin", "wageMax"],
      contactPhone: ["contactPhone", "contact"],
    };
    const keys = said.field === null ? [] : (near[said.field] ?? [said.field]);
    const column = keys
      .map((key) => columns.find(({ field }) => field === key)?.column)
      .find((one) => one !== undefined);
    return { ...said, address: column === undefined ? null : cellAddress(row, column) };
  };
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** What a match says of a row, as a finding; nothing when it is sure by the tax code. */
function saidOfMatch(match: Match, values: Record<string, unknown>): Said[] {
  const field = values.taxCode !== undefined && values.enterprise === undefined ? "taxCode" : "enterprise";
  const name = text(values.enterprise) ?? text(values.taxCode) ?? "";
  if (match.kind === "unknown")
    return [{ severity: "error", code: name ? "enterpriseUnknown" : "required", field, params: { name } }];
  if (match.kind === "asked")
    return [
      {
        severity: "error",
        code: "enterpriseAsked",
        field,
        params: {
          name,
          candidates: JSON.stringify(match.candidates.map(({ id, nameVi, taxCode }) => ({ id, nameVi, taxCode }))),
        },
      },
    ];
  return match.byName && fold(match.name) !== fold(name)
    ? [{ severity: "note", code: "enterpriseMatched", field, params: { name: match.name } }]
    : [];
}

async function needsJudge({ kind, organisationId, layout, matches, now }: JudgeContext): Promise<Judge> {
  const today = dayOf(now);
  const [names, findPark, match, at] = [
    await occupationNames(),
    await parkFinder(),
    enterpriseMatcher(),
    placed(layout),
  ];
  const parks = new Map<number, number>();
  const parkOf = async (id: number) => {
    const known =
      parks.get(id) ?? (await db().enterprise.findUniqueOrThrow({ where: { id }, select: { parkId: true } })).parkId;
    parks.set(id, known);
    return known;
  };
  const whose = async (values: Record<string, unknown>): Promise<Match> => {
    if (kind === "NEEDS" && organisationId !== null)
      return { kind: "sure", id: organisationId, name: "", byName: false };
    const name = text(values.enterprise);
    const said = matches[fold(name ?? text(values.taxCode) ?? "").trim()];
    return said === undefined
      ? match(text(values.taxCode), name)
      : { kind: "sure", id: said, name: name ?? "", byName: false };
  };
  return async (records) => {
    const rows = await Promise.all(
      records.map(async (record) => {
        const found = await whose(record.values);
        const said = saidOfMatch(found, record.values);
        const parkName = text(record.values.park);
        const own = found.kind === "sure" ? await parkOf(found.id) : null;
        const park = parkName === null ? own : (findPark(parkName) ?? own);
        if (parkName !== null && findPark(parkName) === null)
          said.push({
            severity: found.kind === "sure" ? "note" : "error",
            code: "parkUnknown",
            field: "park",
            params: { name: parkName },
          });
        return { record, said, enterpriseId: found.kind === "sure" ? found.id : null, parkId: park };
      }),
    );
    const known = rows.flatMap((row) =>
      row.enterpriseId !== null && row.parkId !== null
        ? [{ ...row, enterpriseId: row.enterpriseId, parkId: row.parkId }]
        : [],
    );
    const judged = await judgeNeeds(
      known.map(({ record, enterpriseId: id, parkId }) => ({ values: record.values, enterpriseId: id, parkId })),
      names,
      today,
    );
    const byRow = new Map(known.map(({ record }, index) => [record.row, judged[index]]));
    return rows.map(({ record, said, enterpriseId: id }) => {
      const need = byRow.get(record.row);
      // A cell that could not be read is told once, by the reader: what follows from it says nothing new.
      const unread = new Set(record.findings.filter(({ severity }) => severity === "error").map(({ field }) => field));
      const more = [
        ...said,
        ...(need?.findings ?? []).filter(({ field, severity }) => severity === "note" || !unread.has(field)),
      ];
      const findings = [...record.findings, ...more.map((one) => at(record.row, one))];
      const state = stateOf(findings);
      return {
        row: record.row,
        state,
        content: (need?.content ?? {}) as Prisma.InputJsonObject,
        raw: record.raw,
        findings,
        complete: state === "ACCEPTED" && need?.complete === true,
        enterpriseId: id,
      };
    });
  };
}

async function registerJudge({ layout, now }: JudgeContext): Promise<Judge> {
  const [findPark, at, seen] = [await parkFinder(), placed(layout), new Map<string, number>()];
  return async (records) => {
    const parks = records.map(({ values }) => findPark(text(values.park) ?? ""));
    const judged = await judgeEntries(
      records.map(({ row, values }, index) => ({ row, values, parkId: parks[index] ?? null })),
      seen,
      dayOf(now),
    );
    return records.map((record, index) => {
      const entry = judged[index];
      const unread = new Set(record.findings.filter(({ severity }) => severity === "error").map(({ field }) => field));
      const name = text(record.values.park);
      const more: Said[] = (entry?.findings ?? []).map((one) =>
        one.field === "park" && name !== null
          ? { severity: "error", code: "parkUnknown", field: "park", params: { name } }
          : one,
      );
      const findings = [
        ...record.findings,
        ...more.filter(({ field }) => !unread.has(field)).map((one) => at(record.row, one)),
      ];
      const state = stateOf(findings);
      return {
        row: record.row,
        state,
        content: (entry?.content ?? {}) as Prisma.InputJsonObject,
        raw: record.raw,
        findings,
        complete: state === "ACCEPTED",
        enterpriseId: null,
      };
    });
  };
}

/** People of a roster. The cells as they stood are kept without their ID: what is shown of it is its end. */
async function rosterJudge({ layout, organisationId, now }: JudgeContext): Promise<Judge> {
  const { id, kind } = await db().organisation.findUniqueOrThrow({
    where: { id: organisationId ?? 0 },
    select: { id: true, kind: true },
  });
  const [at, seen] = [placed(layout), new Map<string, number>()];
  return async (records) => {
    const judged = await judgePeople(records, { id, kind }, seen, dayOf(now));
    return records.map((record, index) => {
      const person = judged[index];
      const unread = new Set(record.findings.filter(({ severity }) => severity === "error").map(({ field }) => field));
      const findings = [
        ...record.findings,
        ...(person?.findings ?? []).filter(({ field }) => !unread.has(field)).map((one) => at(record.row, one)),
      ];
      const state = stateOf(findings);
      const { personId, ...raw } = record.raw;
      const masked = Object.fromEntries(Object.entries(raw).map(([key, text]) => [key, withoutIds(text)]));
      return {
        row: record.row,
        state,
        content: (state === "ACCEPTED" ? person?.content : {}) as Prisma.InputJsonObject,
        raw: personId === undefined ? masked : { ...masked, personId: `••••••••${personId.slice(-4)}` },
        findings,
        complete: state === "ACCEPTED",
        enterpriseId: null,
      };
    });
  };
}

/** Programmes of a school, for its report of a data call as it stands now. */
async function cohortsJudge({ layout, organisationId, params, now }: JudgeContext): Promise<Sitting> {
  const { reportId } = cohortParams.parse(params);
  const at = placed(layout);
  const { judge, version } = await programmeJudge(organisationId ?? 0, reportId, layout, now);
  return {
    params: { reportId, reportVersion: version },
    judge: async (records) =>
      records.map((record) => {
        const judged = judge(record);
        const unread = new Set(
          record.findings.filter(({ severity }) => severity === "error").map(({ field }) => field),
        );
        const findings = [
          ...record.findings,
          ...judged.findings.filter(({ field }) => !unread.has(field)).map((one) => at(record.row, one)),
        ];
        const state = stateOf(findings);
        return {
          row: record.row,
          state,
          content: (state === "ACCEPTED" ? judged.content : {}) as Prisma.InputJsonObject,
          raw: record.raw,
          findings,
          complete: state === "ACCEPTED" && judged.complete,
          enterpriseId: null,
        };
      }),
  };
}

/** A judge of one table's records; what it asks of the register more than once, it remembers. */
export async function judgeOf(context: JudgeContext): Promise<Sitting> {
  if (context.kind === "COHORTS") return cohortsJudge(context);
  const judges = { NEEDS: needsJudge, ANNEX: needsJudge, REGISTER: registerJudge, ROSTER: rosterJudge };
  return { judge: await judges[context.kind](context), params: {} };
}
