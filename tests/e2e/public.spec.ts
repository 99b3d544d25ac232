import { expect, type Page, test } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/looks";
import { jobsInSiteMap } from "./support/site-map";

const count = async (page: Page) =>
  Number(/[\d.,]+/.exec(await page.getByRole("status").first().innerText())?.[0].replace(/\D/g, ""));

for (const how of ["@nojs", "@phone-only"])
  test(`[F2] [F10] a job is found from the home page, filtered, paged and read ${how}`, async ({ page }) => {
    await page.goto("/");
    await expectNoSidewaysScroll(page);
    await page.getByLabel("Công việc").fill("cong nhan");
    await page.getByRole("button", { name: "Tìm việc" }).click();
    await expect(page).toHaveURL(/\/viec-lam\?/);
    const all = await count(page);
    expect(all).toBeGreaterThan(0);

    await test.step("a filter narrows and is taken back", async () => {
      const box = page.getByText("Bộ lọc", { exact: true });
      if (await box.isVisible()) await box.click();
      await page
        .getByRole("complementary", { name: "Bộ lọc" })
        .getByRole("link", { name: /^Ăn ca/ })
        .click();
      await expect(page).toHaveURL(/package=meals/);
      expect(await count(page)).toBeLessThanOrEqual(all);
      await page.getByRole("link", { name: /Bỏ lọc:.*Ăn ca/ }).click();
      expect(await count(page)).toBe(all);
    });

    await test.step("the next page shows others", async () => {
      await page.goto("/viec-lam");
      const first = await page.getByRole("article").first().innerText();
      await page.getByRole("navigation", { name: "Các trang" }).getByRole("link", { name: /Sau|2/ }).first().click();
      await expect(page).toHaveURL(/page=2|trang=2/);
      await expect(page.getByRole("article").first()).not.toHaveText(first);
      await expectNoSidewaysScroll(page);
    });

    await test.step("the job, its park and its enterprise", async () => {
      await page.getByRole("article").first().getByRole("link").click();
      await expect(page.getByRole("main")).toContainText("HEZA đã xác minh");
      await expectNoSidewaysScroll(page);
      await page.getByRole("main").locator('a[href^="/khu-cong-nghiep/"]').first().click();
      await expect(page).toHaveURL(/\/khu-cong-nghiep\//);
      await page.goBack();
      await page.getByRole("main").locator('a[href^="/doanh-nghiep/"]').first().click();
      await expect(page).toHaveURL(/\/doanh-nghiep\//);
      await expect(page.getByRole("main")).toContainText("Đang tuyển");
    });
  });

test("the filter by occupation names groups, and the occupations of the chosen one @nojs", async ({ page }) => {
  await page.goto("/viec-lam");
  const filters = page.getByRole("complementary", { name: "Bộ lọc" });
  const group = filters.getByRole("link", { name: /^Thợ lắp ráp và vận hành máy móc/ });
  await filters.getByText("Nhóm nghề", { exact: true }).click();
  await group.click();
  await expect(page).toHaveURL(/occupation=8$/);
  const all = await count(page);
  await filters.getByRole("link", { name: /^Thợ lắp ráp thiết bị điện/ }).click();
  await expect(page).toHaveURL(/occupation=8212$/);
  expect(await count(page)).toBeGreaterThan(0);
  expect(await count(page)).toBeLessThan(all);
  await page.goto("/en/jobs?occupation=8212");
  await expect(page.getByRole("main")).not.toContainText("8212");
});

test("[F1] words without diacritics, in pieces of letters, and misspelt find the same jobs", async ({ page }) => {
  await page.goto("/viec-lam?q=điện tử");
  const found = await count(page);
  expect(found).toBeGreaterThan(0);
  for (const q of ["dien tu", "Điện tử".normalize("NFD"), "DIEN  TU"]) {
    await page.goto(`/viec-lam?q=${encodeURIComponent(q)}`);
    expect(await count(page), q).toBe(found);
  }
  await page.goto("/viec-lam?q=cong%20nhaan%20lap%20rpa");
  await expect(page.getByText(/Đang hiện kết quả cho/)).toBeVisible();
  expect(await count(page)).toBeGreaterThan(0);
});

test("titles are offered while one types, on the home page and in the search", async ({ page }) => {
  for (const path of ["/", "/en/jobs"]) {
    await page.goto(path);
    await page.getByRole("combobox").or(page.getByRole("searchbox")).first().pressSequentially("cong nhan");
    await expect(page.locator("#suggested-titles option").first()).toHaveAttribute("value", /công nhân/i);
  }
});

test("the batch of July 2024: 17 enterprises, 2,390 persons, the same figures everywhere @nojs", async ({ page }) => {
  await page.goto("/dot-tuyen-dung");
  await page.locator('a[href="/dot-tuyen-dung/2024/2"]').first().click();
  const main = page.getByRole("main");
  await expect(main).toContainText("17");
  await expect(main).toContainText("2.390");
  const api: { items?: unknown } & Record<string, unknown> = await (
    await page.request.get("/api/v1/batches/2024/2")
  ).json();
  expect(JSON.stringify(api)).toContain("2390");
  await page.goto("/en/batches/2024/2");
  await expect(main).toContainText("2,390");
});

test("schools are narrowed, read with what is open for them, and left again @nojs", async ({ page }) => {
  await page.goto("/truong");
  await page.getByText("Bộ lọc", { exact: true }).click();
  await page.getByLabel("Lĩnh vực").selectOption("TEXTILE");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(page).toHaveURL(/field=TEXTILE/);
  await expect(page.getByRole("table")).not.toContainText("Bến Thuyền Giấy");
  await page.getByRole("link", { name: /Cánh Diều/ }).click();
  // What fits folds by field; the first is open, another opens by its line.
  const fits = page.locator("details").filter({ has: page.getByRole("heading", { level: 3 }) });
  await expect(fits.first().getByRole("article").first()).toBeVisible();
  await fits.nth(1).locator("summary").click();
  await fits
    .nth(1)
    .getByRole("link", { name: /Xem tất cả/ })
    .click();
  await expect(page).toHaveURL(/\/viec-lam\?.*occupation=/);
  expect(await count(page)).toBeGreaterThan(0);
  await page.goto("/truong?page=2");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("[F90] the same page in the other language, there and back @nojs", async ({ page }) => {
  const pages = ["/", "/viec-lam?q=han", "/dot-tuyen-dung/2024/2", "/khu-cong-nghiep", "/doanh-nghiep", "/xac-minh"];
  for (const path of pages) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    const here = new URL(page.url());
    await page.getByRole("link", { name: "English" }).first().click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByRole("link", { name: "Tiếng Việt" }).first().click();
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    expect(new URL(page.url()).pathname).toBe(here.pathname);
  }
});

test("public pages set no cookie and ask for none", async ({ page, context }) => {
  const set: string[] = [];
  page.on("response", async (answer) => {
    if (await answer.headerValue("set-cookie")) set.push(answer.url());
  });
  for (const path of [
    "/",
    "/viec-lam",
    "/dot-tuyen-dung/2024/2",
    "/khu-cong-nghiep",
    "/doanh-nghiep",
    "/xac-minh",
    "/en",
  ])
    await page.goto(path, { waitUntil: "networkidle" });
  await page.goto("/viec-lam");
  await page.getByRole("article").first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(set).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test("hostile words are words: the search answers and runs nothing", async ({ page }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const hostile = [
    "'; drop table vacancy; --",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a & | ! : * ( ) <-> ''",
    "\u0000\u202e\ufeff",
    "%",
    "ỷ".repeat(1_000),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of somebody else's
    "{{7*7}} ${7*7}",
  ];
  for (const q of hostile) {
    const answer = await page.goto(`/viec-lam?q=${encodeURIComponent(q)}`);
    expect(answer?.status(), q.slice(0, 40)).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  for (const query of ["page=-1", "page=99999999999", "wage=abc", "park[]=x&park=%00", "sort=x", "package=a&package=b"])
    expect((await page.goto(`/viec-lam?${query}`))?.status(), query).toBe(200);
  expect(dialogs).toEqual([]);
});

const unknown = { vi: /Không tìm thấy/, en: /does not exist/ };

test("an unknown address says so in its language, with 404 @nojs", async ({ page }) => {
  for (const [path, words] of [
    ["/khong-co", unknown.vi],
    ["/en/nothing", unknown.en],
  ] as const) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(words);
  }
});

test("a listing, a park, an enterprise or a batch that never was says so in its language, with 404 @nojs", async ({
  page,
}) => {
  const never = [
    "/viec-lam/khong-co-999999",
    "/viec-lam/khong-co",
    "/viec-lam/khong-co-999999/to-roi",
    "/khu-cong-nghiep/khong-co",
    "/doanh-nghiep/khong-co",
    "/doanh-nghiep/trang-999",
    "/dot-tuyen-dung/1999/1",
    "/dot-tuyen-dung/x/y",
    "/dot-tuyen-dung/2024/2/trang-999",
    "/dot-tuyen-dung/2024/2/khac",
  ];
  const english = [
    "/en/jobs/nothing-999999",
    "/en/jobs/nothing-999999/leaflet",
    "/en/parks/nothing",
    "/en/enterprises/nothing",
    "/en/batches/1999/1",
  ];
  for (const [words, paths, search, jobs] of [
    [unknown.vi, never, "Tìm việc làm", "/viec-lam"],
    [unknown.en, english, "Search jobs", "/en/jobs"],
  ] as const)
    for (const path of paths) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(words);
      await expect(page.getByRole("main").getByRole("link", { name: search })).toHaveAttribute("href", jobs);
    }
});

test("[F6] [F7] a listing that has ended says so with 410 and leaves the site map @nojs", async ({ page, request }) => {
  const ended = (await request.get("/api/v1/batches/2024/2/vacancies")).ok();
  expect(ended).toBe(true);
  await page.goto("/dot-tuyen-dung/2024/2");
  const link = page.locator('main a[href^="/viec-lam/"]').first();
  const path = (await link.getAttribute("href")) ?? "";
  expect((await page.goto(path))?.status()).toBe(410);
  await expect(page.getByRole("main")).toContainText(/đã tuyển đủ người|đã hết hạn|đã bị rút/);
  expect(await jobsInSiteMap(request)).not.toContain(path);
});

test("[F9] a code that nobody gave out is not taken for a listing @nojs", async ({ page }) => {
  await page.goto("/xac-minh");
  await page.getByLabel("Mã xác minh").fill("aaaaa-bbbbb");
  await page.getByRole("button", { name: "Kiểm tra" }).click();
  await expect(page.getByRole("main")).toContainText("Không có tin nào mang mã này");
  expect((await page.goto("/xac-minh/AAAAABBBBB"))?.status()).toBe(404);
});

test("[F83] what search engines and feed readers are given is whole", async ({ request }) => {
  const index = await (await request.get("/sitemap.xml")).text();
  for (const part of ["sitemap-jobs.xml", "sitemap-pages.xml"]) expect(index).toContain(part);
  const jobs = await jobsInSiteMap(request);
  const job = /<loc>https?:\/\/[^/]+(\/viec-lam\/[^<]+)<\/loc>/.exec(jobs)?.[1] ?? "";
  const html = await (await request.get(job)).text();
  expect(html).toContain('"@type":"JobPosting"');
  expect(html).toContain('hrefLang="en"');
  expect(html).toMatch(/<link rel="canonical"/);
  expect(html).toMatch(/property="og:image"/);
  expect(await (await request.get("/viec-lam/rss")).text()).toContain("<rss");
  expect(await (await request.get("/robots.txt")).text()).toContain("sitemap.xml");
});

test("[F84] the open interface answers page after page, and says what it is", async ({ request }) => {
  const seen = new Set<number>();
  let cursor: string | null | undefined;
  do {
    const answer = await request.get(
      `/api/v1/vacancies?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
    );
    expect(answer.status()).toBe(200);
    expect(answer.headers().etag).toBeTruthy();
    const page: { items: { id: number }[]; nextCursor?: string | null; next?: string | null } = await answer.json();
    for (const { id } of page.items) expect(seen.has(id)).toBe(false);
    for (const { id } of page.items) seen.add(id);
    cursor = page.nextCursor ?? page.next;
  } while (cursor && seen.size < 500);
  expect(seen.size).toBeGreaterThan(20);
  const openapi: { openapi: string; paths: object } = await (await request.get("/api/v1/openapi.json")).json();
  expect(openapi.openapi).toMatch(/^3\.1/);
  expect(Object.keys(openapi.paths)).toContain("/vacancies");
});
