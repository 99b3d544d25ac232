import { whatIsMissing } from "@/lib/runtime/readiness";

export const dynamic = "force-dynamic";

/** 200 when the database answers and has all migrations, else 503 and what is missing: for load balancers and people. */
export async function GET(): Promise<Response> {
  const missing = await whatIsMissing();
  const ready = missing.length === 0;
  return Response.json(ready ? { status: "ready" } : { status: "unavailable", missing }, {
    status: ready ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
