import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { isSystem } from "@/lib/identity/actor";
import { removeTopic } from "./check-commands";
import { placeOf } from "./place";
import { handsFilesIn } from "./purposes";
import { fileKey } from "./schema";
import { heldBy } from "./upload-commands";

const day = 86_400_000;

/** Days after which a file goes that is no part of anything. */
export const sweptAfterDays = 2;

/** Takes back a file that is no part of anything yet, also one that is still on its way. */
export const discardFile = command({
  name: "files.discard",
  input: z.object({ key: fileKey }),
  may: handsFilesIn,
  run: async ({ tx, actor, input, about, later }) => {
    const { key } = input;
    const row = await tx.uploadedFile.findFirst({ where: heldBy(actor, key), select: { id: true } });
    if (!row) return refuse("not_found");
    about({ type: "file", id: row.id }, { key });
    const { count } = await tx.uploadedFile.deleteMany({ where: { id: row.id, attachedAt: null } });
    if (count === 0) return refuse("file_attached");
    await later(removeTopic, { below: [placeOf(key)] });
    return ok(null);
  },
});

const lot = 500;

/** Takes away files that are no part of anything, two days after they were begun; a lot at a time. */
export const sweepFiles = command({
  name: "files.sweep",
  input: z.object({}),
  may: isSystem,
  run: async ({ tx, now, about, later }) => {
    const old = { attachedAt: null, createdAt: { lt: new Date(now.getTime() - sweptAfterDays * day) } };
    const rows = await tx.uploadedFile.findMany({
      where: old,
      select: { id: true, key: true },
      orderBy: { createdAt: "asc" },
      take: lot,
    });
    // Asked again with the condition: what was attached in between stays, and so do its bytes.
    const gone = await tx.$queryRaw<{ key: string }[]>`
      delete from "UploadedFile" where id = any(${rows.map(({ id }) => id)}::int[]) and "attachedAt" is null returning key`;
    about({ type: "file", id: "swept" }, { files: gone.length });
    if (gone.length > 0) await later(removeTopic, { below: gone.map(({ key }) => placeOf(key)) });
    return ok({ swept: gone.length, more: rows.length === lot });
  },
});
