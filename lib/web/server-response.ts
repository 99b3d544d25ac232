import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { uploadAddress } from "@/lib/files/place";
import { href } from "@/lib/i18n/paths";
import { inertPolicy, type PolicyOptions, pagePolicy } from "./http-headers";
import { isKept, PageMemory, withoutFramework } from "./http-page";
import { failureWithoutScript } from "./server-failure";
import { sharedCaching } from "./shared-caching";

/**
 * Public, made for each request and the same for everybody: an HTTP cache in front may keep it as it keeps a finished page,
 * and it is sent as one, whole and without Next's scripts.
 */
const searches = new Set((["jobs", "schools"] as const).flatMap((place) => [href("vi", place), href("en", place)]));

/** Public, made for each request out of what one visitor answered: sent as one and without Next's scripts, kept by nobody. */
const answers = new Set([href("vi", "eligibility"), href("en", "eligibility")]);

const memory = new PageMemory();

const isPage = (response: ServerResponse) => String(response.getHeader("content-type") ?? "").startsWith("text/html");

/**
 * Gives the answer to a page request its content security policy, caching and status (docs/decisions/0002). Next sends a
 * page in one of two ways, and each gets what it can: a page from its cache arrives whole, with one `end(html)`, the same
 * for everybody, so its inline scripts are hashed; a page made for this request is streamed, and its scripts bear the
 * nonce that Next found in the request. The search and the wizard's answers
 * are streamed to here and go on in one piece.
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
  // A HEAD gets the headers of the page, so the page must be made; Node leaves the body out. Of an upload it asks more.
  if (request.method === "HEAD" && !path.startsWith(`${uploadAddress}/`)) request.method = "GET";

  let decided = false;
  const { end, flushHeaders, write, writeHead } = response;
  /** What has come of a page that is gathered. */
  const pieces: Uint8Array[] = [];
  const gathers = () =>
    !decided &&
    !options.dev &&
    (searches.has(path) || answers.has(path)) &&
    response.statusCode === 200 &&
    !response.headersSent &&
    isPage(response);

  /** Headers of a whole page; what of it is to be sent. */
  function whole(html: string): Buffer | undefined {
    decided = true;
    const page = memory.of(html);
    // Nobody gets a mark with which to ask again for what is gone, so "not modified" can never stand for it.
    if (page.status && response.statusCode === 200) response.statusCode = page.status;
    else if (response.statusCode === 200) response.setHeader("ETag", page.etag);
    if (response.statusCode === 200 && isKept(request.headers["if-none-match"], page.etag)) {
      // It repeats no policy: the kept page has the one that fits its scripts.
      response.statusCode = 304;
      response.removeHeader("Content-Length");
      return undefined;
    }
    response.setHeader("Content-Security-Policy", pagePolicy(page.scriptHashes, options));
    response.setHeader("Content-Length", page.body.byteLength);
    return page.body;
  }

  /** A search page as it goes out. Each is another one, so none is remembered. */
  function gathered(): Buffer {
    const all = Buffer.concat(pieces);
    // Latin-1 turns each byte into a letter and back: what is looked for is ASCII.
    const html = withoutFramework(all.toString("latin1"));
    if (html === undefined) return all;
    decided = true;
    const body = Buffer.from(html.replaceAll(` nonce="${nonce.slice(7, -1)}"`, ""), "latin1");
    if (answers.has(path)) response.setHeader("Cache-Control", "no-store");
    else if (!response.hasHeader("set-cookie")) response.setHeader("Cache-Control", sharedCaching);
    response.setHeader("Content-Security-Policy", pagePolicy([], options));
    // It would ask for the styles that the page's head asks for.
    response.removeHeader("Link");
    response.setHeader("Content-Length", body.byteLength);
    return body;
  }

  response.flushHeaders = function (this: ServerResponse) {
    if (!gathers()) flushHeaders.call(this);
  };

  response.write = function (this: ServerResponse, ...parameters: Parameters<typeof write>) {
    const piece: unknown = parameters[0];
    if (!(piece instanceof Uint8Array) || !gathers()) return write.apply(this, parameters);
    pieces.push(piece);
    return true;
  } as typeof write;

  response.end = function (this: ServerResponse, ...parameters: Parameters<typeof end>) {
    if (!isPage(response)) return end.apply(this, parameters);
    if (pieces.length > 0) {
      const last: unknown = parameters[0];
      if (typeof last === "string") pieces.push(Buffer.from(last));
      else if (last instanceof Uint8Array) pieces.push(last);
      return end.call(this, gathered(), "utf8");
    }
    const body: unknown = parameters[0];
    const finished = !decided && !response.headersSent && typeof body === "string" ? whole(body) : body;
    if (response.statusCode >= 500) {
      // The length counted so far is one without these words.
      if (!response.headersSent) response.removeHeader("Content-Length");
      if (typeof finished === "string" || finished instanceof Uint8Array) response.write(finished);
      return end.call(this, failureWithoutScript(path, String(response.getHeader("x-request-id"))), "utf8");
    }
    return finished === body ? end.apply(this, parameters) : end.call(this, finished, "utf8");
  } as typeof end;

  response.writeHead = function (this: ServerResponse, ...parameters: Parameters<typeof writeHead>) {
    const status = parameters[0];
    // Next says here how long its own process keeps a page. We hear of each change, a cache in front does not.
    if (String(response.getHeader("cache-control") ?? "").startsWith("s-maxage="))
      response.setHeader("Cache-Control", sharedCaching);
    if (!decided && status !== 304) {
      // A file that somebody handed in says more than this.
      const own = response.getHeader("Content-Security-Policy") ?? inertPolicy;
      response.setHeader("Content-Security-Policy", isPage(response) ? pagePolicy([nonce], options) : own);
      if (status === 200 && searches.has(path) && !response.hasHeader("set-cookie"))
        response.setHeader("Cache-Control", sharedCaching);
    }
    decided = true;
    return writeHead.apply(this, parameters);
  } as typeof writeHead;
}
