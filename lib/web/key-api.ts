import { createHash } from "node:crypto";
import type { z } from "zod";
import { problemsOf } from "@/lib/core/problems";
import type { FieldProblem, Refusal } from "@/lib/core/result";
import type { CallOptions } from "@/lib/db/command";
import { messages } from "@/lib/i18n/messages";
import { wordsIn } from "@/lib/i18n/words";
import type { KeyActor } from "@/lib/identity/actor";
import { touchApiKey } from "@/lib/identity/api-key-commands";
import { actorOfKey } from "@/lib/identity/api-key-queries";
import { take } from "@/lib/identity/limit-commands";
import { keyLimits, wrongKeyLimits } from "@/lib/identity/limits";
import { idempotencyKey } from "@/lib/vacancies/need-api";
import { problem, publicApi, tooMany } from "./api";
import { clientAddressHeader } from "./request-facts";

type Handler<A extends unknown[]> = (request: Request, key: KeyActor, now: Date, ...rest: A) => Promise<Response>;

/** Wraps a handler for an enterprise's software: finds out whose key it is, and counts the request against its limit. */
export const keyApi = <A extends unknown[]>(run: Handler<A>) =>
  publicApi(async (request: Request, ...rest: A) => {
    const now = new Date();
    const given = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    const key = given === undefined ? null : await actorOfKey(given, now);
    if (!key) {
      const limits = wrongKeyLimits(request.headers.get(clientAddressHeader) ?? "unknown");
      if (given !== undefined && !(await take(limits, now))) return tooMany(request, 15);
      const detail =
        given === undefined
          ? "Send the enterprise's key as `Authorization: Bearer …`; its owner makes one at /enterprise/api-keys."
          : "This key is unknown, revoked or expired; the enterprise's owner makes a new one at /enterprise/api-keys.";
      return problem(request, 401, "Not authorised", detail, { headers: { "www-authenticate": "Bearer" } });
    }
    if (!(await take(keyLimits(key.keyId), now))) return tooMany(request, 1);
    await touchApiKey(key.keyId, now);
    return run(request, key, now, ...rest);
  });

/** An answer for one enterprise alone: kept by nobody. */
export const ownReply = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { ...headers, "cache-control": "private, no-store", vary: "authorization" } });

const publicNames: Record<string, string> = { parkId: "park", occupationId: "occupation" };

/** RFC 6901 pointer into the body. */
const pointer = (path: FieldProblem["path"]): string =>
  path.map((part) => `/${(publicNames[part] ?? String(part)).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");

function sentences(request: Request): (problem: FieldProblem) => string {
  const locale = /^\s*vi\b/i.test(request.headers.get("accept-language") ?? "") ? "vi" : "en";
  const common = messages[locale].common.validation;
  const say = wordsIn(locale, common) as (key: string, values?: FieldProblem["params"]) => string;
  return ({ code, params }) => say(code in common ? code : "invalid", params);
}

/** What is wrong with a body, field by field. */
export function fieldsProblem(request: Request, fields: readonly FieldProblem[]): Response {
  const say = sentences(request);
  const errors = fields.map((one) => ({ pointer: pointer(one.path), code: one.code, detail: say(one) }));
  const detail = errors.map((one) => `${one.pointer}: ${one.detail}`).join("; ");
  return problem(request, 422, "The body does not fit", detail, { body: { errors } });
}

/** Bytes of a body; a need with every field full has about 20,000. */
const largest = 100_000;

export type Asked<T> = { body: T; options: CallOptions };

/**
 * The body of a write by its schema, and what a command wants to know of the request. `keyNeeded`: a request that makes
 * something must bear an Idempotency-Key, as it is not safe to repeat without one.
 */
export async function readWrite<S extends z.ZodType>(
  request: Request,
  now: Date,
  schema: S,
  keyNeeded: boolean,
): Promise<Asked<z.output<S>> | Response> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    return problem(request, 415, "Not JSON", "Send the body as `Content-Type: application/json`.");
  const text = await request.text();
  if (text.length > largest)
    return problem(request, 413, "The body is too large", `At most ${largest} characters are read.`);
  const header = request.headers.get("idempotency-key");
  const key = header === null ? undefined : idempotencyKey.safeParse(header);
  if (key?.success === false || (keyNeeded && !key))
    return problem(request, 400, "No Idempotency-Key", "Send 8 to 100 visible ASCII characters, e.g. a UUID.");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return problem(request, 400, "Not JSON", error instanceof Error ? error.message : "The body cannot be read.");
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) return fieldsProblem(request, problemsOf(parsed.error));
  const asked = `${request.method}\n${new URL(request.url).pathname}\n${text}`;
  return {
    body: parsed.data,
    options: {
      now,
      requestId: request.headers.get("x-request-id") ?? undefined,
      idempotencyKey: key?.data,
      requestHash: key && createHash("sha256").update(asked).digest("base64url"),
    },
  };
}

const answers: Record<string, [status: number, title: string, detail: string]> = {
  not_found: [404, "Not found", "The enterprise has no such need."],
  forbidden: [403, "Forbidden", "A key may write the needs of its own enterprise only."],
  not_allowed_now: [409, "Not in this state", "Only a draft or a returned need may be written; see its `status`."],
  key_reused: [409, "Idempotency-Key used before", "This key was sent with another request; use a new one for each."],
};

/** The refusal of a command, as a problem. */
export function refusalProblem(request: Request, refusal: Refusal): Response {
  if (refusal.fields) return fieldsProblem(request, refusal.fields);
  const [status, title, detail] = answers[refusal.code] ?? [409, "Refused", refusal.code];
  return problem(request, status, title, detail);
}
