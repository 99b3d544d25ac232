import { randomBytes } from "node:crypto";
import { dayOf } from "@/lib/core/day";
import { ok, type Refusal, refuse } from "@/lib/core/result";
import { slugify } from "@/lib/core/text";
import type { Prisma, Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { ofEnterprise, scopeOf, userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { collectingBatch } from "./batch-window-queries";
import { columnsOf, contentOf, contentOfVersion, copyOf, differences } from "./content";
import { newDraft, savedDraft, target, which } from "./desk-schema";
import { findingsNow, groundsOf } from "./facts-queries";
import { findTarget, ownedVacancy, refusedMove, writeOwned } from "./owned-commands";
import { emptyVacancy, type VacancyContent } from "./schema";
import { obstaclesTo } from "./submission";
import { verifyCode } from "./verify-code";

/** Columns of a new draft with this content. */
export function draftColumns(
  content: VacancyContent,
  of: { enterpriseId: number; createdById: number | null; now: Date },
) {
  return {
    ...columnsOf(content),
    enterpriseId: of.enterpriseId,
    createdById: of.createdById,
    createdAt: of.now,
    updatedAt: of.now,
    slug: slugify(content.titleVi),
    verifyCode: verifyCode(randomBytes),
  } satisfies Prisma.VacancyUncheckedCreateInput;
}

/** To whom applicants were last told to turn. */
async function usualContact(tx: Tx, enterpriseId: number) {
  const last = await tx.vacancy.findFirst({
    where: { enterpriseId, OR: [{ contactPhone: { not: null } }, { contactEmail: { not: null } }] },
    orderBy: { id: "desc" },
    select: { contactName: true, contactPhone: true, contactEmail: true },
  });
  return last ?? {};
}

/** A park or an occupation that a content names and that does not exist, at its field; null when both do. */
async function unknownIn(tx: Tx, { parkId, occupationId }: VacancyContent): Promise<Refusal | null> {
  const no = (field: keyof VacancyContent) =>
    refuse("invalid_input", { fields: [{ path: ["content", field], code: "choice" }] });
  if (!(await tx.industrialPark.findUnique({ where: { id: parkId }, select: { id: true } }))) return no("parkId");
  if (occupationId === null) return null;
  const occupation = await tx.occupation.findUnique({ where: { id: occupationId }, select: { id: true } });
  return occupation ? null : no("occupationId");
}

/**
 * A new draft at the enterprise's park, with the contact of the last one and what the caller has to say already; answers
 * what the computer sees in it.
 */
export const createVacancy = command({
  name: "vacancies.create",
  input: newDraft,
  may: permissions.writeNeeds,
  run: async ({ tx, actor, now, input, about }) => {
    const enterpriseId = scopeOf(actor, "ENTERPRISE");
    const enterprise = await tx.enterprise.findUnique({ where: { id: enterpriseId }, select: { parkId: true } });
    // A member's organisation that the register does not know (yet) has no park to recruit for.
    if (!enterprise) return refuse("not_found");
    const empty = { ...emptyVacancy(enterprise.parkId), ...(await usualContact(tx, enterpriseId)) };
    const content = { ...empty, ...input.content };
    const refused = await unknownIn(tx, content);
    if (refused) return refused;
    const createdById = actor.kind === "person" ? actor.userId : null;
    const { id, version } = await tx.vacancy.create({
      data: draftColumns(content, { enterpriseId, createdById, now }),
      select: { id: true, version: true },
    });
    about({ type: "vacancy", id });
    return ok({ id, version, findings: await findingsNow(tx, { id, enterpriseId, content }, dayOf(now)) });
  },
});

/** Autosave of the form: takes any content that fits the columns, complete or not; answers what the computer sees in it. */
export const saveDraft = command({
  name: "vacancies.saveDraft",
  input: savedDraft,
  may: permissions.writeNeeds,
  run: async (context) => {
    const { tx, now, input } = context;
    const found = await findTarget(context, input);
    if (!found.ok) return found;
    const { row } = found;
    // What may be submitted may still be written.
    const refused = refusedMove(row, "submit") ?? (await unknownIn(tx, input.content));
    if (refused) return refused;

    const written = await writeOwned(tx, row, {
      ...columnsOf(input.content),
      slug: slugify(input.content.titleVi),
      updatedAt: now,
    });
    if (!written.ok) return written;
    const findings = await findingsNow(tx, { ...row, content: input.content }, dayOf(now));
    return ok({ ...written.value, savedAt: now.toISOString(), findings });
  },
});

/**
 * Hands a complete need to HEZA for the batch that is collecting today. A returned one whose batch is still being reviewed
 * goes back into that batch. Refuses `no_open_batch`, `nothing_changed`, `enterprise_not_…`, and fields that are wrong.
 */
export const submitVacancy = command({
  name: "vacancies.submit",
  input: target,
  may: ofEnterprise(),
  run: async (context) => {
    const { tx, actor, now, input, about } = context;
    const found = await findTarget(context, input);
    if (!found.ok) return found;
    const { row } = found;
    const refused = refusedMove(row, "submit");
    if (refused) return refused;

    const today = dayOf(now);
    const content = contentOf(row);
    const obstacles = obstaclesTo(await groundsOf(tx, { ...row, content }, today));
    if (obstacles.enterprise) return refuse(obstacles.enterprise);
    if (obstacles.fields.length > 0) return refuse("invalid_input", { fields: obstacles.fields });

    if (row.status === "RETURNED") {
      const last = await tx.vacancyVersion.findFirst({
        where: { vacancyId: row.id },
        orderBy: { no: "desc" },
        select: { content: true },
      });
      if (last && differences(contentOfVersion(last.content), content).length === 0) return refuse("nothing_changed");
    }
    const batch = await collectingBatch(tx, today, row.status === "RETURNED" ? row.batchId : null);
    if (!batch) return refuse("no_open_batch");

    const no = row.submissionNo + 1;
    const written = await writeOwned(tx, row, {
      status: "SUBMITTED",
      submissionNo: no,
      batchId: batch.id,
      submittedAt: now,
      approvedAt: null,
      updatedAt: now,
    });
    if (!written.ok) return written;
    await tx.vacancyVersion.create({
      data: { vacancyId: row.id, no, content, submittedById: userIdOf(actor), submittedAt: now },
    });
    about({ type: "vacancy", id: row.id }, { versionNo: no, batchId: batch.id });
    return ok({ ...written.value, versionNo: no, batch });
  },
});

/** Takes a submission back before anybody has decided: it is a draft again. */
export const recallVacancy = command({
  name: "vacancies.recall",
  input: target,
  may: ofEnterprise(),
  run: async (context) => {
    const found = await findTarget(context, context.input);
    if (!found.ok) return found;
    return (
      refusedMove(found.row, "recall") ??
      writeOwned(context.tx, found.row, { status: "DRAFT", batchId: null, submittedAt: null, updatedAt: context.now })
    );
  },
});

/** A draft with the same content and no deadline, from any vacancy of the enterprise. */
export const copyVacancy = command({
  name: "vacancies.copy",
  input: which,
  may: ofEnterprise(),
  run: async ({ tx, actor, now, input, about }) => {
    const row = await ownedVacancy(tx, actor, input.id);
    if (!row) return refuse("not_found");
    const of = { enterpriseId: row.enterpriseId, createdById: userIdOf(actor), now };
    const { id } = await tx.vacancy.create({
      data: { ...draftColumns(copyOf(contentOf(row)), of), copiedFromId: row.id },
      select: { id: true },
    });
    about({ type: "vacancy", id }, { copiedFromId: row.id });
    return ok({ id });
  },
});

/** Deletes a draft that was never submitted: what HEZA has seen stays, and is withdrawn instead. */
export const removeVacancy = command({
  name: "vacancies.remove",
  input: target,
  may: ofEnterprise(),
  run: async (context) => {
    const found = await findTarget(context, context.input);
    if (!found.ok) return found;
    const { id, enterpriseId, version, status, submissionNo } = found.row;
    if (status !== "DRAFT" || submissionNo > 0) return refuse("not_allowed_now");
    const { count } = await context.tx.vacancy.deleteMany({
      where: { id, enterpriseId, version, status: "DRAFT", submissionNo: 0 },
    });
    return count === 1 ? ok({ id }) : refuse("changed_meanwhile");
  },
});
