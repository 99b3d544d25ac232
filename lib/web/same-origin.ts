import { env } from "@/lib/config/env";

/** Whether a request that changes something comes from a page of this site: browsers say so, and cannot be made to lie. */
export function sameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin === new URL(env().PUBLIC_URL).origin || origin === new URL(request.url).origin;
}
