import { createHash } from "node:crypto";
import type { z } from "zod";
import { log } from "@/lib/config/log";
import { problemsOf } from "@/lib/core/problems";
import { type Refusal, type Result, refuse } from "@/lib/core/result";
import { outOfSpace } from "@/lib/core/storage-full";
import type { Actor, May } from "@/lib/identity/actor";
import { db, type Prisma, type Tx } from "./client";

/** What a command is about, for the audit trail. */
export type Subject = { type: string; id: number | string };

export type Context<I> = {
  tx: Tx;
  actor: Actor;
  /** The instant of the call; the only clock of a command. */
  now: Date;
  input: I;
  /** Names the row that the audit entry is about, and what else to remember. Call at most once for a single subject. */
  about: (subject: Subject, detail?: Record<string, unknown>) => void;
  /** Further subjects that the act concerns: each gets its own line, so that the trail of each is whole. */
  touches: (...subjects: Subject[]) => void;
  /** Writes an outbox row in this transaction: done after commit, by the worker, once. */
  later: (topic: string, payload: Prisma.InputJsonObject, notBefore?: Date) => Promise<void>;
  /** Cache tags of public pages that this change makes stale; told to every web process at commit. */
  changed: (...tags: string[]) => void;
};

export type CallOptions = {
  now?: Date;
  requestId?: string | undefined;
  /** The same key twice gives the first answer without doing it again. */
  idempotencyKey?: string | undefined;
  /** What the key stands for, where the caller can say: the same key for something else is refused `key_reused`. */
  requestHash?: string | undefined;
};

export type Command<I, T> = {
  (actor: Actor, input: unknown, options?: CallOptions): Promise<Result<T>>;
  commandName: string;
  input: z.ZodType<I>;
  may: May;
};

/** Thrown inside the transaction so that a refusal undoes whatever was written before it. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

const secret = /password|token|secret|personId|idSealed|idHash|account(Number|File)|payerFile/i;
/** Twelve digits, alone or with signs between: a personal ID that somebody wrote into a text. */
const personalId = /(?<!\d)\d(?:[\s.-]?\d){7}((?:[\s.-]?\d){4})(?!\d)/g;

/** The input less its secrets and personal IDs, for the audit trail; long texts are cut. */
function remembered(value: unknown): Prisma.InputJsonValue | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") {
    const text = value.replace(personalId, "••••••••$1");
    return text.length > 500 ? `${text.slice(0, 500)}…` : text;
  }
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (Array.isArray(value)) return value.slice(0, 100).map(remembered);
  if (typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, secret.test(key) ? "•" : remembered(inner)]),
    );
  return String(value);
}

const actorColumns = (actor: Actor) => ({
  actorKind:
    actor.kind === "system" ? `system:${actor.name}` : actor.kind === "key" ? `key:${actor.keyId}` : actor.kind,
  userId: actor.kind === "person" ? actor.userId : null,
  organisationId: actor.kind === "person" || actor.kind === "key" ? (actor.organisation?.id ?? null) : null,
});

/** Subjects whose lines are written in one statement: a table taken over has tens of thousands. */
const linesAtOnce = 5_000;

/** A line of the trail for each further subject. */
async function writeTouched(
  tx: Tx,
  base: { command: string; requestId: string | null; at: Date } & ReturnType<typeof actorColumns>,
  subject: Subject | undefined,
  touched: Subject[],
): Promise<void> {
  const detail = JSON.stringify({ of: subject ? { type: subject.type, id: String(subject.id) } : null });
  for (let at = 0; at < touched.length; at += linesAtOnce) {
    const some = touched.slice(at, at + linesAtOnce);
    await tx.$executeRaw`
      insert into "AuditEntry" (command, "requestId", at, "actorKind", "userId", "organisationId", outcome, "subjectType", "subjectId", detail)
      select ${base.command}, ${base.requestId}, ${base.at}, ${base.actorKind}, ${base.userId}::int, ${base.organisationId}::int, 'ok',
        type, id, ${detail}::jsonb
      from unnest(${some.map(({ type }) => type)}::text[], ${some.map(({ id }) => String(id))}::text[])
        with ordinality as touched(type, id, place) order by place`;
  }
}

/**
 * The one shape of a write: parse with zod, check `may`, open a transaction, `run`, write the audit entry and the outbox
 * rows in the same transaction, answer a `Result`. Refusals are audited as well, outside the undone transaction. A full
 * disk is a refusal, too (`storage_full`): whoever meets it is told so, and loses nothing.
 */
