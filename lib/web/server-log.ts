import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/config/log";
import { href, locales } from "@/lib/i18n/paths";
import { countAnswer } from "./metrics";

/** Below these addresses the next segment is a secret that one person was given. */
const secretPlaces = [
  "/api/calendar",
  ...locales.flatMap((locale) => [
    href(locale, "invitation"),
    href(locale, "reset"),
    href(locale, "register"),
    href(locale, "learning", "trang-thai"),
  ]),
];

/** The path as it may stand in a log: without its query (what people search for), without such secrets. */
export function loggedPath(path: string): string {
  const place = secretPlaces.find((secret) => path.startsWith(`${secret}/`));
  return place ? `${place}/…` : path;
}

/**
 * One line for each answer, once it is sent or given up, and its place in the figures. Files of the build get no line:
 * their names say it all.
 */
export function logAccess(request: IncomingMessage, response: ServerResponse, path: string, requestId: string): void {
  const start = performance.now();
  const { method } = request;
  response.once("close", () => {
    countAnswer(path, response.writableFinished ? response.statusCode : 0, (performance.now() - start) / 1_000);
    if (path.startsWith("/_next/")) return;
    const line = {
      requestId,
      method,
      path: loggedPath(path),
      status: response.statusCode,
      milliseconds: Math.round((performance.now() - start) * 10) / 10,
      ...(response.writableFinished ? {} : { aborted: true }),
    };
    if (response.statusCode >= 500) log().error(line, "request");
    else log().info(line, "request");
  });
}
