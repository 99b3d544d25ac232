import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { db } from "@/lib/db/client";
import { countAnswer, routeClass } from "@/lib/web/metrics";

const token = "only-for-tests-only-for-tests";

/** The route as a process with these variables has it: the environment is read once a process. */
async function ask(headers: Record<string, string>, variables: Record<string, string> = {}): Promise<Response> {
  vi.resetModules();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { GET } = await import("@/app/api/metrics/route");
  return GET(new Request("http://localhost/api/metrics", { headers }));
}
const here = { "x-client-address": "127.0.0.1" };
const lineOf = (text: string, start: string) => text.split("\n").find((line) => line.startsWith(start));

beforeEach(() => db().outboxMessage.deleteMany());
afterEach(() => vi.unstubAllEnvs());

it("without a token answers this machine only, and nobody through a proxy on it", async () => {
  expect((await ask(here)).status).toBe(200);
  expect((await ask({ "x-client-address": "::1" })).status).toBe(200);
  expect((await ask({ "x-client-address": "203.0.113.9" })).status).toBe(404);
  expect((await ask({ ...here, "x-forwarded-for": "203.0.113.9" })).status).toBe(404);
  expect((await ask({})).status).toBe(404);
});

it("with a token answers whoever says it, and nobody else", async () => {
  const variables = { METRICS_TOKEN: token };
  const far = { "x-client-address": "203.0.113.9" };
  expect((await ask({ ...far, authorization: `Bearer ${token}` }, variables)).status).toBe(200);
  expect((await ask({ ...far, authorization: "Bearer wrong" }, variables)).status).toBe(401);
  expect((await ask(here, variables)).status).toBe(401);
});

it("tells requests by class and status, the work that waits, and how old the last backup is", async () => {
  for (const [path, status, seconds] of [
    ["/viec-lam", 200, 0.03],
    ["/viec-lam", 200, 3],
    ["/staff/mail", 500, 0.002],
  ] as const)
    countAnswer(path, status, seconds);
  countAnswer("/en", 0, 60);
  const now = Date.now();
  await db().outboxMessage.create({ data: { topic: "t", payload: {}, notBefore: new Date(now - 90_000) } });
  await db().outboxMessage.create({ data: { topic: "t", payload: {}, notBefore: new Date(now + 90_000) } });
  await db().auditEntry.create({
    data: {
      command: "database.backUp",
      outcome: "ok",
      actorKind: "system:operator",
      detail: {},
      at: new Date(now - 7_200_000),
    },
  });
  const mail = { toAddress: "a@x.example", subject: "s", text: "t", html: "h", template: "x", locale: "vi" };
  await db().mail.create({ data: { ...mail, dedupeKey: "m1", messageId: "m1" } });
  const response = await ask(here);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const text = await response.text();
  expect(text).toContain('heza_requests_total{class="search",status="200"} 2\n');
  expect(text).toContain('heza_requests_total{class="workspace",status="500"} 1\n');
  expect(text).toContain('heza_requests_total{class="public",status="aborted"} 1\n');
  expect(text).toContain('heza_request_seconds_bucket{class="search",le="0.025"} 0\n');
  expect(text).toContain('heza_request_seconds_bucket{class="search",le="0.05"} 1\n');
  expect(text).toContain('heza_request_seconds_bucket{class="search",le="+Inf"} 2\n');
  expect(text).toContain('heza_request_seconds_count{class="public"} 1\n');
  expect(text).toContain("heza_up 1\n");
  expect(text).toContain("heza_outbox_waiting 1\n");
  expect(text).toContain('heza_mails{state="queued"} 1\n');
  expect(Number(lineOf(text, "heza_outbox_lag_seconds ")?.split(" ")[1])).toBeGreaterThanOrEqual(90);
  const age = Number(lineOf(text, "heza_backup_age_seconds ")?.split(" ")[1]);
  expect(age).toBeGreaterThanOrEqual(7_200);
  expect(age).toBeLessThan(7_320);
  expect(Number(lineOf(text, "process_resident_memory_bytes ")?.split(" ")[1])).toBeGreaterThan(10_000_000);
  // Each line is a comment or a name, labels and a number.
  for (const line of text.trimEnd().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? -?[0-9.e+-]+)$/);
});

it("says so when the database does not answer, and health says what is missing", async () => {
  await db().$executeRaw`alter table "OutboxMessage" rename to "Elsewhere"`;
  try {
    expect(await (await ask(here)).text()).toContain("heza_up 0\n");
  } finally {
    await db().$executeRaw`alter table "Elsewhere" rename to "OutboxMessage"`;
  }
  expect((await health()).status).toBe(200);
  await db().$executeRaw`alter table _prisma_migrations rename to elsewhere`;
  try {
    const answer = await health();
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: "unavailable", missing: ["database"] });
  } finally {
    await db().$executeRaw`alter table elsewhere rename to _prisma_migrations`;
  }
});

it.each([
  ["/", "public"],
  ["/en/jobs", "search"],
  ["/viec-lam/cong-nhan-12", "public"],
  ["/enterprise/vacancies", "workspace"],
  ["/en/enterprises/x", "public"],
  ["/dang-nhap", "account"],
  ["/api/v1/vacancies", "api"],
  ["/api/exports/batches/1", "export"],
  ["/_next/static/x.js", "build"],
])("counts %s as %s", (path, kind) => {
  expect(routeClass(path)).toBe(kind);
});