export function command<S extends z.ZodType, T>(table: {
  /** `domain.verb`, e.g. `vacancies.submit`. */
  name: string;
  input: S;
  may: May;
  /** Milliseconds that its transaction may take, where 30 s are not enough. */
  patience?: number;
  run: (context: Context<z.output<S>>) => Promise<Result<T>>;
}): Command<z.output<S>, T> {
  const call = async (actor: Actor, raw: unknown, options: CallOptions = {}): Promise<Result<T>> => {
    const now = options.now ?? new Date();
    const base = { command: table.name, requestId: options.requestId ?? null, at: now, ...actorColumns(actor) };
    const refused = async (refusal: Refusal, input: unknown, subject?: Subject) => {
      await db().auditEntry.create({
        data: {
          ...base,
          outcome: refusal.code,
          subjectType: subject?.type ?? null,
          subjectId: subject ? String(subject.id) : null,
          detail: { input: remembered(input) },
        },
      });
      return refusal;
    };

    if (!table.may(actor)) return refused(refuse(actor.kind === "nobody" ? "signed_out" : "forbidden"), null);
    const parsed = table.input.safeParse(raw);
    if (!parsed.success) return refused(refuse("invalid_input", { fields: problemsOf(parsed.error) }), null);

    const key = options.idempotencyKey && scopedKey(table.name, actor, options.idempotencyKey);
    let subject: Subject | undefined;
    let detail: Record<string, unknown> | undefined;
    const touched: Subject[] = [];
    const tags = new Set<string>();
    try {
      const attempt = async (tx: Tx): Promise<Result<T>> => {
        if (key) {
          // Two equal submits at once: the second waits for the first and then reads its answer.
          await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
          const earlier = await tx.idempotencyKey.findUnique({ where: { key } });
          if (earlier && earlier.requestHash !== (options.requestHash ?? null)) throw new Refused(refuse("key_reused"));
          if (earlier) return earlier.result as Result<T>;
        }
        const result = await table.run({
          tx,
          actor,
          now,
          input: parsed.data,
          about: (what, more) => {
            subject = what;
            detail = more;
          },
          touches: (...more) => void touched.push(...more),
          later: async (topic, payload, notBefore) => {
            await tx.outboxMessage.create({ data: { topic, payload, notBefore: notBefore ?? now, createdAt: now } });
          },
          changed: (...more) => {
            for (const tag of more) tags.add(tag);
          },
        });
        if (!result.ok) throw new Refused(result);
        await tx.auditEntry.create({
          data: {
            ...base,
            outcome: "ok",
            subjectType: subject?.type ?? null,
            subjectId: subject ? String(subject.id) : null,
            detail: { input: remembered(parsed.data), ...(detail && { more: remembered(detail) }) },
          },
        });
        await writeTouched(tx, base, subject, touched);
        if (key)
          await tx.idempotencyKey.create({
            data: {
              key,
              command: table.name,
              userId: base.userId,
              requestHash: options.requestHash ?? null,
              result: JSON.parse(JSON.stringify(result)) as Prisma.InputJsonObject,
              createdAt: now,
            },
          });
        // Delivered by PostgreSQL at commit, to every listening web process; nothing is told of what is undone.
        if (tags.size) await tx.$executeRaw`select pg_notify('public_changed', ${notice(tags)})`;
        return result;
      };
      return await db().$transaction(attempt, table.patience === undefined ? {} : { timeout: table.patience });
    } catch (error) {
      if (error instanceof Refused) return refused(error.refusal, parsed.data, subject);
      if (outOfSpace(error)) {
        // Nothing was kept. The trail may have no room, either: then the log alone knows.
        log().error({ command: table.name, err: error }, "no room left to store");
        const full = refuse("storage_full");
        return refused(full, parsed.data, subject).catch(() => full);
      }
      throw error;
    }
  };
  return Object.assign(call, { commandName: table.name, input: table.input as z.ZodType<z.output<S>>, may: table.may });
}

/** A notification holds 8,000 bytes at most; a change of very many pages is told as a change of all. */
function notice(tags: Set<string>): string {
  const text = JSON.stringify([...tags]);
  return text.length < 7_500 ? text : JSON.stringify(["public"]);
}

/** Keys of different people and commands never meet; software uses each of its own once, whatever for. */
function scopedKey(name: string, actor: Actor, key: string): string {
  if (actor.kind === "key") return createHash("sha256").update(`key:${actor.keyId}\n${key}`).digest("base64url");
  const who = actor.kind === "person" ? actor.userId : actor.kind;
  return createHash("sha256").update(`${name}\n${who}\n${key}`).digest("base64url");
}
