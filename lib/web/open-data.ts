import { take } from "@/lib/identity/limit-commands";
import { openBudget, openLimits } from "@/lib/identity/limits";
import { publicApi, tooMany } from "./api";
import { clientAddressHeader } from "./request-facts";

/** Where the terms and the limit stand, and the limit itself, so that software finds both in any answer. */
const told = {
  link: '</api/v1/openapi.json>; rel="service-desc", </api/v1/openapi.json>; rel="terms-of-service"',
  "ratelimit-policy": `"address";q=${openBudget.times};w=${openBudget.minutes * 60}`,
};

/** Wraps a handler of open data: what everybody may read without a key, on the terms and within the limit of all of them. */
export const openData = <A extends unknown[]>(run: (request: Request, ...rest: A) => Promise<Response>) =>
  publicApi(async (request: Request, ...rest: A) => {
    const address = request.headers.get(clientAddressHeader) ?? "unknown";
    const room = await take(openLimits(address), new Date());
    const answer = room ? await run(request, ...rest) : tooMany(request, openBudget.minutes);
    for (const [name, value] of Object.entries(told)) answer.headers.set(name, value);
    return answer;
  });
