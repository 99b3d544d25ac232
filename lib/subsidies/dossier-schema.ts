import { z } from "zod";
import { fileKey } from "@/lib/files/schema";
import { personAnswers } from "./answers";
import { mostPersons } from "./dossier";

const id = z.int().positive();
const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** An empty field of a form is "not said". */
const note = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? null : value),
  z.string().trim().max(2_000).nullable().default(null),
);
const reason = z.string().trim().min(3).max(1_000);

/** A dossier as the screen showed it. */
export const seenDossier = z.object({ id, version: id });
export const thisDossier = z.object({ id });

export const newDossier = z.object({ groupCode: code, courseId: z.coerce.number().pipe(id), note });
export const dossierHead = seenDossier.extend({ groupCode: code, courseId: z.coerce.number().pipe(id), note });

/** People by their rows on the roster, all of the group's kind who stand on it, or all who take part in the course. */
export const addedPersons = z.union([
  thisDossier.extend({ rosterEntryIds: z.array(id).min(1).max(mostPersons) }),
  thisDossier.extend({ from: z.enum(["course", "roster"]) }),
]);
export const namedPersons = thisDossier.extend({ personIds: z.array(id).min(1).max(mostPersons) });
export const personAnswer = thisDossier.extend({ personId: id, answers: personAnswers });

export const explainedDossier = seenDossier.extend({ reason });
export const copiedDossier = thisDossier.extend({ courseId: z.coerce.number().pipe(id).nullable().default(null) });
export const dossierMessage = thisDossier.extend({ body: z.string().trim().min(1).max(4_000) });
export const answeredCorrection = thisDossier.extend({
  correctionId: id,
  answer: z.string().trim().min(1).max(2_000),
});

/** The most files that are put in their places at once: three papers each of some 160 people. */
export const mostFiles = 500;
export const attachedPapers = thisDossier.extend({
  papers: z
    .array(z.object({ key: fileKey, code, personId: id.nullable() }))
    .min(1)
    .max(mostFiles),
});
export const placedFiles = thisDossier.extend({ keys: z.array(fileKey).min(1).max(mostFiles) });
export const thisPaper = thisDossier.extend({ paperId: id });
