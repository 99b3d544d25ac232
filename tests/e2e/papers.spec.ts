import { expect, type Page, test } from "@playwright/test";
import PizZip from "pizzip";
import { dayOf, formatDay } from "@/lib/core/day";
import { wordText } from "@/lib/documents/word-template";
import { deskOf } from "./support/people";

/**
 * What goes out after a publication, by the labour officer: on the sample's present batch, which nobody else numbers or
 * logs. How drafts become final papers is in `main-journey`, which alone publishes.
 */
async function openPresentBatch(officer: Page): Promise<string> {
  await officer.goto("/staff/batches");
  const row = officer
    .getByRole("row")
    .filter({ hasText: "Đã công bố" })
    .filter({ hasText: /tin đang tuyển/ });
  await row.getByRole("link").last().click();
  await expect(officer.getByRole("heading", { name: "Giấy tờ của đợt" })).toBeVisible();
  return officer.url();
}

test("[F89] the officer downloads every paper, numbers the letter and logs where the batch went", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const officer = await deskOf(browser, "chuyen-vien");
  const batch = await openPresentBatch(officer);
  const figures = await officer.getByRole("main").innerText();
  const workers = /([\d.]+)\s+lao động/i.exec(figures)?.[1] ?? "none";
  let number = "";

  await test.step("every paper comes down, in both languages where there are two, with the same sum", async () => {
    const links = await officer
      .locator("#papers a[download]")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links).toHaveLength(14);
    for (const link of links) {
      const answer = await officer.request.get(link ?? "");
      expect(answer.status(), link ?? "").toBe(200);
      expect(answer.headers()["content-disposition"], link ?? "").toContain("attachment");
      const body = await answer.body();
      const text = /\/letter\?/.test(link ?? "")
        ? wordText(body)
        : /social|radio|rss/.test(link ?? "")
          ? body.toString()
          : null;
      if (text !== null) expect(text.replaceAll(",", "."), link ?? "").toContain(workers);
    }
    const [download] = await Promise.all([
      officer.waitForEvent("download"),
      officer.getByRole("link", { name: /^PDF.*Tờ rơi A5$/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^to-roi-a5-dot-\d+-\d{4}\.pdf$/);
  });

  await test.step("the page to print shows the whole table", async () => {
    await officer.getByRole("link", { name: "Mở trang in" }).click();
    await expect(officer.getByRole("region", { name: /NHU CẦU TUYỂN DỤNG/ })).toContainText("Tổng cộng");
    await officer.goBack();
  });

  await test.step("the letter gets its number, once, and bears it", async () => {
    await officer.getByRole("button", { name: "Cấp số" }).click();
    const dialog = officer.getByRole("dialog", { name: "Cấp số" });
    await dialog.getByLabel(/^Họ tên người ký/).fill("Xoan Đào Thử");
    await dialog.getByRole("button", { name: "Cấp số" }).click();
    await expect(dialog).toBeHidden();
    const line = officer.locator("#papers").getByText(/^Công văn số \d+\/BQL-LĐ/);
    await expect(line).toBeVisible();
    number = /số (\d+\/BQL-LĐ)/.exec(await line.innerText())?.[1] ?? "none";
    await expect(officer.getByRole("button", { name: "Cấp số" })).toBeHidden();
    const letter = await officer.request.get(`/api/exports/batches/${batch.split("/").at(-1)}/letter`);
    const text = wordText(await letter.body());
    expect(text).toContain(`Số: ${number}`);
    expect(text).toContain("Xoan Đào Thử");
  });

  await test.step("the portal's own entry is there; two more are logged, one with a file", async () => {
    const log = officer.locator("#sendings");
    await expect(log.getByRole("row").filter({ hasText: "Cổng việc làm" })).toContainText("Ghi tự động khi công bố");
    const dialog = officer.getByRole("dialog", { name: "Ghi một lần gửi" });

    await log.getByRole("button", { name: "Ghi một lần gửi" }).click();
    await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText("Ghi nơi nhận, đường dẫn hoặc chọn tệp");
    await dialog.getByLabel(/^Đường dẫn/).fill("https://mangxahoi.example/heza/bai-1");
    await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(log.getByRole("link", { name: /mangxahoi\.example/ })).toBeVisible();

    await log.getByRole("button", { name: "Ghi một lần gửi" }).click();
    await dialog.getByLabel("Kênh").selectOption("LOCALITY");
    await dialog.getByLabel(/^Nơi nhận/).fill("UBND phường Nắng Hanh");
    await dialog.getByLabel(/^Kèm công văn số/).selectOption({ label: number });
    await dialog
      .getByLabel(/^Tệp làm chứng/)
      .setInputFiles({ name: "phieu-gui.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 phiếu gửi") });
    await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
    await expect(dialog).toBeHidden();
    const row = log.getByRole("row").filter({ hasText: "UBND phường Nắng Hanh" });
    await expect(row).toContainText(`Kèm công văn ${number}`);
    const file = await officer.request.get(
      (await row.getByRole("link", { name: "phieu-gui.pdf" }).getAttribute("href")) ?? "",
    );
    expect(await file.text()).toContain("phiếu gửi");
  });

  await test.step("a mistake is corrected with a trace", async () => {
    const log = officer.locator("#sendings");
    await log.getByRole("button", { name: /^Sửa dòng Xã, phường/ }).click();
    const dialog = officer.getByRole("dialog", { name: "Sửa dòng nhật ký" });
    await dialog.getByLabel(/^Nơi nhận/).fill("UBND phường Nắng Mai");
    await dialog.getByLabel("Lý do").fill("Ghi nhầm tên phường");
    await dialog.getByRole("button", { name: "Lưu bản sửa" }).click();
    await expect(dialog).toBeHidden();
    await expect(log.getByRole("row").filter({ hasText: "UBND phường Nắng Mai" })).toContainText("phieu-gui.pdf");
    await log.getByText("1 dòng đã sửa hoặc gỡ").click();
    await expect(log.getByText(/Ghi nhầm tên phường/)).toBeVisible();
  });

  await test.step("register and log of all batches show it", async () => {
    await officer.goto("/staff/documents");
    await officer.getByRole("searchbox").fill(number);
    await officer.getByRole("button", { name: "Tìm" }).click();
    const today = formatDay(dayOf(new Date()));
    await expect(officer.getByRole("row").filter({ hasText: number }).filter({ hasText: today })).toBeVisible();
    await officer.getByRole("link", { name: "Nhật ký truyền thông" }).click();
    await officer.getByLabel("Kênh").selectOption("LOCALITY");
    await officer.getByRole("button", { name: "Lọc" }).click();
    await expect(officer.getByRole("row").filter({ hasText: "UBND phường Nắng Mai" })).toBeVisible();
    await expect(officer.getByText("UBND phường Nắng Hanh")).toHaveCount(0);
  });
});

