import { expect, type Page, test } from "@playwright/test";

/** Collects what the browser refuses because of the content security policy. */
async function refusals(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}

for (const path of ["/", "/viec-lam", "/en", "/dang-nhap", "/khong-co-trang-nay"]) {
  test(`${path} runs under its own content security policy @phone`, async ({ page }) => {
    const refused = await refusals(page);
    const response = await page.goto(path, { waitUntil: "networkidle" });
    const policy = (await response?.headerValue("content-security-policy")) ?? "";
    // Public pages bear no script but files of the portal's own; the others run Next's with a nonce.
    const scripts = policy.split("; ").find((part) => part.startsWith("script-src"));
    expect(scripts).toMatch(path === "/dang-nhap" ? /^script-src 'self' 'nonce-[\w+/=]+'$/ : /^script-src 'self'$/);
    expect(await response?.headerValue("x-frame-options")).toBe("DENY");
    expect(refused).toEqual([]);
  });
}

test("the home page is there without JavaScript @nojs", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a request gets an id of ours, whatever it brings along", async ({ request }) => {
  const response = await request.get("/", { headers: { "x-request-id": "mine", "content-security-policy": "x" } });
  expect(response.headers()["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("HEAD has the headers of GET and no body", async ({ request }) => {
  const [get, head] = [await request.get("/"), await request.head("/")];
  expect(head.status()).toBe(get.status());
  expect(head.headers()["content-security-policy"]).toBe(get.headers()["content-security-policy"]);
  expect((await head.body()).length).toBe(0);
});

test("a cached page is not sent again when it has not changed", async ({ request }) => {
  const etag = (await request.get("/")).headers().etag ?? "";
  expect(etag).not.toBe("");
  const again = await request.get("/", { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  expect(again.headers()["content-security-policy"]).toBeUndefined();
});

test("what a publication changes may be kept by caches for less than half a minute, a workspace never", async ({
  request,
}) => {
  const etag = (await request.get("/")).headers().etag ?? "";
  const pages = ["/", "/viec-lam", "/dot-tuyen-dung"];
  // Next's router asks for pages only.
  for (const path of [...pages, "/viec-lam/rss", "/sitemap.xml", "/api/v1/vacancies"])
    for (const headers of [{}, ...(pages.includes(path) ? [{ rsc: "1" }] : []), { "if-none-match": etag }])
      expect((await request.get(path, { headers })).headers()["cache-control"], path).toBe(
        "public, max-age=0, s-maxage=10, stale-while-revalidate=10",
      );
  expect((await request.get("/staff", { maxRedirects: 0 })).headers()["cache-control"]).toContain("no-store");
});

test("what the server tells itself is closed to others", async ({ request }) => {
  expect((await request.post("/api/internal/revalidate", { data: ["public"] })).status()).toBe(404);
});
