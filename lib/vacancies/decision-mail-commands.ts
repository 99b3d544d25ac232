import { z } from "zod";
import { ok } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { messages } from "@/lib/i18n/messages";
import { href, type Locale, locales } from "@/lib/i18n/paths";
import { isSystem } from "@/lib/identity/actor";
import type { MailTemplate } from "@/lib/notifications/letter";
import { queueMail } from "@/lib/notifications/mail";
import { batchName } from "./batch-rules";
import { mostDecisions, returnReasons } from "./review-schema";

const templates: Partial<Record<string, MailTemplate>> = {
  APPROVED: "vacancyApproved",
  RETURNED: "vacancyReturned",
  WITHDRAWN: "vacancyWithdrawn",
};

const stored = z.array(z.object({ field: z.string(), reason: z.string() }));

/** Reasons as lines of a letter: "- Lương cơ bản: …". */
function inWords(reasons: unknown, locale: Locale): string {
  const { field: labels } = messages[locale].vacancies;
  return stored
    .parse(reasons)
    .map(({ field, reason }) =>
      field in labels ? `- ${labels[field as keyof typeof labels]}: ${reason}` : `- ${reason}`,
    )
    .join("\n");
}

/** Writes to an enterprise's members how its vacancies were decided. By the worker; done twice, it writes nothing twice. */
export const tellDecided = command({
  name: "review.tellDecided",
  input: z.object({ decisionIds: z.array(z.number().int().positive()).max(mostDecisions) }),
  may: isSystem,
  run: async ({ tx, input, now, about }) => {
    const decisions = await tx.vacancyDecision.findMany({
      where: { id: { in: input.decisionIds } },
      orderBy: { id: "asc" },
      include: {
        vacancy: {
          select: {
            id: true,
            titleVi: true,
            enterpriseId: true,
            batch: { select: { no: true, month: true, year: true } },
          },
        },
      },
    });
    const members = await tx.membership.findMany({
      where: {
        organisationId: { in: [...new Set(decisions.map(({ vacancy }) => vacancy.enterpriseId))] },
        user: { disabledAt: null },
      },
      select: { organisationId: true, user: { select: { id: true, email: true, locale: true } } },
    });
    let written = 0;
    for (const { id, outcome, reasons, vacancy } of decisions) {
      const template = templates[outcome];
      if (!template) continue;
      for (const { user } of members.filter((member) => member.organisationId === vacancy.enterpriseId)) {
        const locale = locales.find((known) => known === user.locale) ?? "vi";
        const said = inWords(reasons, locale);
        const queued = await queueMail(tx, {
          to: user.email,
          locale,
          template,
          params: {
            title: vacancy.titleVi,
            reasons: said,
            reason: returnReasons.safeParse(reasons).data?.[0]?.reason ?? said,
            batch: vacancy.batch ? batchName(locale, vacancy.batch) : messages[locale].batches.nextBatch,
          },
          dedupeKey: `decision:${id}:${user.id}`,
          now,
          path: href(locale, "enterprise", "vacancies", vacancy.id),
        });
        if (queued) written += 1;
      }
    }
    about({ type: "decisions", id: input.decisionIds[0] ?? 0 }, { written });
    return ok({ written });
  },
});
