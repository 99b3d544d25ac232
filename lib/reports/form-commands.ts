import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { type Actor, userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { type FormDefinition, formDefinition } from "./definition";
import { aForm, formDraft, formNames, formVersionSeen, newForm } from "./schema";

/** One who makes a version at a time: numbers follow each other, and one draft stands at most. */
const alone = (tx: Tx, formId: number) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`ReportForm ${formId}`}, 0))`;

const maker = (actor: Actor) => (actor.kind === "person" ? userIdOf(actor) : null);

/** What a new form begins with: one question to be replaced. */
const beginning = (): FormDefinition =>
  formDefinition.parse({
    sections: [
      {
        key: "section1",
        title: { vi: "Nội dung", en: "Content" },
        items: [{ kind: "longText", key: "field1", label: { vi: "Nội dung báo cáo", en: "What is reported" } }],
      },
    ],
  });

/** The questions that a new version begins with: those in force, else the newest. */
async function questionsOf(tx: Tx, formId: number): Promise<FormDefinition | null> {
  const versions = await tx.reportFormVersion.findMany({
    where: { formId },
    orderBy: { no: "desc" },
    select: { state: true, definition: true },
  });
  const [newest] = versions;
  const found = versions.find(({ state }) => state === "IN_FORCE") ?? newest;
  return found ? formDefinition.parse(found.definition) : null;
}

/** Makes a form with a first draft, empty or with another form's questions. Refusals: `form_code_taken`, `not_found`. */
export const createForm = command({
  name: "forms.create",
  input: newForm,
  may: permissions.manageForms,
  run: async ({ tx, actor, input, now, about }) => {
    const { copyOf, ...form } = input;
    const definition = copyOf === null ? beginning() : await questionsOf(tx, copyOf);
    if (!definition) return refuse("not_found");
    // Two at once: the second waits here and then finds the code taken.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`ReportForm ${form.code}`}, 0))`;
    if (await tx.reportForm.findUnique({ where: { code: form.code }, select: { id: true } }))
      return refuse("form_code_taken", { fields: [{ path: ["code"], code: "formCodeTaken" }] });
    const made = await tx.reportForm.create({
      data: {
        ...form,
        versions: { create: { no: 1, definition, createdById: maker(actor), createdAt: now } },
      },
      select: { id: true, versions: { select: { id: true } } },
    });
    about({ type: "form", id: made.id });
    return ok({ id: made.id, versionId: made.versions[0]?.id ?? 0 });
  },
});

/** Changes a form's names and what official form it stands for; the questions stay. */
export const renameForm = command({
  name: "forms.rename",
  input: formNames,
  may: permissions.manageForms,
  run: async ({ tx, input, about }) => {
    const { formId, ...data } = input;
    about({ type: "form", id: formId });
    const { count } = await tx.reportForm.updateMany({ where: { id: formId }, data });
    return count === 1 ? ok({ id: formId }) : refuse("not_found");
  },
});

/** Begins the next version with the questions in force. Refused `form_draft_exists` while another draft stands. */
export const draftForm = command({
  name: "forms.draft",
  input: aForm,
  may: permissions.manageForms,
  run: async ({ tx, actor, input, now, about }) => {
    const { formId } = input;
    about({ type: "form", id: formId });
    await alone(tx, formId);
    const definition = await questionsOf(tx, formId);
    if (!definition) return refuse("not_found");
    const last = await tx.reportFormVersion.findFirst({ where: { formId }, orderBy: { no: "desc" } });
    if (last?.state === "DRAFT") return refuse("form_draft_exists");
    const made = await tx.reportFormVersion.create({
      data: { formId, no: (last?.no ?? 0) + 1, definition, createdById: maker(actor), createdAt: now },
      select: { id: true, no: true },
    });
    return ok(made);
  },
});

/** Keeps the questions of a draft. A version that was in force is never changed: `not_allowed_now`. */
export const saveFormDraft = command({
  name: "forms.save",
  input: formDraft,
  may: permissions.manageForms,
  run: async ({ tx, input, about }) => {
    const { id, version, definition } = input;
    const found = await tx.reportFormVersion.findUnique({ where: { id }, select: { formId: true, state: true } });
    if (!found) return refuse("not_found");
    about({ type: "form", id: found.formId }, { versionId: id });
    if (found.state !== "DRAFT") return refuse("not_allowed_now");
    const { count } = await tx.reportFormVersion.updateMany({
      where: { id, version, state: "DRAFT" },
      data: { definition, version: version + 1 },
    });
    return count === 1 ? ok({ id, version: version + 1 }) : refuse("changed_meanwhile");
  },
});

/** Throws a draft away; a form that never had more goes with it, unless an obligation uses it (`form_in_use`). */
export const dropFormDraft = command({
  name: "forms.drop",
  input: formVersionSeen,
  may: permissions.manageForms,
  run: async ({ tx, input, about }) => {
    const found = await tx.reportFormVersion.findUnique({
      where: { id: input.id },
      select: {
        formId: true,
        state: true,
        form: { select: { _count: { select: { versions: true, obligations: true } } } },
      },
    });
    if (!found) return refuse("not_found");
    const { formId, state } = found;
    about({ type: "form", id: formId }, { versionId: input.id });
    if (state !== "DRAFT") return refuse("not_allowed_now");
    await alone(tx, formId);
    const only = found.form._count.versions === 1;
    if (only && found.form._count.obligations > 0) return refuse("form_in_use");
    const { count } = await tx.reportFormVersion.deleteMany({ where: { ...input, state: "DRAFT" } });
    if (count === 0) return refuse("changed_meanwhile");
    if (only) await tx.reportForm.delete({ where: { id: formId } });
    return ok({ formId: only ? null : formId });
  },
});

/**
 * Brings a draft into force; the version that was in force is retired, and what was reported on it stays readable. Periods
 * that are open already keep the version with which they opened.
 */
export const putFormInForce = command({
  name: "forms.putInForce",
  input: formVersionSeen,
  may: permissions.decideForms,
  run: async ({ tx, input, now, about }) => {
    const { id, version } = input;
    const found = await tx.reportFormVersion.findUnique({
      where: { id },
      select: { formId: true, state: true, no: true },
    });
    if (!found) return refuse("not_found");
    about({ type: "form", id: found.formId }, { no: found.no });
    if (found.state !== "DRAFT") return refuse("not_allowed_now");
    await alone(tx, found.formId);
    await tx.reportFormVersion.updateMany({
      where: { formId: found.formId, state: "IN_FORCE" },
      data: { state: "RETIRED", version: { increment: 1 } },
    });
    const { count } = await tx.reportFormVersion.updateMany({
      where: { id, version, state: "DRAFT" },
      data: { state: "IN_FORCE", inForceAt: now, version: version + 1 },
    });
    return count === 1 ? ok({ id, no: found.no }) : refuse("changed_meanwhile");
  },
});
