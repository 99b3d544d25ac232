import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { PageMemory, readPage } from "./http-page";

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
  it("reads a page once while it is remembered, and forgets the one not asked for longest", () => {
    const memory = new PageMemory(2);
    let read = 0;
    const html = () => {
      read += 1;
      return "<head></head>";
    };
    for (const etag of ["a", "b", "a", "c", "a"]) memory.of(etag, html);
    expect(read).toBe(3);
    memory.of("b", html);
    expect(read).toBe(4);
  });
});
