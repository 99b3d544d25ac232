import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { href } from "@/lib/i18n/paths";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { writeNotices } from "@/lib/notifications/notice-commands";
import { membersOf } from "@/lib/notifications/tell-commands";
import { difficultyStep } from "./difficulty-schema";

/** Characters of the note that a notice holds. */
const noticeNote = 200;

/**
 * Notes what was done about a school's difficulty and how it stands now; the school's people are told. Of an answer that
 * counts no more it is refused: `not_allowed_now`.
 */
export const followDifficulty = command({
  name: "difficulties.follow",
  input: difficultyStep,
  may: permissions.manageCalls,
  run: async ({ tx, actor, input: { id, version, state, note }, now, about }) => {
    about({ type: "difficulty", id });
    const row = await tx.cohortDifficulty.findUnique({
      where: { id },
      select: { answer: { select: { schoolId: true, year: true, replacedAt: true } } },
    });
    if (!row) return refuse("not_found");
    if (row.answer.replacedAt) return refuse("not_allowed_now");
    const { count } = await tx.cohortDifficulty.updateMany({
      where: { id, version },
      data: { state, version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    await tx.difficultyStep.create({ data: { difficultyId: id, state, note, byUserId: userIdOf(actor), at: now } });
    const people = await membersOf(tx, row.answer.schoolId);
    await writeNotices(
      tx,
      people.map(({ userId }) => ({
        userId,
        template: "difficulty" as const,
        params: {
          year: String(row.answer.year),
          note: note.length > noticeNote ? `${note.slice(0, noticeNote)}…` : note,
        },
        path: href("vi", "school", "answers"),
      })),
      now,
    );
    return ok({ id, version: version + 1 });
  },
});
