import type { Instrumentation } from "next";

/** Every error that a page or route throws goes to the log once, under the request id that the visitor is shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/config/log");
  const { loggedPath } = await import("@/lib/web/server-log");
  const { canonicalAddress } = await import("@/lib/i18n/routing");
  // Next knows the inner address; the log tells of the one that the visitor asked for.
  const path = request.path.split("?", 1)[0] ?? "";
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  log().error(
    {
      requestId: request.headers["x-request-id"],
      method: request.method,
      path: loggedPath(canonicalAddress(path) ?? path),
      route: context.routePath,
      digest,
      err: error,
    },
    "request failed",
  );
};
