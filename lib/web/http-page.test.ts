import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isKept, PageMemory, readPage } from "./http-page";

const sha = (source: string) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;

describe("readPage", () => {
  it("hashes inline scripts once each, not files and not data blocks", () => {
    const page = `<html><head><script src="/a.js" async=""></script><script type="application/ld+json">{"a":1}</script></head>
      <body><script>run(1)</script><script id="x">run(2)</script><script>run(1)</script></body></html>`;
    expect(readPage(page).scriptHashes).toEqual([sha("run(1)"), sha("run(2)")]);
  });

  it("takes the status from the head only, and only one that means gone", () => {
    const meta = (status: number) => `<meta name="x-http-status" content="${status}"/>`;
    expect(readPage(`<head>${meta(410)}</head><body></body>`).status).toBe(410);
    expect(readPage(`<head></head><body>${meta(410)}</body>`).status).toBeUndefined();
    expect(readPage(`<head>${meta(302)}</head>`).status).toBeUndefined();
  });
});

describe("PageMemory", () => {
  const page = (of: string) => `<head></head>${of.repeat(40)}`;

  it("reads a page once while it is remembered, and forgets the one not asked for longest", () => {
    const memory = new PageMemory(page("á").length * 4);
    const [a, b] = [memory.of(page("á")), memory.of(page("b"))];
    expect(memory.of(page("á"))).toBe(a);
    memory.of(page("c"));
    memory.of(page("d"));
    expect(memory.of(page("á"))).toBe(a);
    expect(memory.of(page("b"))).not.toBe(b);
  });

  it("keeps the text as it is, and marks another text with another mark", () => {
    const memory = new PageMemory();
    const page = memory.of("<p>Đợt tuyển dụng</p>");
    expect(page.body.toString()).toBe("<p>Đợt tuyển dụng</p>");
    expect(page.etag).toMatch(/^"[\w-]{27}"$/);
    expect(memory.of("<p>Đợt tuyển dụng.</p>").etag).not.toBe(page.etag);
  });
});

describe("isKept", () => {
  it("knows its mark among others, weakened by a proxy or not", () => {
    expect(isKept('"a", W/"b"', '"b"')).toBe(true);
    for (const other of [undefined, "", '"c"', "*", "b"]) expect(isKept(other, '"b"')).toBe(false);
  });
});
