import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { streamXlsxRows } from "hucre/xlsx";
import { wordText } from "@/lib/documents/word-template";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { deskOf } from "./support/people";

test.setTimeout(240_000);

/** What a link of the page brings, as bytes. */
async function taken(page: Page, name: string | RegExp): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name }).first().click();
  return readFileSync(await (await download).path());
}

async function rowsOf(file: Buffer): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for await (const { values } of streamXlsxRows(new Uint8Array(file))) rows.push(values);
  return rows;
}

// A year of its own: beside the sample's calls, and whatever the day of the run.
const year = 2099;

test("a labour officer writes a call, looks at the letter, opens and closes it; another school sees none of it [F36]", async ({
  browser,
}) => {
  const officer = await deskOf(browser, "chuyen-vien");
  await officer.goto("/staff/school-calls/new");
  await officer.getByLabel("Năm số liệu").fill(String(year));
  await officer.getByLabel("Trích yếu").fill(`cung cấp thông tin đào tạo năm ${year}`);
  await officer.getByLabel("Theo loại hình, tỉnh, thành").check();
  await officer.getByLabel("Trung cấp", { exact: true }).check();
  await officer.getByRole("button", { name: "Xem danh sách nhận" }).click();
  await expect(officer.getByText("1 trường nhận")).toBeVisible();
  await officer.getByRole("button", { name: "Thêm câu hỏi" }).click();
  await officer.getByLabel("Câu hỏi (tiếng Việt)").fill("Số xưởng thực hành");
  await officer.getByLabel("Câu hỏi (tiếng Anh)").fill("Workshops");
  await expectAccessible(officer);
  await officer.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(officer).toHaveURL(/\/staff\/school-calls\/\d+$/);
  const draft = wordText(await taken(officer, "Xem trước công văn (Word)"));
  expect(draft).toMatch(/Số:\s+\/BQL-LĐ/);
  expect(draft).toContain("- Số xưởng thực hành.");
  expect(draft).toContain("4. Nêu thực trạng và khó khăn, vướng mắc trong quá trình đào tạo.");
  await officer.getByRole("button", { name: "Mở đợt" }).click();
  await officer.getByRole("button", { name: "Cấp số và gửi" }).click();
  await expect(officer.getByRole("heading", { name: "Đã trả lời 0/1 trường" })).toBeVisible();
  expect(wordText(await taken(officer, "Công văn (Word)"))).toMatch(/Số: \d+\/BQL-LĐ/);
  await expectNoSidewaysScroll(officer);
  await expectAccessible(officer);
  // Another school finds neither the call nor its letter.
  const school = await deskOf(browser, "nha-truong");
  const { pathname } = new URL(officer.url());
  for (const path of [pathname, `/api/exports/school-calls/${pathname.split("/").at(-1)}`])
    expect((await school.request.get(path, { maxRedirects: 0 })).status(), path).toBe(404);
  // Closed, with the reason; from then on nobody is asked.
  await officer.getByRole("button", { name: "Kết thúc đợt" }).click();
  await officer.getByLabel("Lý do").fill("Đã đủ số liệu");
  await officer.getByRole("dialog").getByRole("button", { name: "Kết thúc đợt" }).click();
  await expect(officer.getByRole("button", { name: "Mở lại" })).toBeVisible();
});

test("what schools answered is added up the same on the screen and in Excel, down to a school [F40]", async ({
  browser,
}) => {
  const officer = await deskOf(browser, "chuyen-vien");
  await officer.goto("/staff/school-figures?by=school");
  const table = officer.getByRole("table", { name: "Theo Trường" });
  const cells = await table.locator("tfoot td").allInnerTexts();
  const shown = cells.map((text) => Number(text.replaceAll(".", "")));
  const rows = await rowsOf(await taken(officer, "Excel bảng này"));
  const total = rows.at(-1) ?? [];
  // Name, code, schools; then the measures in the table's order: programmes, students, women.
  expect([total[3], total[4], total[5]]).toEqual(shown.slice(1, 4));
  const lines = await rowsOf(await taken(officer, "Excel từng ngành"));
  expect([(lines.at(-1) ?? [])[9], (lines.at(-1) ?? [])[10]]).toEqual(shown.slice(1, 3));
  expect(wordText(await taken(officer, "Báo cáo Word"))).toContain("Tổng hợp số liệu đào tạo của các trường năm");
  await expectAccessible(officer);
  await table.getByRole("link", { name: /^Trường Cao đẳng nghề/ }).click();
  await expect(officer).toHaveURL(/by=programme/);
  await expect(officer.getByText("Bậc tay nghề mà các ngành đào tạo")).toBeVisible();
});

test("a difficulty is followed, and the school is told; contacts say how fresh they are [F42] [F43] [F39]", async ({
  browser,
}) => {
  const officer = await deskOf(browser, "chuyen-vien");
  await officer.goto("/staff/difficulties");
  await officer
    .getByRole("button", { name: /^Ghi tiến độ/ })
    .first()
    .click();
  await officer.getByLabel("Đã làm gì").fill("Đã nối trường với hai doanh nghiệp có xưởng");
  await officer.getByRole("button", { name: "Ghi", exact: true }).click();
  await expect(officer.getByText("Đã nối trường với hai doanh nghiệp có xưởng").first()).toBeVisible();
  await expectAccessible(officer);
  await officer.goto("/staff/schools");
  await expect(officer.getByText(/Xác nhận|Chưa xác nhận|Chưa có đầu mối/).first()).toBeVisible();
  await officer.goto("/staff/school-figures?by=programme");
  await expect(officer.getByRole("heading", { name: "Bậc tay nghề mà các ngành đào tạo" })).toBeVisible();
});
