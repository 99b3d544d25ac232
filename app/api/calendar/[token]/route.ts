import { env } from "@/lib/config/env";
import { touchFeed } from "@/lib/deadlines/feed-commands";
import { feedOf, feedOwner } from "@/lib/deadlines/feed-queries";
import { take } from "@/lib/identity/limit-commands";
import { feedLimits, wrongFeedLimits } from "@/lib/identity/limits";
import { problem, publicApi, tooMany } from "@/lib/web/api";
import { clientAddressHeader } from "@/lib/web/request-facts";

/** What one person owes, for calendar programs: whoever has the address reads it, and nothing else. */
export const GET = publicApi(async (request: Request, context: RouteContext<"/api/calendar/[token]">) => {
  const now = new Date();
  // Some programs only take addresses that look like a file.
  const token = (await context.params).token.replace(/\.ics$/, "");
  const owner = await feedOwner(token);
  if (!owner) {
    const limits = wrongFeedLimits(request.headers.get(clientAddressHeader) ?? "unknown");
    if (!(await take(limits, now))) return tooMany(request, 15);
    return problem(
      request,
      404,
      "Not found",
      "There is no calendar at this address; its owner makes a new one at /my.",
    );
  }
  if (!(await take(feedLimits(owner.userId), now))) return tooMany(request, 15);
  await touchFeed(owner.userId, now);
  return new Response(await feedOf(owner.userId, env().PUBLIC_URL, now), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="hezaworks.ics"',
      "cache-control": "private, max-age=900",
      "x-robots-tag": "noindex",
    },
  });
});
