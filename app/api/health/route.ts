import { isReady } from "@/lib/runtime/readiness";

export const dynamic = "force-dynamic";

/** 200 when the database answers and has all migrations, else 503: for load balancers and the launcher. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { status: ready ? "ready" : "unavailable" },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
