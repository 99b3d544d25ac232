import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { PATCH, PUT, GET as readNeed } from "@/app/api/v1/needs/[id]/route";
import { GET as listNeeds, POST } from "@/app/api/v1/needs/route";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { createApiKey, revokeApiKey } from "@/lib/identity/api-key-commands";
import { apiConflictsOf, apiKeysOf } from "@/lib/identity/api-key-queries";
import { apiNeed, apiNeedPage, needProblem, writtenNeed } from "@/lib/vacancies/need-api";
import { createMinimumWages } from "../factories/desk";
import { createMember } from "../factories/identity";
import { createEnterprise, createOccupation, createPark } from "../factories/vacancies";

const address = "https://vieclam.hezaworks.example/api/v1/needs";
let owner: Person;
let enterpriseId: number;
let key: string;
let strangersKey: string;
let park: { id: number; code: string };
let occupation: { code: string };

async function keyOf(person: Person, days = 90): Promise<string> {
  const made = await createApiKey(person, { name: "Phần mềm nhân sự Hoa Phượng", days });
  if (!made.ok) throw new Error(made.code);
  return made.value.key;
}

beforeAll(async () => {
  await createMinimumWages();
  park = await createPark();
  occupation = await createOccupation();
  enterpriseId = (await createEnterprise(park.id)).id;
  owner = await createMember(enterpriseId, "OWNER");
  key = await keyOf(owner);
  strangersKey = await keyOf(await createMember((await createEnterprise(park.id)).id, "OWNER"));
});

type Given = { as?: string | null; body?: unknown; once?: string; headers?: Record<string, string>; path?: string };

