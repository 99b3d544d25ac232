import { z } from "zod";
import { ok } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { isSystem } from "@/lib/identity/actor";
import { noticeDays, readNoticeDays } from "@/lib/notifications/notices";

const day = 86_400_000;

/**
 * Deletes what has served its time: answers to repeated submits and rate limits after a week, ended sessions and links
 * that no longer work (reset, sign-up of an enterprise with what was filled in, invitation) after a month, outbox rows a
 * month after they were handed over, conflicts of the API after a month, tables that were brought (rows and bytes, not
 * what was made of them) after half a year, rosters after a month, notices a season after they were read and a year after they were written. Mails,
 * proofs of reminders and the trail stay.
 */
export const tidy = command({
  name: "jobs.tidy",
  input: z.object({}),
  may: isSystem,
  run: async ({ tx, now, about }) => {
    const week = { lt: new Date(now.getTime() - 7 * day) };
    const month = { lt: new Date(now.getTime() - 30 * day) };
    const halfYear = { lt: new Date(now.getTime() - 180 * day) };
    const deleted = {
      idempotencyKeys: (await tx.idempotencyKey.deleteMany({ where: { createdAt: week } })).count,
      rateLimits: (await tx.rateLimit.deleteMany({ where: { windowStart: week } })).count,
      sessions: (await tx.session.deleteMany({ where: { OR: [{ expiresAt: month }, { revokedAt: month }] } })).count,
      apiConflicts: (await tx.apiConflict.deleteMany({ where: { at: month } })).count,
      resets: (await tx.passwordReset.deleteMany({ where: { expiresAt: month } })).count,
      signUps: (await tx.enterpriseSignUp.deleteMany({ where: { expiresAt: month } })).count,
      // One that only ran out stays: whoever invited sees it and sends it again.
      invitations: (
        await tx.invitation.deleteMany({
          where: { expiresAt: month, OR: [{ acceptedAt: { not: null } }, { revokedAt: { not: null } }] },
        })
      ).count,
      tables: (
        await tx.tableImport.deleteMany({
          where: {
            state: { not: "APPLYING" },
            // The bytes of a roster bear personal IDs: they go as soon as nobody corrects them any more.
            OR: [{ createdAt: halfYear }, { kind: "ROSTER", createdAt: month }],
          },
        })
      ).count,
      files: (await tx.importFile.deleteMany({ where: { imports: { none: {} }, createdAt: week } })).count,
      notices: (
        await tx.notice.deleteMany({
          where: {
            OR: [
              { readAt: { lt: new Date(now.getTime() - readNoticeDays * day) } },
              { createdAt: { lt: new Date(now.getTime() - noticeDays * day) } },
            ],
          },
        })
      ).count,
      outbox: (await tx.outboxMessage.deleteMany({ where: { dispatchedAt: month } })).count,
    };
    about({ type: "jobs", id: "tidy" }, deleted);
    return ok(deleted);
  },
});
