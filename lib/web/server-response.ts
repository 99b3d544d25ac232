import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { href } from "@/lib/i18n/paths";
import { inertPolicy, type PolicyOptions, pagePolicy } from "./http-headers";
import { PageMemory } from "./http-page";
import { failureWithoutScript } from "./server-failure";

/** Public, dynamic and the same for everybody: an HTTP cache in front may keep it for half a minute. */
const cachedSearches = new Set([href("vi", "jobs"), href("en", "jobs")]);
const searchCaching = "public, s-maxage=30, stale-while-revalidate=300";

const memory = new PageMemory();

const contentType = (response: ServerResponse) => String(response.getHeader("content-type") ?? "");

/**
 * Gives the answer to a page request its content security policy, caching and status (docs/decisions/0002). Next sends a
 * page in one of two ways, and each gets what it can: a page from its cache arrives whole, with one `end(html)`, the same
 * for everybody, so its inline scripts are hashed; a page made for this request is streamed, and its scripts bear the
 * nonce that Next found in the request.
 */
export function adaptPage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  options: PolicyOptions,
): void {
  // Next writes this nonce into the scripts that it renders for this request. Never the visitor's own header.
  const nonce = `'nonce-${randomBytes(16).toString("base64")}'`;
  request.headers["content-security-policy"] = `script-src ${nonce}`;
  // A HEAD gets the headers of the page, so the page must be made; Node leaves the body out.
  if (request.method === "HEAD") request.method = "GET";
  if (request.headers["if-none-match"] === "*") delete request.headers["if-none-match"];

  let decided = false;
  const writeHead = response.writeHead;
  const end = response.end;

  function whole(body: string | Uint8Array): void {
    decided = true;
    const etag = response.getHeader("etag");
    const facts = memory.of(typeof etag === "string" ? etag : undefined, () =>
      typeof body === "string" ? body : Buffer.from(body).toString("utf8"),
    );
    response.setHeader("Content-Security-Policy", pagePolicy(facts.scriptHashes, options));
    if (facts.status && response.statusCode === 200) {
      response.statusCode = facts.status;
      // Nobody gets a mark with which to ask again, so "not modified" can never stand for "gone".
      response.removeHeader("ETag");
    }
  }

  response.end = function (this: ServerResponse, ...parameters: Parameters<typeof end>) {
    const body: unknown = parameters[0];
    const isWhole = typeof body === "string" || body instanceof Uint8Array;
    const html = contentType(response).startsWith("text/html");
    if (!decided && !response.headersSent && isWhole && html) whole(body);
    if (html && response.statusCode >= 500) {
      // The length that Next has counted is one without these words.
      if (!response.headersSent) response.removeHeader("Content-Length");
      if (isWhole) response.write(body);
      return end.call(this, failureWithoutScript(path, String(response.getHeader("x-request-id"))), "utf8");
    }
    return end.apply(this, parameters);
  } as typeof end;

  response.writeHead = function (this: ServerResponse, ...parameters: Parameters<typeof writeHead>) {
    const status = parameters[0];
    // "Not modified" repeats no policy: the kept page has the one that fits its scripts.
    if (!decided && status !== 304) {
      const html = contentType(response).startsWith("text/html");
      response.setHeader("Content-Security-Policy", html ? pagePolicy([nonce], options) : inertPolicy);
      if (status === 200 && cachedSearches.has(path) && !response.hasHeader("set-cookie"))
        response.setHeader("Cache-Control", searchCaching);
    }
    decided = true;
    return writeHead.apply(this, parameters);
  } as typeof writeHead;
}
