import { createServer, type Server } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { objectStore } from "@/lib/documents/object-store";
import { attachFile, releaseFiles } from "@/lib/files/attach-commands";
import { checkFile, removeTopic } from "@/lib/files/check-commands";
import { sweepFiles } from "@/lib/files/file-commands";
import { fileFacts, readableFile } from "@/lib/files/file-queries";
import { contentOf, placeOf, uploadAddress } from "@/lib/files/place";
import { readableBy } from "@/lib/files/reader-queries";
import { takeFile } from "@/lib/files/take-commands";
import { keepBytes, WrongPlace } from "@/lib/files/upload-commands";
import { type Actor, nobody, system } from "@/lib/identity/actor";
import { handlers } from "@/lib/jobs/handlers";
import { storedAnswer } from "@/lib/web/stored-answer";
import { answerUpload } from "@/lib/web/uploads";
import { createMember, createOrganisation, createStaff } from "../factories/identity";
import { heic, jpeg, pdf, png } from "../support/sample-files";

const now = new Date("2026-11-22T03:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const portal = "https://vieclam.hezaworks.example";
const purpose = "dossier.paper";

type Member = Awaited<ReturnType<typeof createMember>>;
let member: Member;
let colleague: Member;
let stranger: Member;

beforeAll(async () => {
  const own = await createOrganisation("ENTERPRISE");
  member = await createMember(own.id);
  colleague = await createMember(own.id);
  stranger = await createMember((await createOrganisation("ENTERPRISE")).id);
});

const text64 = (text: string) => Buffer.from(text).toString("base64");

/** A request as tus-js-client makes it. */
const ask = (actor: Actor, method: string, path: string, headers: Record<string, string>, body?: Uint8Array) =>
  answerUpload(
    new Request(`${portal}${path}`, {
      method,
      headers: {
        "tus-resumable": "1.0.0",
        ...(body && { "content-type": "application/offset+octet-stream", "content-length": String(body.length) }),
        ...headers,
      },
      ...(body && { body: new Uint8Array(body) }),
    }),
    { actor, now, requestId: "test" },
  );

const begin = (actor: Actor, name: string, size: number, more: Record<string, string> = {}) =>
  ask(actor, "POST", uploadAddress, {
    "upload-length": String(size),
    "upload-metadata": `filename ${text64(name)},purpose ${text64(purpose)}`,
    ...more,
  });

async function begun(actor: Actor, name: string, size: number): Promise<string> {
  const answer = await begin(actor, name, size);
  expect(answer.status).toBe(201);
  const location = answer.headers.get("location") ?? "";
  expect(location).toMatch(/^\/api\/files\/upload\/[0-9a-f]{40}$/);
  return location.split("/").at(-1) ?? "";
}

const patch = (actor: Actor, key: string, offset: number, bytes: Uint8Array) =>
  ask(actor, "PATCH", `${uploadAddress}/${key}`, { "upload-offset": String(offset) }, bytes);
const head = (actor: Actor, key: string) => ask(actor, "HEAD", `${uploadAddress}/${key}`, {});

async function handIn(actor: Actor, name: string, bytes: Uint8Array): Promise<string> {
  const key = await begun(actor, name, bytes.length);
  expect((await patch(actor, key, 0, bytes)).status).toBe(204);
  return key;
}

const row = (key: string) => db().uploadedFile.findUniqueOrThrow({ where: { key } });
const lying = async (path: string) => {
  const bytes = await objectStore().read(path);
  bytes?.destroy();
  return bytes !== null;
};
const doJob = async (topic: string, at: Date) => {
  const task = handlers.find((one) => one.topic === topic);
  const messages = await db().outboxMessage.findMany({ where: { topic }, orderBy: { id: "asc" } });
  await db().outboxMessage.deleteMany({ where: { topic } });
  for (const { id, payload } of messages) await task?.run(payload, { now: at, jobId: `job-${id}` });
  return messages.length;
};

describe("a file that comes piece by piece", () => {
  it("goes on in the middle, is checked with its last byte, and is read as it was sent", async () => {
    const bytes = pdf(3_400_000);
    const key = await begun(member, "Hợp đồng lao động.pdf", bytes.length);
    const middle = 1_500_000;
    expect((await patch(member, key, 0, bytes.subarray(0, middle))).headers.get("upload-offset")).toBe(String(middle));
    const state = await head(member, key);
    expect([state.status, state.headers.get("upload-offset"), state.headers.get("upload-length")]).toEqual([
      200,
      String(middle),
      String(bytes.length),
    ]);
    expect((await patch(member, key, middle, bytes.subarray(middle))).status).toBe(204);
    expect(await fileFacts(member, [key])).toEqual([
      {
        key,
        name: "Hợp đồng lao động.pdf",
        size: bytes.length,
        received: bytes.length,
        state: "READY",
        kind: "application/pdf",
        problem: null,
        params: {},
      },
    ]);
    const file = await readableFile(colleague, key);
    if (!file) throw new Error("a colleague does not see it");
    const whole = await storedAnswer(new Request(portal), file);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    // Its pieces are gone once the worker has tidied.
    expect(await db().uploadedFilePiece.count({ where: { file: { key } } })).toBe(0);
    await doJob(removeTopic, now);
    expect(await lying(contentOf(key))).toBe(true);
  });

  it("at a wrong place is told 409, and nothing of it is kept", async () => {
    const key = await begun(member, "a.pdf", 5_000);
    expect((await patch(member, key, 100, Buffer.alloc(10))).status).toBe(409);
    await expect(keepBytes(member, key, 100, chunks(Buffer.alloc(10)), now)).rejects.toThrow(WrongPlace);
    expect((await row(key)).received).toBe(0);
  });

  it("twice at once is taken once", async () => {
    const bytes = pdf(20_000);
    const key = await begun(member, "a.pdf", bytes.length);
    const half = bytes.subarray(0, 9_000);
    const both = await Promise.all([patch(member, key, 0, half), patch(member, key, 0, half)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await patch(member, key, 9_000, bytes.subarray(9_000))).status).toBe(204);
    expect((await row(key)).state).toBe("READY");
  });

  it("keeps what came before the connection broke", async () => {
    const bytes = jpeg(100, 100, 2_500_000);
    const key = await begun(member, "ảnh.jpg", bytes.length);
    async function* breaking() {
      yield bytes.subarray(0, 1_200_000);
      yield bytes.subarray(1_200_000, 1_300_000);
      throw new Error("aborted");
    }
    await expect(keepBytes(member, key, 0, breaking(), now)).rejects.toThrow("aborted");
    expect((await head(member, key)).headers.get("upload-offset")).toBe("1300000");
    expect((await patch(member, key, 1_300_000, bytes.subarray(1_300_000))).status).toBe(204);
    expect((await row(key)).state).toBe("READY");
  });

  it("of 500 MB is refused by what it announces; so is none of a byte, and one for nothing known", async () => {
    const before = await db().uploadedFile.count();
    const large = await begin(member, "phim.pdf", 500_000_000);
    expect([large.status, await large.json()]).toEqual([
      413,
      { ok: false, code: "file_too_large", params: { name: "phim.pdf", maximum: 20 } },
    ]);
    const empty = await begin(member, "rỗng.pdf", 0);
    expect([empty.status, await empty.json()]).toMatchObject([422, { code: "file_empty" }]);
    const metadata = `filename ${text64("a.pdf")},purpose ${text64("x")}`;
    expect((await begin(member, "a.pdf", 5, { "upload-metadata": metadata })).status).toBe(400);
    expect(await db().uploadedFile.count()).toBe(before);
  });

  it("never grows beyond what it announced", async () => {
    const key = await begun(member, "a.pdf", 50);
    expect((await patch(member, key, 0, Buffer.alloc(60))).status).toBeGreaterThanOrEqual(400);
    expect((await row(key)).received).toBe(0);
  });

  it("is nobody else's to see, to go on with or to take back", async () => {
    const key = await begun(member, "a.pdf", 500);
    for (const other of [stranger, colleague]) {
      expect((await head(other, key)).status).toBe(404);
      expect((await patch(other, key, 0, Buffer.alloc(10))).status).toBe(404);
      expect((await ask(other, "DELETE", `${uploadAddress}/${key}`, {})).status).toBe(404);
    }
    const officer = await createStaff("LABOUR_OFFICER");
    expect((await begin(officer, "a.pdf", 500)).status).toBe(403);
  });

  it("is taken back with all that came of it", async () => {
    const key = await begun(member, "a.pdf", 500);
    await patch(member, key, 0, Buffer.alloc(10));
    const { path } = await db().uploadedFilePiece.findFirstOrThrow({ where: { file: { key } } });
    expect(await lying(path)).toBe(true);
    expect((await ask(member, "DELETE", `${uploadAddress}/${key}`, {})).status).toBe(204);
    expect((await head(member, key)).status).toBe(404);
    await doJob(removeTopic, now);
    expect(await lying(path)).toBe(false);
  });
});

async function* chunks(...all: Uint8Array[]) {
  yield* all;
}

describe("what was handed in is looked at", () => {
  it.each([
    ["ảnh.jpg", pdf(), "not_what_it_says", { said: "jpg", found: "pdf" }],
    ["cắt ngang.pdf", pdf(9_000).subarray(0, 5_000), "truncated", {}],
    ["lớn.png", png(60_000, 60_000), "too_many_pixels", { width: 60_000, height: 60_000 }],
  ])("%s is refused, and its bytes go", async (name, bytes, problem, params) => {
    const key = await handIn(member, name, bytes);
    expect(await fileFacts(member, [key])).toMatchObject([{ state: "REFUSED", name, problem, params }]);
    expect(await readableFile(member, key)).toBeNull();
    expect(await lying(contentOf(key))).toBe(false);
  });

  it("a photograph of a phone is taken", async () => {
    const key = await handIn(member, "IMG_0042.HEIC", heic());
    expect(await row(key)).toMatchObject({ state: "READY", kind: "image/heic" });
  });

  it("whole, with a plain form, in the same way", async () => {
    const file = new File([new Uint8Array(pdf())], "C:\\giấy tờ\\Bằng cấp.pdf");
    const taken = await takeFile(member, { purpose, file }, { now });
    expect(taken).toMatchObject({ ok: true, value: { state: "READY" } });
    if (taken.ok) expect((await row(taken.value.key)).name).toBe("Bằng cấp.pdf");
    const before = await db().uploadedFile.count();
    const liar = new File([new Uint8Array(png())], "bằng.pdf");
    expect(await takeFile(member, { purpose, file: liar }, { now })).toMatchObject({
      code: "file_problem",
      params: { name: "bằng.pdf", reason: "not_what_it_says", said: "pdf", found: "png" },
    });
    expect(await takeFile(nobody, { purpose, file }, { now })).toMatchObject({ code: "signed_out" });
    expect(await db().uploadedFile.count()).toBe(before);
  });

  it("is left to the worker when the process that had the last byte dies", async () => {
    const bytes = pdf();
    const key = await begun(member, "a.pdf", bytes.length);
    await db().outboxMessage.deleteMany({});
    await keepBytes(member, key, 0, chunks(bytes), now);
    expect((await row(key)).state).toBe("CHECKING");
    expect(await readableFile(member, key)).toBeNull();
    expect(await doJob("files.check", later(1))).toBe(1);
    expect((await row(key)).state).toBe("READY");
  });
});

/** Speaks as clamd does: INSTREAM, frames with their length, an answer. */
async function clamd(port = 0): Promise<{ server: Server; port: number; seen: () => Buffer }> {
  let seen = Buffer.alloc(0);
  const server = createServer((socket) => {
    let held = Buffer.alloc(0);
    let [began, content] = [false, Buffer.alloc(0)];
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      held = Buffer.concat([held, chunk]);
      if (!began) {
        if (held.length < 10) return;
        if (held.toString("latin1", 0, 10) !== "zINSTREAM\0") return socket.destroy();
        [began, held] = [true, held.subarray(10)];
      }
      while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
        const length = held.readUInt32BE(0);
        content = Buffer.concat([content, held.subarray(4, 4 + length)]);
        held = held.subarray(4 + length);
        if (length > 0) continue;
        seen = content;
        socket.end(content.includes("EICAR") ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : 0, seen: () => seen };
}

describe("with a virus scanner", () => {
  let scanner: Awaited<ReturnType<typeof clamd>> | undefined;
  const close = () => new Promise<void>((resolve) => (scanner ? scanner.server.close(() => resolve()) : resolve()));

  afterEach(async () => {
    await close();
    scanner = undefined;
    delete env().CLAMD_HOST;
  });

  it("what it knows is refused by name; what it does not is ready, and it was shown every byte", async () => {
    scanner = await clamd();
    Object.assign(env(), { CLAMD_HOST: "127.0.0.1", CLAMD_PORT: scanner.port });
    const clean = pdf(300_000);
    expect((await row(await handIn(member, "sạch.pdf", clean))).state).toBe("READY");
    expect(scanner.seen().equals(clean)).toBe(true);
    const bad = Buffer.from(pdf(10).toString("latin1").replace("%xxxxx", "%EICAR"), "latin1");
    expect(await row(await handIn(member, "bẩn.pdf", bad))).toMatchObject({
      state: "REFUSED",
      problem: "infected",
      params: { virus: "Eicar-Test-Signature" },
    });
  });

  it("that is away keeps files waiting, and they are ready once it is back", async () => {
    scanner = await clamd();
    const { port } = scanner;
    await close();
    Object.assign(env(), { CLAMD_HOST: "127.0.0.1", CLAMD_PORT: port });
    await db().outboxMessage.deleteMany({});
    const key = await handIn(member, "chờ.pdf", pdf());
    expect((await row(key)).state).toBe("CHECKING");
    expect(await readableFile(member, key)).toBeNull();
    expect(await attach(key, member.organisation.id)).toMatchObject({ code: "file_not_ready" });
    // Asked for again and again, a minute apart.
    expect(await doJob("files.check", later(1))).toBe(1);
    const again = await db().outboxMessage.findFirstOrThrow({ where: { topic: "files.check" } });
    expect(again.notBefore.getTime()).toBe(later(1).getTime() + 60_000);
    scanner = await clamd(port);
    await doJob("files.check", later(2));
    expect((await row(key)).state).toBe("READY");
  });
});

const attach = (key: string, organisationId: number | null, of: string = purpose) =>
  db().$transaction((tx) => attachFile(tx, { key, purpose: of, organisationId, now }));

describe("becoming part of something", () => {
  it("happens once, for its owner and its purpose", async () => {
    const key = await handIn(member, "a.pdf", pdf());
    const own = member.organisation.id;
    expect(await attach(key, stranger.organisation.id)).toMatchObject({ code: "file_not_found" });
    expect(await attach(key, own, "other.purpose")).toMatchObject({ code: "file_not_found" });
    expect(await attach(key, own)).toMatchObject({ ok: true, value: { key, name: "a.pdf", kind: "application/pdf" } });
    expect(await attach(key, own)).toMatchObject({ code: "file_attached", params: { name: "a.pdf" } });
    expect((await ask(member, "DELETE", `${uploadAddress}/${key}`, {})).status).toBe(422);
    const refused = await handIn(member, "b.jpg", pdf());
    expect(await attach(refused, own)).toMatchObject({ code: "file_refused" });
  });

  it("lets those read it whom the domain names, and before that nobody but the owner", async () => {
    const officer = await createStaff("LABOUR_OFFICER");
    const readers = [
      { purpose, where: (actor: Actor) => (actor.kind === "person" && actor.staffRole ? {} : null) } as const,
    ];
    const seen = async (actor: Actor, key: string) =>
      (await db().uploadedFile.count({ where: { AND: [{ key }, await readableBy(actor, readers)] } })) === 1;
    const key = await handIn(member, "a.pdf", pdf());
    expect([await seen(member, key), await seen(colleague, key), await seen(officer, key)]).toEqual([
      true,
      true,
      false,
    ]);
    await attach(key, member.organisation.id);
    expect([await seen(officer, key), await seen(stranger, key), await seen(nobody, key)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await readableFile(stranger, key)).toBeNull();
    expect(await fileFacts(stranger, [key])).toEqual([]);
  });

  it("spares it the sweeping of what nobody used", async () => {
    const own = member.organisation.id;
    const [used, unused, released] = [
      await handIn(member, "a.pdf", pdf()),
      await handIn(member, "b.pdf", pdf()),
      await handIn(member, "c.pdf", pdf()),
    ];
    await attach(used, own);
    const held = await attach(released, own);
    if (!held.ok) throw new Error(held.code);
    await db().$transaction((tx) => releaseFiles(tx, [held.value.id]));
    const sweep = (at: Date) => sweepFiles(system("test"), {}, { now: at });
    await sweep(later(47));
    expect(await db().uploadedFile.count({ where: { key: unused } })).toBe(1);
    expect(await sweep(later(49))).toMatchObject({ ok: true, value: { more: false } });
    const left = await db().uploadedFile.findMany({ where: { key: { in: [used, unused, released] } } });
    expect(left.map(({ key }) => key)).toEqual([used]);
    await doJob(removeTopic, later(49));
    expect([await lying(contentOf(used)), await lying(contentOf(unused)), await lying(contentOf(released))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("reading", () => {
  it("is saving: never shown from this site, and under its own name", async () => {
    const key = await handIn(member, 'Giấy "khai" sinh.pdf', pdf());
    const file = await readableFile(member, key);
    if (!file) throw new Error("not readable");
    const { headers } = await storedAnswer(new Request(portal), file);
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="Gi_y _khai_ sinh.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20%22khai%22%20sinh.pdf`,
    );
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("private, no-store");
  });

  it("goes by parts", async () => {
    const bytes = pdf(5_000);
    const file = await readableFile(member, await handIn(member, "a.pdf", bytes));
    if (!file) throw new Error("not readable");
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await storedAnswer(new Request(portal, { headers: { range, ...more } }), file);
      return [answer.status, answer.headers.get("content-range"), Buffer.from(await answer.arrayBuffer())] as const;
    };
    expect(await part("bytes=10-19")).toEqual([206, `bytes 10-19/${bytes.length}`, bytes.subarray(10, 20)]);
    expect(await part("bytes=-7")).toEqual([
      206,
      `bytes ${bytes.length - 7}-${bytes.length - 1}/${bytes.length}`,
      bytes.subarray(-7),
    ]);
    expect((await part(`bytes=${bytes.length}-`))[0]).toBe(416);
    expect((await part("bytes=0-9", { "if-range": '"another"' }))[0]).toBe(200);
  });
});

it("a store without room refuses cleanly, and the file goes on when there is room again", async () => {
  const bytes = pdf(5_000);
  const key = await begun(member, "a.pdf", bytes.length);
  const { put } = objectStore();
  objectStore().put = async () => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  try {
    const answer = await patch(member, key, 0, bytes);
    expect([answer.status, await answer.json()]).toEqual([507, { ok: false, code: "storage_full" }]);
    const file = new File([new Uint8Array(bytes)], "a.pdf");
    expect(await takeFile(member, { purpose, file }, { now })).toEqual({ ok: false, code: "storage_full" });
  } finally {
    objectStore().put = put;
  }
  expect((await patch(member, key, 0, bytes)).status).toBe(204);
  expect(await checkFile(key, now)).toBe("READY");
  expect(placeOf(key)).toBe(`${key.slice(0, 2)}/${key}`);
});
