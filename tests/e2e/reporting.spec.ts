import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { readXlsx } from "hucre";
import { openXlsx, saveXlsx } from "hucre/xlsx";
import pg from "pg";
import { addDays, dayOf, formatDay } from "@/lib/core/day";
import { wordText } from "@/lib/documents/word-template";
import type { Portal } from "../support/portal";
import { browserAt, ownPortal } from "./support/own-portal";
import { signIn } from "./support/people";

/** A portal of its own: weeks pass here, which would make reports of other journeys late. */
let portal: Portal;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await ownPortal();
});
test.afterAll(() => portal?.stop());

async function deskAt(browser: Browser, name: string): Promise<Page> {
  const page = await browserAt(portal, browser);
  await signIn(page, name);
  return page;
}

const report = "Báo cáo học nghề của hành trình";

/** The day on which the report was due lies so many days back: what a browser cannot wait for. */
async function daysPass(days: number): Promise<void> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: number }>(
      `update "ReportingPeriod" p set "dueOn" = p."dueOn" - $1::int, "nominalDueOn" = p."nominalDueOn" - $1::int,
         "opensOn" = p."opensOn" - $1::int, "coversFrom" = p."coversFrom" - $1::int, "coversTo" = p."coversTo" - $1::int
       from "Obligation" o where o.id = p."obligationId" and o."nameVi" = $2 returning p.id`,
      [days, report],
    );
    expect(rows).toHaveLength(1);
    await client.query(`update "ReportAssignment" set "dueOn" = "dueOn" - $1::int where "periodId" = $2`, [
      days,
      rows[0]?.id,
    ]);
  } finally {
    await client.end();
  }
}

async function openOwed(page: Page, base: string): Promise<void> {
  await page.goto(base);
  await page.getByRole("link", { name: report }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(report);
}

/** Figures that agree: so many people take part, all of them welders and workers. */
const participants = /^Tổng số người lao động tham gia/;
const welders = "Hàn: Số người tham gia học tập";
const workers = /^a\) Người lao động.*: Số người tham gia học tập$/;
async function fillIn(page: Page, count: number): Promise<void> {
  // What the portal knows of the enterprise's dossiers stands there already; this report says something else.
  for (const box of await page.getByLabel(/: (Số người tham gia học tập|Đã hoàn thiện hồ sơ)$/).all())
    await box.fill("");
  await page.getByLabel(participants).fill(String(count));
  await page.getByLabel(welders).fill(String(count));
  await page.getByLabel(workers).fill(String(count));
}

/** The template as somebody fills it in, in Excel. */
async function filledTemplate(template: Buffer, count: number): Promise<Buffer> {
  const book = await openXlsx(template, { readStyles: true });
  const [sheet] = book.sheets;
  const write = (row: number, column: number, value: number) => {
    sheet?.cells?.set(`${row},${column}`, { ...sheet.cells.get(`${row},${column}`), value, type: "number" } as never);
    const values = sheet?.rows[row];
    if (values) values[column] = value;
  };
  // What the portal knows of the school's dossiers stands there already; this report says something else.
  for (const [row, [code]] of sheet?.rows.entries() ?? [])
    if (/^r:by(Occupation|Group):/.test(String(code))) for (const column of [2, 3]) write(row, column, 0);
  // The codes that the template's rows bear.
  for (const code of ["f:participants", "r:byOccupation:welding", "r:byGroup:workers"]) {
    const row = sheet?.rows.findIndex(([one]) => one === code) ?? -1;
    expect(row, code).toBeGreaterThan(-1);
    write(row, 2, count);
  }
  return Buffer.from(await saveXlsx(book));
}

async function downloaded(page: Page, link: string | RegExp): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).first().click(),
  ]);
  return readFile(await file.path());
}

