import { createHash } from "node:crypto";
import { z } from "zod";
import { log } from "@/lib/config/log";
import { sharedCaching } from "./shared-caching";

const base = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, link, ratelimit-policy, retry-after",
  vary: "accept-encoding",
};

/** An answer in RFC 9457 form. `detail` says what is wrong and what is expected; `more` is said besides. */
export function problem(
  request: Request,
  status: number,
  title: string,
  detail: string,
  more: { body?: object; headers?: Record<string, string> } = {},
): Response {
  const instance = request.headers.get("x-request-id") ?? "";
  const body = { type: "about:blank", title, status, detail, instance, ...more.body };
  return Response.json(body, {
    status,
    headers: { ...base, ...more.headers, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

/** Refuses more requests than a limit allows, with when there is room again. */
export const tooMany = (request: Request, minutes: number): Response =>
  problem(
    request,
    429,
    "Too many requests",
    `Please wait ${minutes} ${minutes === 1 ? "minute" : "minutes"} and try again.`,
    {
      headers: { "retry-after": String(minutes * 60) },
    },
  );

/** The query string by a schema; a problem that names each parameter when it does not fit. */
export function readQuery<S extends z.ZodType>(request: Request, schema: S): z.output<S> | Response {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return parsed.data;
  return problem(request, 400, "The query does not fit", z.prettifyError(parsed.error));
}

/** Opaque position in a list: the sort values of the last item. */
export const toCursor = (values: (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

/** The values of a cursor by their shape; null when it was not made by us. */
export function fromCursor<S extends z.ZodType>(cursor: string, shape: S): z.output<S> | null {
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** JSON with a strong ETag: 304 when the client already has it. Caches keep it as they keep a page. */
export function reply(request: Request, body: unknown): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha1").update(text).digest("base64url")}"`;
  const headers = { ...base, etag, "cache-control": sharedCaching };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known?.includes(etag) || known?.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}

/** Wraps a handler of the API: a bug answers 500 with the request id under which the log has its cause. */
export function publicApi<A extends unknown[]>(run: (request: Request, ...rest: A) => Promise<Response>) {
  return async (request: Request, ...rest: A): Promise<Response> => {
    try {
      return await run(request, ...rest);
    } catch (error) {
      const requestId = request.headers.get("x-request-id") ?? "";
      log().error({ requestId, err: error }, "api failed");
      return problem(request, 500, "Internal error", "Something went wrong on our side; please try again later.");
    }
  };
}
