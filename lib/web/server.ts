import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { canonicalAddress, innerAddress } from "@/lib/i18n/routing";
import { setSecurityHeaders } from "./http-headers";
import { tellRequestFacts } from "./request-facts";
import { followPublicChanges } from "./server-invalidation";
import { logAccess } from "./server-log";
import { adaptPage } from "./server-response";
import { processSecret, processSecretHeader } from "./server-secret";

/**
 * The web server: Next behind a thin layer of our own, because a proxy file of Next would cost each static page more
 * than the page itself and never sees the answer (docs/decisions/0002). Started by `npm start`, or by hand with
 * `NODE_ENV=production npx tsx lib/web/server.ts`; stops at SIGTERM, letting requests finish for five seconds.
 */
const dev = process.argv.includes("--dev");
const { PORT, HOST, PUBLIC_URL, DATABASE_URL, TRUST_PROXY } = env();
const https = PUBLIC_URL.startsWith("https:");
const internalPrefix = "/api/internal/";
const graceMilliseconds = 5_000;

const app = next({ dev, dir: process.cwd(), hostname: HOST ?? "localhost", port: PORT });
const render = app.getRequestHandler();

function refuseRequest(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" }).end(`${status}\n`);
}

/** Leads a request to the page that renders its address; false when it was answered by a redirect. */
function route(request: IncomingMessage, response: ServerResponse): boolean {
  const { url = "/" } = request;
  const canonical = canonicalAddress(url);
  if (canonical !== undefined) {
    response.writeHead(308, { location: canonical }).end();
    return false;
  }
  const inner = innerAddress(url);
  if (inner === undefined) return true;
  request.url = inner;
  // What Next itself says of a rewrite to its router in the browser, which reads the page's parameters from it.
  if (request.headers.rsc) response.setHeader("x-nextjs-rewritten-path", inner.split("?", 1)[0] ?? inner);
  return true;
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const requestId = randomUUID();
  // Ours only: whatever a visitor sends under this name is dropped.
  request.headers["x-request-id"] = requestId;
  tellRequestFacts(request, TRUST_PROXY);
  delete request.headers["content-security-policy-report-only"];
  response.setHeader("X-Request-Id", requestId);
  setSecurityHeaders(response, https);
  if (path.startsWith(internalPrefix)) {
    if (request.headers[processSecretHeader] !== processSecret()) return refuseRequest(response, 404);
  } else {
    logAccess(request, response, path, requestId);
  }
  if (!path.startsWith("/_next/")) {
    if (!route(request, response)) return;
    adaptPage(request, response, path, { dev, https });
  }
  try {
    await render(request, response);
  } catch (error) {
    log().error({ requestId, err: error }, "request failed");
    if (!response.headersSent) refuseRequest(response, 500);
    else response.destroy();
  }
}

const server = createServer({ maxHeaderSize: 16_384, headersTimeout: 15_000, requestTimeout: 60_000 }, handle);
// Longer than the proxies in front keep theirs, so that they never reuse a connection that we are closing.
server.keepAliveTimeout = 65_000;
server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") console.error(`Port ${PORT} is taken: stop what listens there, or set PORT.`);
  else console.error(error);
  process.exit(1);
});

await app.prepare();
await new Promise<void>((resolve) => {
  if (HOST) server.listen(PORT, HOST, resolve);
  else server.listen(PORT, resolve);
});
const address = server.address();
const port = typeof address === "object" && address ? address.port : PORT;
const changes = followPublicChanges(DATABASE_URL, () => port);
log().info({ port, dev }, "listening");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await changes.stop();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
  await closed;
  clearTimeout(impatient);
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
