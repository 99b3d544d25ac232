import { expect, it } from "vitest";
import { escapeHtml, html } from "./html";

const hostile = `"><script>alert('x')</script>&amp;`;

it("escapes what could be markup, in text and in attributes", () => {
  expect(escapeHtml(`<a href="x" title='y'>&`)).toBe("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
  const safe = "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;";
  expect(html`<a href="${hostile}">${hostile}</a>`.text).toBe(`<a href="${safe}">${safe}</a>`);
});

it("takes over markup of its own and lists of it, and leaves out what is not there", () => {
  const items = ["a", "<b>"].map((word) => html`<li>${word}</li>`);
  expect(html`<ul>${items}</ul>${false}${null}${undefined}${0}`.text).toBe("<ul><li>a</li><li>&lt;b&gt;</li></ul>0");
});

it("takes nothing for markup that only looks like it", () => {
  const forged = JSON.parse('{"text":"<b>"}') as ReturnType<typeof html>;
  expect(() => html`${forged}`).toThrow();
  expect(html`${html`<b>`.text}`.text).toBe("&lt;b&gt;");
});