const request = (method: string, { as = key, body, once, headers = {}, path = "" }: Given) =>
  new Request(address + path, {
    method,
    headers: {
      ...(as !== null && { authorization: `Bearer ${as}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(once !== undefined && { "idempotency-key": once }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });

const place = (id: number) => ({ params: Promise.resolve({ id: String(id) }) });
const post = (given: Given) => POST(request("POST", { once: randomUUID(), ...given }));
const write = (method: "PUT" | "PATCH", id: number, given: Given) =>
  (method === "PUT" ? PUT : PATCH)(request(method, { ...given, path: `/${id}` }), place(id));
const read = (id: number, as = key) => readNeed(request("GET", { as, path: `/${id}` }), place(id));
const told = async (answer: Response) => needProblem.parse(await answer.json());

async function aNeed(content: object = { titleVi: "Công nhân may Hoa Phượng", headcount: 3 }) {
  const answer = await post({ body: { content } });
  expect(answer.status).toBe(201);
  return writtenNeed.parse(await answer.json());
}

describe("a key", () => {
  it("is stored as a hash, with the beginning that people see, and when it was used last", async () => {
    const own = await keyOf(owner);
    const [row] = await apiKeysOf(enterpriseId);
    const stored = await db().apiKey.findUniqueOrThrow({ where: { id: row?.id ?? 0 } });
    expect(own.startsWith(stored.prefix)).toBe(true);
    expect(JSON.stringify(stored)).not.toContain(own.slice(15));
    expect(stored.lastUsedAt).toBeNull();
    expect((await listNeeds(request("GET", { as: own }))).status).toBe(200);
    expect((await db().apiKey.findUniqueOrThrow({ where: { id: stored.id } })).lastUsedAt).not.toBeNull();
    const trail = await db().auditEntry.findFirstOrThrow({ where: { command: "apiKeys.create", outcome: "ok" } });
    expect(JSON.stringify(trail.detail)).not.toContain(own.slice(15));
  });

  it("opens nothing when it is missing, unknown, revoked or expired", async () => {
    const revoked = await keyOf(owner);
    const [row] = await apiKeysOf(enterpriseId);
    expect(await revokeApiKey(owner, { keyId: row?.id })).toMatchObject({ ok: true });
    const expired = await keyOf(owner);
    await db().apiKey.updateMany({
      where: { id: (await apiKeysOf(enterpriseId))[0]?.id ?? 0 },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    for (const as of [null, "x", `hezaworks_${"A".repeat(43)}`, revoked, expired]) {
      const answer = await listNeeds(request("GET", { as }));
      expect(answer.status, String(as)).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
    }
  });

  it("is one of ten at most", async () => {
    const other = await createMember((await createEnterprise(park.id)).id, "OWNER");
    for (let count = 0; count < 10; count++) await keyOf(other);
    expect(await createApiKey(other, { name: "Một nữa", days: 90 })).toMatchObject({ code: "too_many_keys" });
    expect(await createApiKey(owner, { name: "Mãi mãi", days: 10_000 })).toMatchObject({ code: "invalid_input" });
  });

  it("has a limit that all web processes share, and no more than its own", async () => {
    const busy = await keyOf(owner);
    const id = (await apiKeysOf(enterpriseId))[0]?.id;
    await db().rateLimit.create({ data: { key: `api:key:${id}`, windowStart: new Date(), count: 240 } });
    const answer = await listNeeds(request("GET", { as: busy }));
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect((await listNeeds(request("GET", {}))).status).toBe(200);
  });
});

describe("a need made by software", () => {
  it("is a draft of the key's enterprise, made by the command of the desk, in the trail as the key's", async () => {
    const made = await aNeed({
      titleVi: "  Công nhân may  ",
      headcount: 12,
      park: park.code,
      occupation: occupation.code,
      wageBase: 1_000_000,
    });
    const row = await db().vacancy.findUniqueOrThrow({ where: { id: made.id } });
    expect(row).toMatchObject({
      enterpriseId,
      titleVi: "Công nhân may",
      status: "DRAFT",
      createdById: null,
      version: 1,
    });
    expect(row.occupationId).not.toBeNull();
    expect(made.findings.map(({ code }) => code)).toContain("belowMinimumWage");
    const trail = await db().auditEntry.findFirstOrThrow({
      where: { command: "vacancies.create", subjectId: String(made.id) },
    });
    expect(trail).toMatchObject({ userId: null, organisationId: enterpriseId, outcome: "ok" });
    expect(trail.actorKind).toMatch(/^key:\d+$/);
    const need = apiNeed.parse(await (await read(made.id)).json());
    expect(need.content).toMatchObject({ headcount: 12, park: park.code, occupation: occupation.code });
  });

  it("names every field that does not fit by its place in the body", async () => {
    const before = await db().vacancy.count();
    const wrong = { titleVi: 3, headcount: -1, contactEmail: "ở đâu", colour: "red" };
    const answer = await post({ body: { content: wrong } });
    expect(answer.status).toBe(422);
    const { errors } = await told(answer);
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual([
      "/content/colour",
      "/content/contactEmail",
      "/content/headcount",
      "/content/titleVi",
    ]);
    const unknown = await told(await post({ body: { content: { park: "KHONG-CO", occupation: "0000x" } } }));
    expect(unknown.errors?.map(({ pointer }) => pointer)).toEqual(["/content/park", "/content/occupation"]);
    const vietnamese = await post({ body: { content: { headcount: -1 } }, headers: { "accept-language": "vi-VN" } });
    expect((await told(vietnamese)).errors?.[0]?.detail).toBe("Ít nhất là 0");
    expect(await db().vacancy.count()).toBe(before);
  });

  it("is refused when the body is no JSON, is too large, or bears no key of its own", async () => {
    const status = async (given: Given) => (await post(given)).status;
    expect(await status({ body: "{" })).toBe(400);
    expect(await status({ body: { content: {} }, headers: { "content-type": "text/plain" } })).toBe(415);
    expect(await status({ body: { content: { descriptionVi: "x".repeat(200_000) } } })).toBe(413);
    expect(await status({ body: { content: {} }, once: "kurz" })).toBe(400);
    expect((await POST(request("POST", { body: { content: {} } }))).status).toBe(400);
  });

  it("is made once for an Idempotency-Key, also when both come at the same instant", async () => {
    const once = randomUUID();
    const given = { body: { content: { titleVi: "Thợ hàn một lần" } }, once };
    const answers = await Promise.all([post(given), post(given)]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(second).toEqual(first);
    expect(await db().vacancy.count({ where: { titleVi: "Thợ hàn một lần" } })).toBe(1);

    const other = await post({ ...given, body: { content: { titleVi: "Thợ hàn khác" } } });
    expect(other.status).toBe(409);
    expect((await told(other)).title).toContain("Idempotency-Key");
    // Neither for another address with the same key, nor in the way of another enterprise's software.
    const { version } = first;
    expect((await write("PATCH", first.id, { body: { version, content: {} }, once })).status).toBe(409);
    expect((await post({ ...given, as: strangersKey })).status).toBe(201);
  });
});

describe("an update by software", () => {
  it("changes some fields with PATCH and all with PUT", async () => {
    const made = await aNeed({ titleVi: "Kỹ thuật viên", headcount: 5, meals: true });
    const patched = await write("PATCH", made.id, { body: { version: 1, content: { headcount: 6 } } });
    expect(writtenNeed.parse(await patched.json()).version).toBe(2);
    expect(await db().vacancy.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      titleVi: "Kỹ thuật viên",
      headcount: 6,
      meals: true,
    });
    await write("PUT", made.id, { body: { version: 2, content: { titleVi: "Kỹ thuật viên điện" } } });
    expect(await db().vacancy.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      titleVi: "Kỹ thuật viên điện",
      headcount: 0,
      meals: false,
      version: 3,
    });
  });

  it("that comes too late is refused with both versions, and the enterprise sees it on its page", async () => {
    const made = await aNeed();
    await write("PATCH", made.id, { body: { version: 1, content: { headcount: 9 } } });
    const late = await write("PATCH", made.id, { body: { version: 1, content: { headcount: 1 } } });
    expect(late.status).toBe(409);
    expect(await told(late)).toMatchObject({ sentVersion: 1, currentVersion: 2 });
    expect((await db().vacancy.findUniqueOrThrow({ where: { id: made.id } })).headcount).toBe(9);
    const { rows } = await apiConflictsOf(enterpriseId, 1);
    expect(rows[0]).toMatchObject({ vacancyId: made.id, sentVersion: 1, currentVersion: 2 });
  });

  it("of two at the same instant only one is written, the other is told", async () => {
    const made = await aNeed();
    const body = (headcount: number) => ({ body: { version: 1, content: { headcount } } });
    const answers = await Promise.all([write("PATCH", made.id, body(1)), write("PATCH", made.id, body(2))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("of what HEZA holds is refused", async () => {
    const made = await aNeed();
    const batchId = null;
    await db().vacancy.update({ where: { id: made.id }, data: { status: "WITHDRAWN", batchId } });
    const answer = await write("PATCH", made.id, { body: { version: 1, content: { headcount: 1 } } });
    expect(answer.status).toBe(409);
    expect((await told(answer)).title).toBe("Not in this state");
  });
});

describe("another enterprise's need", () => {
  it("does not exist, neither to read nor to write nor in the list", async () => {
    const made = await aNeed();
    expect((await read(made.id, strangersKey)).status).toBe(404);
    for (const method of ["PUT", "PATCH"] as const) {
      const answer = await write(method, made.id, {
        as: strangersKey,
        body: { version: 1, content: { headcount: 1 } },
      });
      expect(answer.status, method).toBe(404);
    }
    const page = apiNeedPage.parse(await (await listNeeds(request("GET", { as: strangersKey }))).json());
    expect(page.items.map(({ id }) => id)).not.toContain(made.id);
    expect(await db().apiConflict.count({ where: { organisationId: { not: enterpriseId } } })).toBe(0);
  });
});

it("the list comes page by page, each need once, latest first, for nobody's cache", async () => {
  const seen: number[] = [];
  let query = "?limit=2&status=DRAFT";
  for (;;) {
    const answer = await listNeeds(request("GET", { path: query }));
    expect(answer.headers.get("cache-control")).toContain("no-store");
    const page = apiNeedPage.parse(await answer.json());
    seen.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) break;
    query = `?limit=2&status=DRAFT&cursor=${page.nextCursor}`;
  }
  const rows = await db().vacancy.findMany({ where: { enterpriseId, status: "DRAFT" }, orderBy: { id: "desc" } });
  expect(seen).toEqual(rows.map(({ id }) => id));
  expect((await listNeeds(request("GET", { path: "?limit=0&cursor=x" }))).status).toBe(400);
});
