import type { FieldProblem } from "@/lib/core/result";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { bytesOf, namedAs } from "@/lib/documents/proof";
import { wordType } from "@/lib/documents/word";
import { permissions } from "@/lib/identity/permissions";
import { readLetterTemplate, type TemplateRefusal } from "./template-file";
import { mostProblems, templateInForce, uploadedTemplate } from "./template-schema";

type Problem = Extract<TemplateRefusal, { code: "broken" }>["problems"][number];

/** A problem of a template as one of the field that holds the file; each has a path of its own, so that all are told. */
const said = (problem: Problem, at: number): FieldProblem => ({
  path: ["file", at],
  code: `template_${problem.code}`,
  params: {
    tag: problem.tag,
    text: problem.text,
    ...("paragraph" in problem && { part: problem.part, paragraph: problem.paragraph }),
  },
});

/**
 * Keeps a new version of a template. It is not in force before somebody says so. Refusals: `not_word`, `macros`,
 * `outside`, and `broken` with a problem for each place (params part, paragraph, tag, text).
 */
export const uploadTemplate = command({
  name: "templates.upload",
  input: uploadedTemplate,
  may: permissions.uploadTemplates,
  run: async ({ tx, actor, input, now, about }) => {
    const { kind, file, note } = input;
    const content = bytesOf(file);
    const read = await readLetterTemplate(content);
    if (!read.ok)
      return refuse(`template_${read.code}`, {
        fields:
          read.code === "broken"
            ? read.problems.slice(0, mostProblems).map(said)
            : [{ path: ["file"], code: `template_${read.code}` }],
      });
    // Two uploads at once count one after the other.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`PaperTemplate ${kind}`}, 0))`;
    const last = await tx.paperTemplate.findFirst({ where: { kind }, orderBy: { no: "desc" }, select: { no: true } });
    const stored = await tx.storedFile.create({
      data: { name: namedAs(file.name, "docx"), contentType: wordType, size: content.length, content, createdAt: now },
    });
    const template = await tx.paperTemplate.create({
      data: {
        kind,
        no: (last?.no ?? 0) + 1,
        fileId: stored.id,
        fields: read.used,
        note,
        uploadedById: actor.kind === "person" ? actor.userId : null,
        uploadedAt: now,
      },
    });
    about({ type: "template", id: template.id }, { no: template.no, fields: read.used.length });
    return ok({ id: template.id, no: template.no });
  },
});

/** Puts a version in force, also an earlier one again, or the one that the portal brings along. */
export const useTemplate = command({
  name: "templates.use",
  input: templateInForce,
  may: permissions.decideTemplates,
  run: async ({ tx, input, about }) => {
    const { kind, id } = input;
    about({ type: "template", id: id ?? "built-in" });
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`PaperTemplate ${kind}`}, 0))`;
    if (id !== null && !(await tx.paperTemplate.findFirst({ where: { id, kind } }))) return refuse("not_found");
    await tx.paperTemplate.updateMany({ where: { kind, inForce: true }, data: { inForce: false } });
    if (id !== null) await tx.paperTemplate.update({ where: { id }, data: { inForce: true } });
    return ok({ id });
  },
});
