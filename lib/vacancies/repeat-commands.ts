import { dayOf } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import type { VacancyStatus } from "@/lib/db/generated/enums";
import { ofEnterprise, scopeOf, userIdOf } from "@/lib/identity/actor";
import { contentOf, contentSelect, copyOf } from "./content";
import { repetition } from "./desk-schema";
import { draftColumns } from "./vacancy-commands";

const publicStates = ["PUBLISHED", "FILLED", "EXPIRED"] as const satisfies VacancyStatus[];

/**
 * Copies what the enterprise had in the last published batch in which it took part into drafts: deadlines and hires start
 * anew. What has already been copied is left alone, so that a second click adds nothing. Refuses `nothing_to_repeat`.
 */
export const repeatLastBatch = command({
  name: "vacancies.repeatLastBatch",
  input: repetition,
  may: ofEnterprise(),
  run: async ({ tx, actor, now, input, about }) => {
    const enterpriseId = scopeOf(actor, "ENTERPRISE");
    if (input.deadline && input.deadline < dayOf(now))
      return refuse("invalid_input", { fields: [{ path: ["deadline"], code: "deadlinePast" }] });
    // Two clicks at once: the second waits here and then finds the copies of the first.
    await tx.$queryRaw`select id from "Enterprise" where id = ${enterpriseId} for update`;
    const wasPublic = { enterpriseId, status: { in: [...publicStates] } };
    const batch = await tx.vacancyBatch.findFirst({
      where: {
        status: { in: ["PUBLISHED", "CLOSED"] },
        vacancies: { some: wasPublic },
      },
      orderBy: [{ year: "desc" }, { no: "desc" }],
      select: { id: true, year: true, no: true, month: true },
    });
    if (!batch) return refuse("nothing_to_repeat");
    const sources = await tx.vacancy.findMany({
      where: { ...wasPublic, batchId: batch.id },
      orderBy: { id: "asc" },
      select: { id: true, ...contentSelect },
    });
    const copies = await tx.vacancy.findMany({
      where: { enterpriseId, copiedFromId: { in: sources.map((source) => source.id) }, status: { not: "WITHDRAWN" } },
      select: { copiedFromId: true },
    });
    const copied = new Set(copies.map((copy) => copy.copiedFromId));
    const wanted = sources.filter((source) => !copied.has(source.id));
    const of = { enterpriseId, createdById: userIdOf(actor), now };
    await tx.vacancy.createMany({
      data: wanted.map((source) => ({
        ...draftColumns({ ...copyOf(contentOf(source)), deadline: input.deadline ?? null }, of),
        copiedFromId: source.id,
      })),
    });
    about({ type: "batch", id: batch.id }, { created: wanted.length, already: copied.size });
    return ok({ batch, created: wanted.length, already: sources.length - wanted.length });
  },
});
