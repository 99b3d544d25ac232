import { alignReservation } from "@/lib/budget/reservation-commands";
import { dayOf } from "@/lib/core/day";
import { type FieldProblem, ok, type Refusal, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { takeClaims } from "./claim-commands";
import { amountOf, blocks, type DossierHead, digestOf, type FrozenPaper, type Judged } from "./dossier";
import { type JudgedDossier, judgeAgain } from "./dossier-edit-commands";
import { type HeldDossier, heldDossier, moveDossier } from "./dossier-held-commands";
import { seenDossier } from "./dossier-schema";
import { judgeDossier } from "./eligibility";
import type { DossierPersonRead, PaperOnHand } from "./facts-queries";
import type { Finding } from "./findings";

/** Places that a refusal names; further ones are counted. */
const mostPlaces = 50;

type Person = Judged<DossierPersonRead>;

const placeOf = (person: Person | null, finding: Finding): FieldProblem => ({
  path: [...(person ? ["persons", person.position] : ["dossier"]), finding.paper ?? finding.field ?? finding.code],
  code: finding.code,
  params: {
    ...finding.params,
    ...(finding.rate ? { rate: finding.rate } : {}),
    ...(finding.paper ? { paper: finding.paper } : {}),
    ...(person ? { position: person.position, name: person.fullName } : {}),
  },
});

/** What keeps the dossier from being handed in, with the places; null: nothing. */
function obstacles(read: JudgedDossier): Refusal | null {
  if (read.persons.length === 0) return refuse("no_persons");
  const found = [
    ...judgeDossier(read.policy, read.facts)
      .filter(blocks)
      .map((finding) => placeOf(null, finding)),
    ...read.persons.flatMap((person) => person.findings.filter(blocks).map((finding) => placeOf(person, finding))),
  ];
  if (found.length === 0) return null;
  const supported = found.filter(({ code }) => code === "already_supported");
  const code = supported.length > 0 ? "already_supported" : "not_ready";
  return refuse(code, {
    fields: [...supported, ...found.filter((one) => one.code !== "already_supported")].slice(0, mostPlaces),
    params: { places: found.length, persons: read.persons.filter(({ findings }) => findings.some(blocks)).length },
  });
}

const frozen = (papers: readonly PaperOnHand[]): FrozenPaper[] =>
  papers.map(({ code, illegible, fileId, fileName }) => ({ code, illegible, fileId, fileName }));

/** The next number of the year; its row stays locked until the dossier is in, so that no number is left out. */
async function nextCode(tx: Tx, now: Date): Promise<string> {
  const year = Number(dayOf(now).slice(0, 4));
  const [row] = await tx.$queryRaw<{ lastNo: number }[]>`
    insert into "DossierYear" (year, "lastNo") values (${year}, 1)
    on conflict (year) do update set "lastNo" = "DossierYear"."lastNo" + 1 returning "lastNo"`;
  if (!row) throw new Error("no number was given");
  return `${year}-${String(row.lastNo).padStart(6, "0")}`;
}

/** Writes the version down, for ever: the dossier's head and every person as they are judged now. */
async function freeze({ tx, actor, now }: Context<unknown>, row: HeldDossier, read: JudgedDossier, no: number) {
  const head: DossierHead = {
    groupCode: row.groupCode,
    course: read.facts.course,
    note: row.note,
    papers: frozen(read.papers),
  };
  const { id } = await tx.dossierVersion.create({
    data: {
      dossierId: row.id,
      no,
      policyVersionId: row.policyVersionId,
      head,
      persons: read.persons.length,
      amount: amountOf(read.persons),
      submittedById: userIdOf(actor),
      submittedAt: now,
    },
    select: { id: true },
  });
  const json = (value: unknown) => value as Prisma.InputJsonArray;
  await tx.dossierVersionPerson.createMany({
    data: read.persons.map((person) => {
      const papers = frozen(person.papers);
      const { fullName, facts, amount } = person;
      return {
        versionId: id,
        position: person.position,
        beneficiaryId: person.beneficiaryId,
        fullName,
        facts,
        lines: json(person.lines),
        amount,
        findings: json(person.findings),
        papers: json(papers),
        digest: digestOf({ fullName, facts, papers, amount }),
      };
    }),
  });
}

const supportedElsewhere = (persons: readonly { position: number; fullName: string; rate: string }[]) =>
  refuse("already_supported", {
    fields: persons.slice(0, mostPlaces).map(({ position, fullName, rate }) => ({
      path: ["persons", position, "already_supported"],
      code: "already_supported",
      params: { position, name: fullName, rate },
    })),
    params: { places: persons.length, persons: persons.length },
  });

/**
 * Hands a dossier in, for the first time or after corrections: everybody is judged once more, the version is frozen, each
 * person's benefit is taken, and the Authority's clock runs, or goes on. Refuses `no_persons`, `not_ready` with the places
 * where something is missing, and `already_supported` with the persons whose benefit is asked for or granted elsewhere.
 *
 * @returns the dossier's number, that of the version, and đồng that it waits for (0: its money is reserved)
 */
export const submitDossier = command({
  name: "dossiers.submit",
  input: seenDossier,
  may: permissions.writeDossiers,
  patience: 60_000,
  run: async (context) => {
    const { tx, now, input, about } = context;
    const first = await heldDossier(context, input, "applicant", "submit");
    const held = first.ok ? first : await heldDossier(context, input, "applicant", "resubmit");
    if (!held.ok) return held;
    const { row } = held;
    const read = await judgeAgain(tx, row.id);
    const wrong = obstacles(read);
    if (wrong) return wrong;
    const lost = await takeClaims(tx, read, read.persons, now);
    if (lost.length > 0) return supportedElsewhere(lost);
    const no = row.currentNo + 1;
    await freeze(context, row, read, no);
    const code = row.code ?? (await nextCode(tx, now));
    await tx.dossierCorrection.updateMany({
      where: { dossierId: row.id, state: "OPEN", sentAt: { not: null } },
      data: { state: "ANSWERED", answeredNo: no, version: { increment: 1 } },
    });
    const moved = await moveDossier(
      context,
      row,
      first.ok ? "submit" : "resubmit",
      {
        code,
        currentNo: no,
        submittedAt: row.submittedAt ?? now,
        persons: read.persons.length,
        amount: amountOf(read.persons),
        stopped: read.persons.filter(({ stopped }) => stopped).length,
      },
      { versionNo: no },
    );
    if (!moved.ok) return moved;
    // Last, because everybody who moves money waits here. Not enough of it is no reason not to receive a dossier.
    const { waiting } = await alignReservation(context, row.id);
    about({ type: "dossier", id: row.id }, { code, no, persons: read.persons.length, waiting });
    return ok({ ...moved.value, code, no, waiting });
  },
});
