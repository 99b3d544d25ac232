import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isKept, PageMemory, readPage, withoutFramework } from "./http-page";

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

describe("withoutFramework", () => {
  const asks = '<meta name="x-scripts" content="none"/>';
  const own = '<script src="/theme.js?v=1"></script><script type="application/ld+json">{"a":1}</script>';
  const next = `<link rel="preload" as="script" fetchPriority="low" href="/_next/static/a.js"/><script src="/_next/static/b.js"
    async=""></script><script nonce="x" id="_R_">run(1)</script><script>self.__next_f.push([1,"<p>a</p>"])</script>`;

  it("takes out Next's scripts, inline and from files, and leaves the portal's own and data", () => {
    const page = `<html><head>${asks}${own}${next}</head><body><p>a</p>${next}</body></html>`;
    expect(withoutFramework(page)).toBe(`<html><head>${asks}${own}</head><body><p>a</p></body></html>`);
  });

  it("leaves a page alone that does not ask in its head, or that a script has still to put together", () => {
    expect(withoutFramework(`<head></head><body>${asks}${next}</body>`)).toBeUndefined();
    expect(withoutFramework(`<head>${asks}</head><template id="B:0"></template>${next}`)).toBeUndefined();
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

  it("has of a page that needs no script what is sent, and hashes nothing of it", () => {
    const page = new PageMemory().of('<head><meta name="x-scripts" content="none"/></head>á<script>run(1)</script>');
    expect(page.body.toString()).toBe('<head><meta name="x-scripts" content="none"/></head>á');
    expect(page.scriptHashes).toEqual([]);
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
