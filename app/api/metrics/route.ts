import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { workGauges } from "@/lib/jobs/gauge-queries";
import { exposition, type Family, ownFamilies, type Sample } from "@/lib/web/metrics";
import { clientAddressHeader } from "@/lib/web/request-facts";

export const dynamic = "force-dynamic";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** By METRICS_TOKEN where one is set; otherwise from this machine only, and not through a proxy on it. */
function refusal({ headers }: Request): Response | undefined {
  const token = env().METRICS_TOKEN;
  if (token) {
    const given = headers.get("authorization")?.replace(/^Bearer /i, "") ?? "";
    if (timingSafeEqual(digest(given), digest(token))) return undefined;
    return new Response("Say the METRICS_TOKEN of this server: Authorization: Bearer …\n", {
      status: 401,
      headers: { "www-authenticate": "Bearer", "cache-control": "no-store" },
    });
  }
  const address = headers.get(clientAddressHeader) ?? "";
  if ((address === "::1" || address.startsWith("127.")) && !headers.has("x-forwarded-for")) return undefined;
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

const gauge = (name: string, help: string, samples: Sample[]): Family => ({ name, type: "gauge", help, samples });
const byState = (rows: { state: string; count: number }[]): Sample[] =>
  rows.map(({ state, count }) => ({ labels: { state: state.toLowerCase() }, value: count }));

/** What the database knows; `heza_up 0` alone when it does not answer. */
async function workFamilies(): Promise<Family[]> {
  const since = performance.now();
  try {
    const { jobs, mails, connections, work } = await workGauges(new Date());
    const known = (value: number | null): Sample[] => (value === null ? [] : [{ value }]);
    return [
      gauge("heza_up", "1 when the database answers.", [{ value: 1 }]),
      gauge(
        "heza_database_answer_seconds",
        "How long the questions of this reading took, waiting for a connection included.",
        [{ value: (performance.now() - since) / 1_000 }],
      ),
      gauge("heza_database_connections", "Connections to this database, of all processes.", byState(connections)),
      gauge(
        "heza_jobs",
        "Jobs of the queue that are not done; failed ones are kept for a week.",
        jobs.map(({ name, state, count }) => ({ labels: { queue: name, state }, value: count })),
      ),
      gauge("heza_outbox_waiting", "Rows that are due and not handed to the queue.", [{ value: work.waiting }]),
      gauge("heza_outbox_lag_seconds", "How long the oldest of them has been due.", [{ value: work.oldest }]),
      gauge("heza_mails", "Mails that are not sent.", byState(mails)),
      gauge(
        "heza_backup_age_seconds",
        "Since the last npm run db:backup; nothing when there was none.",
        known(work.backup),
      ),
      gauge(
        "heza_archive_age_seconds",
        "Since PostgreSQL last archived its log; nothing when it does not.",
        known(work.archived),
      ),
    ];
  } catch (error) {
    log().error({ err: error }, "metrics: the database does not answer");
    return [gauge("heza_up", "1 when the database answers.", [{ value: 0 }])];
  }
}

/** Figures of this process and of the work behind it, in the text form of Prometheus (docs/guide/operating.md). */
export async function GET(request: Request): Promise<Response> {
  const refused = refusal(request);
  if (refused) return refused;
  return new Response(exposition([...ownFamilies(), ...(await workFamilies())]), {
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
  });
}