test("a template is tried before it is used; a bad one is refused with the place", async ({ browser }) => {
  test.setTimeout(120_000);
  const head = await deskOf(browser, "truong-phong");
  await head.goto("/staff/documents/templates");
  const original = await (await head.request.get("/api/exports/templates/built-in/file")).body();
  const changed = (from: string, to: string) => {
    const zip = new PizZip(original);
    const xml = zip.file("word/document.xml")?.asText() ?? "";
    zip.file("word/document.xml", xml.replace(from, to));
    return zip.generate({ type: "nodebuffer" });
  };
  const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const dialog = head.getByRole("dialog", { name: "Tải mẫu mới lên" });
  await head.getByRole("button", { name: "Tải mẫu mới lên" }).click();
  await dialog
    .getByLabel("Tệp Word")
    .setInputFiles({ name: "sai.docx", mimeType, buffer: changed("{tong_lao_dong}", "{tong_so_nguoi}") });
  await dialog.getByRole("button", { name: "Tải mẫu mới lên" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    /Nội dung, đoạn \d+ “.*\{tong_so_nguoi\}.*”: không có trường «tong_so_nguoi»/,
  );

  await dialog
    .getByLabel("Tệp Word")
    .setInputFiles({ name: "mau-moi.docx", mimeType, buffer: changed("Sở Nội vụ", "Kính chuyển Sở Nội vụ") });
  await dialog.getByRole("button", { name: "Tải mẫu mới lên" }).click();
  await expect(dialog).toBeHidden();
  const row = head.getByRole("row").filter({ hasText: "mau-moi.docx" });
  const preview = await head.request.get(
    (await row.getByRole("link", { name: /^Xem thử/ }).getAttribute("href")) ?? "",
  );
  expect(wordText(await preview.body())).toContain("Kính chuyển Sở Nội vụ");
  await row.getByRole("button", { name: /^Dùng/ }).click();
  await head.getByRole("alertdialog").getByRole("button", { name: "Dùng mẫu này" }).click();
  await expect(row).toContainText("Đang dùng");

  const builtIn = head.getByRole("row").filter({ hasText: "Mẫu kèm phần mềm" });
  await builtIn.getByRole("button", { name: /^Dùng/ }).click();
  await head.getByRole("alertdialog").getByRole("button", { name: "Dùng mẫu này" }).click();
  await expect(builtIn).toContainText("Đang dùng");
});

test("readers get the Excel annex, the leaflet and the feed of batches @nojs", async ({ page }) => {
  await page.goto("/dot-tuyen-dung/2024/2");
  for (const [name, type, start] of [
    ["Tải Excel", "spreadsheetml", "PK"],
    ["Tờ rơi A5 (PDF)", "application/pdf", "%PDF"],
  ] as const) {
    const answer = await page.request.get((await page.getByRole("link", { name }).getAttribute("href")) ?? "");
    expect(answer.headers()["content-type"]).toContain(type);
    expect(answer.headers()["cache-control"]).toContain("s-maxage");
    expect((await answer.body()).subarray(0, start.length).toString()).toBe(start);
  }
  expect((await page.request.get("/dot-tuyen-dung/2024/99/xlsx")).status()).toBe(404);
  for (const closed of [
    "/api/exports/batches/1/letter",
    "/api/exports/templates/built-in/file",
    "/api/files/sendings/1",
  ])
    expect((await page.request.get(closed)).status(), closed).toBe(401);
  const feed = await (await page.request.get("/en/batches/rss")).text();
  expect(feed).toContain("/en/batches/2024/2</link>");
});