test("[F31] [F71] [F73] [F74] [F76] a report is asked for, answered by form and by file, returned, chased, written for and consolidated", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const [head, owner, school] = await Promise.all([
    deskAt(browser, "truong-phong"),
    deskAt(browser, "doanh-nghiep"),
    deskAt(browser, "nha-truong"),
  ]);

  await test.step("the labour head writes the obligation and sees what it does and who would be reminded when", async () => {
    const today = dayOf(new Date());
    await head.goto("/staff/obligations/new");
    await head.getByLabel("Tên tiếng Việt").fill(report);
    await head.getByLabel("Tên tiếng Anh").fill("Training report of the journey");
    await head.getByLabel("Văn bản", { exact: true }).fill("Công văn thử số 2");
    await head.getByLabel("Từng đơn vị được chọn").check();
    const box = head.getByLabel("Các đơn vị");
    for (const [typed, name] of [
      ["sao mai som", /Sao Mai Sớm/],
      ["hai au", /Sao Mai Hải Âu/],
      ["ben thuyen", /Bến Thuyền Giấy/],
    ] as const) {
      await box.fill(typed);
      await head.getByRole("option", { name }).click();
    }
    await head.getByLabel("Một lần", { exact: true }).check();
    await head.getByLabel("Báo cáo cho thời gian từ").fill(formatDay(addDays(today, -60)));
    await head.getByLabel("đến", { exact: true }).fill(formatDay(addDays(today, -1)));
    await head.getByLabel("Hạn nộp", { exact: true }).fill(formatDay(addDays(today, 21)));
    const form = head.getByLabel("Biểu mẫu", { exact: true });
    const label = await form
      .locator("option", { hasText: /đào tạo nghề|tham gia/ })
      .first()
      .innerText();
    await form.selectOption({ label });
    await head.getByRole("button", { name: "Xem tác động rồi lưu" }).click();
    await expect(head.getByRole("dialog")).toContainText("thêm 3, bớt 0, tổng 3 đơn vị");
    await head.getByRole("dialog").getByRole("button", { name: "Lưu bản nháp" }).click();
    await expect(head).toHaveURL(/obligations\/\d+$/);
    const here = head.url();
    await head.goto(here.replace("/obligations/", "/deadlines/preview/"));
    await expect(head.getByText("Nghĩa vụ này còn là bản nháp")).toBeVisible();
    await expect(head.getByRole("row").filter({ hasText: "Công văn" })).toContainText("3");
    await head.goto(here);
    await head.getByRole("button", { name: "Cho áp dụng" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "Cho áp dụng" }).click();
    await expect(head.getByRole("main")).toContainText("Đang áp dụng");
  });

  await test.step("an enterprise finds it on its desk; what is wrong is said at its place; corrected, it is handed in", async () => {
    await owner.goto("/enterprise");
    await expect(owner.getByRole("link", { name: report })).toBeVisible();
    await openOwed(owner, "/enterprise/reports");
    await expect(owner.getByLabel(/^Tổng số lao động của doanh nghiệp/)).not.toHaveValue("");
    await owner.getByLabel(participants).fill("3");
    await owner.getByLabel(welders).fill("2");
    await owner.getByRole("button", { name: "Nộp báo cáo" }).click();
    await expect(owner.getByRole("alert").first()).toContainText("cần sửa");
    await expect(owner.getByRole("main")).toContainText("phải bằng tổng");
    await fillIn(owner, 3);
    await owner.getByRole("button", { name: "Nộp báo cáo" }).click();
    await expect(owner.getByRole("heading", { name: "Bản nộp lần 1" })).toBeVisible();
  });

  await test.step("a school answers by its Excel file, which takes the place of what was typed", async () => {
    await openOwed(school, "/school/reports");
    const template = await school.getByRole("link", { name: "Tải biểu mẫu Excel" }).getAttribute("href");
    const file = await filledTemplate(await (await school.request.get(template ?? "")).body(), 4);
    const difficulties = school.getByLabel(/^Khó khăn, vướng mắc/);
    await difficulties.fill("Gõ trước khi nộp tệp");
    await expect(school.getByRole("status").filter({ hasText: /^Đã lưu/ })).toBeVisible();
    await school.getByRole("button", { name: "Nộp từ Excel" }).click();
    const dialog = school.getByRole("dialog");
    await dialog.getByLabel("Tệp đã điền (.xlsx)").setInputFiles({
      name: "bao-cao.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: file,
    });
    await dialog.getByRole("button", { name: "Đọc tệp" }).click();
    await expect(dialog).toContainText("không có gì cần sửa");
    await school.keyboard.press("Escape");
    await expect(difficulties).toHaveValue("");
    await expect(school.getByLabel(participants)).toHaveValue("4");
    await school.getByRole("button", { name: "Nộp báo cáo" }).click();
    await expect(school.getByRole("heading", { name: "Bản nộp lần 1" })).toBeVisible();
  });

  const received = async (who: string) => {
    await head.goto(`/staff/reports?q=${encodeURIComponent(who)}`);
    await head.getByRole("row").filter({ hasText: report }).getByRole("link").first().click();
    await expect(head).toHaveURL(/staff\/reports\/\d+$/);
  };
  const accept = async () => {
    await head.getByRole("button", { name: "Tiếp nhận" }).click();
    await head.getByRole("alertdialog").getByRole("button", { name: "Tiếp nhận" }).click();
    await expect(head.getByRole("main")).toContainText("Đã tiếp nhận");
  };

  await test.step("the labour head returns one with a reason at a field, not without one, and accepts the other", async () => {
    await received("sao mai som");
    await head.getByRole("button", { name: "Trả lại" }).click();
    const dialog = head.getByRole("dialog");
    await dialog.getByRole("button", { name: "Trả lại báo cáo" }).click();
    await expect(dialog.getByRole("alert").first()).toBeVisible();
    await dialog.getByRole("button", { name: "Thêm lý do ở một ô" }).click();
    await dialog.getByLabel("Ô cần sửa").selectOption("participants");
    await dialog.getByLabel("Lý do ở ô này").fill("Còn thiếu người học ca tối");
    await dialog.getByRole("button", { name: "Trả lại báo cáo" }).click();
    await expect(head.getByRole("main")).toContainText("Cần sửa");
    await received("ben thuyen");
    await accept();
  });

  await test.step("the enterprise sees the reason at the field, corrects, and what changed is shown; it is accepted", async () => {
    await openOwed(owner, "/enterprise/reports");
    await expect(owner.getByRole("main")).toContainText("Còn thiếu người học ca tối");
    await fillIn(owner, 5);
    await owner.getByRole("button", { name: "Nộp báo cáo" }).click();
    await expect(owner.getByRole("heading", { name: "Bản nộp lần 2" })).toBeVisible();
    await expect(owner.getByRole("main")).toContainText("So với bản nộp lần 1");
    await received("sao mai som");
    await accept();
    await owner.goto("/enterprise/reports?tab=done");
    await expect(owner.getByRole("main")).toContainText(report);
  });

  await test.step("long after it was due a leader sees who still holds a report, and opens it to read", async () => {
    // So far back that it comes first in every list by due day.
    await daysPass(700);
    const leader = await deskAt(browser, "lanh-dao");
    await leader.getByRole("link", { name: "Theo dõi báo cáo" }).click();
    const row = leader.getByRole("row").filter({ hasText: report });
    await row.getByRole("link", { name: `1 ${report}` }).click();
    await expect(leader.getByRole("button", { name: /^Nhắc/ })).toHaveCount(0);
    await leader.getByRole("row").filter({ hasText: "Hải Âu" }).getByRole("link").first().click();
    await leader.getByRole("link", { name: "Mở báo cáo" }).click();
    await expect(leader.getByRole("heading", { level: 1 })).toContainText("Hải Âu");
    await expect(leader.getByRole("button", { name: "Miễn nộp" })).toHaveCount(0);
    await leader.context().close();
  });

  await test.step("the missing one is asked for, once a day, with proof", async () => {
    await head.goto(`/staff/deadlines/late?q=${encodeURIComponent("hai au")}`);
    await head.getByRole("button", { name: /^Nhắc \d/ }).click();
    const question = head.getByRole("alertdialog");
    await question.getByRole("button", { name: "Gửi nhắc" }).click();
    await expect(head.getByText(/^Đã nhắc \d+ người về \d+ báo cáo/)).toBeVisible();
    await head.getByRole("button", { name: /^Nhắc \d/ }).click();
    await question.getByRole("button", { name: "Gửi nhắc" }).click();
    await expect(question.getByRole("alert")).toContainText("Không có ai để nhắc");
    await question.getByRole("button", { name: "Hủy" }).click();
    await head.getByRole("row").filter({ hasText: report }).getByRole("link").first().click();
    await expect(head.getByRole("main")).toContainText("tap-doan@");
  });

  await test.step("it is called, and named in a numbered letter", async () => {
    await head.goto("/staff/deadlines/calls");
    const called = head.getByRole("row").filter({ hasText: report });
    await called.getByRole("button", { name: /^Ghi cuộc gọi/ }).click();
    await head.getByRole("dialog").getByLabel("Ghi chú").fill("Hẹn nộp thứ Năm");
    await head.getByRole("dialog").getByRole("button", { name: "Lưu" }).click();
    await expect(head.getByText("Đã ghi cuộc gọi")).toBeVisible();
    await expect(called).toHaveCount(0);
    await head.goto("/staff/deadlines/letters");
    const period = head.getByLabel("Kỳ báo cáo");
    await period.selectOption({ label: await period.locator("option", { hasText: report }).innerText() });
    await head.getByRole("button", { name: "Lọc" }).click();
    await expect(head.getByRole("checkbox", { name: /Hải Âu/ })).toBeChecked();
    await head.getByRole("button", { name: "Cấp số và lập công văn" }).click();
    await expect(head.getByText(/^Đã cấp số \d+/)).toBeVisible();
    expect(wordText(await downloaded(head, "Tải công văn (Word)"))).toContain("Sao Mai Hải Âu");
  });

  await test.step("Excel and Word of the period say the same as its page; it is closed", async () => {
    await head.goto("/staff/periods");
    await head.getByRole("link", { name: report }).first().click();
    await expect(head.getByRole("row").filter({ hasText: "Tổng số người lao động tham gia" })).toContainText("9");
    const book = await readXlsx(await downloaded(head, "Tải Excel"));
    const [summary, , rows] = book.sheets;
    expect(summary?.rows.find(([name]) => String(name).startsWith("Tổng số người lao động tham gia"))?.[2]).toBe(9);
    expect(rows?.rows).toHaveLength(4);
    const word = wordText(await downloaded(head, "Tải Word"));
    expect(word).toContain("Sao Mai Hải Âu");
    expect(word).not.toContain("Sao Mai Sớm");
    await head.getByRole("button", { name: "Khóa sổ kỳ này" }).click();
    await head.getByRole("alertdialog").getByRole("button", { name: "Khóa sổ kỳ này" }).click();
    await expect(head.getByRole("main")).toContainText("Kỳ này đã khóa sổ lúc");
  });
});
