import { type Browser, expect, type Page, test } from "@playwright/test";
import { readXlsx } from "hucre";
import pg from "pg";
import { sampleSchoolAnswer } from "@/prisma/seed/school-answers";
import type { Portal } from "../support/portal";
import { type SheetSpec, toXlsx, type Value } from "../tables/encode";
import { beginCall, closeCall, keepCall, sendCall } from "./support/calls";
import { downloaded, excelType, look } from "./support/dossier";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { browserAt, ownPortal } from "./support/own-portal";
import { signIn } from "./support/people";

/** A portal of its own: a year passes here. */
let portal: Portal;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await ownPortal();
  await portal.start("worker");
});
test.afterAll(() => portal?.stop());

async function deskAt(browser: Browser, name: string): Promise<Page> {
  const page = await browserAt(portal, browser);
  await signIn(page, name);
  return page;
}

const title = (year: number) => `Cung cấp thông tin đào tạo năm ${year}`;

/** The open call's year, and what the school said of the year before: students by year of study. */
async function asked(): Promise<{ year: number; before: number[] }> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ year: number; y1: number; y2: number; y3: number }>(
      `select a.year + 1 as year, sum(p.y1)::int as y1, sum(p.y2)::int as y2, sum(p.y3)::int as y3
       from "CohortAnswer" a join "CohortProgramme" p on p."answerId" = a.id join "Membership" m on m."organisationId" = a."schoolId"
       join "User" u on u.id = m."userId" where u.email = 'nha-truong@hezaworks.example' and a."replacedAt" is null group by a.year`,
    );
    const [row] = rows;
    if (!row) throw new Error("the school has no accepted answer");
    return { year: row.year, before: [row.y1, row.y2, row.y3] };
  } finally {
    await client.end();
  }
}

const openReport = async (page: Page, year: number) => {
  await page.goto("/school");
  await page.getByRole("link", { name: title(year) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title(year));
};
const programmes = (page: Page) => page.getByRole("region", { name: "Ngành, nghề đào tạo" });
const sums = (page: Page) => programmes(page).getByLabel("Cộng");

async function takeOver(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Lấy số liệu năm trước" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Lấy số liệu này" }).click();
  await expect(page.getByText(/^Đã lấy số liệu năm/)).toBeVisible();
}

/** The programme that the table says wrongly, and the school then types. */
const twelfth = { code: "5510216", name: "Nghề mới số 12" };

/**
 * Twelve programmes as a training office keeps them: a title and heads of two rows, merged and with marks apart from their
 * letters, levels as sections, units in cells, a sum that is not one, and an old sheet that is hidden. In one row the year
 * stands where the count belongs (row 15), one programme stands there twice (row 18).
 */
function messyTable(year: number): SheetSpec[] {
  const apart = (text: string) => text.normalize("NFD");
  const heads = ["Năm thứ nhất", "Năm thứ hai", "Năm thứ ba"].flatMap((one): Value[] => [apart(one), null]);
  const { programmes } = sampleSchoolAnswer(0, "", year) as { programmes: Record<string, Value>[] };
  const known = programmes.map((one, at): Value[] => [
    ...[at + 1, Number(one.code), apart(String(one.name)), `${one.y1} em`, one.w1 ?? 0, one.y2 ?? 0, one.w2 ?? 0],
    ...[one.y3 ?? 0, one.w3 ?? 0, one.intake ?? null, at % 3 === 0 ? "Bậc 1, 2, 3" : null, "giữ nguyên"],
  ]);
  const begun = (no: number, code: string, name: string, first: number): Value[] => [
    ...[no, code, name, first, 2, 0, 0, 0, 0, 25, null, null],
  ];
  return [
    {
      name: "Năm trước",
      rows: [
        ["Mã ngành", "Ngành", "Năm 1"],
        ["x", "y", 1],
        ["z", "t", 2],
      ],
      hidden: true,
    },
    {
      name: "Đang đào tạo",
      rows: [
        [apart("TRƯỜNG MẪU – SINH VIÊN ĐANG ĐÀO TẠO")],
        ["TT", "Mã ngành", "Tên ngành, nghề", ...heads, "Chỉ tiêu", "Bậc tay nghề", "Theo dõi riêng"],
        [null, null, null, "Tổng", "Nữ", "Tổng", "Nữ", "Tổng", "Nữ", null, null, null],
        ["I. Hệ cao đẳng"],
        ...known,
        ["II. Trung cấp"],
        begun(9, "5520263", "Cơ điện tử", 20),
        begun(10, twelfth.code, twelfth.name, year),
        begun(11, "5480202", "Tin học ứng dụng", 20),
        begun(12, "5340302", "Kế toán doanh nghiệp", 20),
        begun(13, "5480202", "Tin học ứng dụng", 20),
        [null, "Tổng cộng", null, 99],
      ],
      merges: ["A1:L1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:I2", "J2:J3", "K2:K3", "L2:L3"],
    },
  ];
}

/** Whoever prepared it asks, and the colleague reads and signs. */
async function signed(preparer: Page, colleague: Page, year: number): Promise<void> {
  await preparer.getByRole("button", { name: "Đề nghị đồng nghiệp ký" }).click();
  await expect(preparer.getByText(/^Đã đề nghị đồng nghiệp ký/)).toBeVisible();
  await expect(preparer.getByRole("button", { name: "Ký và nộp" })).toHaveCount(0);
  await colleague.goto("/school");
  await expect(colleague.getByText("Chờ anh/chị đọc và ký")).toBeVisible();
  await openReport(colleague, year);
  // Whoever signs reads all of it: nothing is folded.
  await expect(colleague.getByText("Bậc 1; Bậc 2; Bậc 3").first()).toBeVisible();
  await colleague.getByRole("button", { name: "Ký và nộp" }).click();
  await colleague.getByRole("alertdialog").getByRole("button", { name: "Ký và nộp" }).click();
  await expect(colleague.getByText(/^Đã nộp\./)).toBeVisible();
}

test("[F32] [F33] [F34] [F35] [F36] [F37] [F38] [F39] [F43] a school of twelve programmes answers from a messy Excel, corrects slips, explains, a colleague signs, the Authority returns and accepts, and next year rolls forward", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const { year, before } = await asked();
  const [school, colleague, officer] = await Promise.all([
    deskAt(browser, "nha-truong"),
    deskAt(browser, "giao-vien"),
    deskAt(browser, "chuyen-vien"),
  ]);

  await test.step("last year's answer comes a year further, after a look, and can be taken back", async () => {
    await openReport(school, year);
    await school.getByRole("button", { name: "Lấy số liệu năm trước" }).click();
    await expect(school.getByRole("dialog")).toContainText("sinh viên năm cuối của năm trước không còn trong bảng");
    await school.getByRole("dialog").getByRole("button", { name: "Lấy số liệu này" }).click();
    const shown = (count: number | undefined) => new Intl.NumberFormat("vi-VN").format(count ?? 0);
    await expect(sums(school)).toContainText(`Năm 2${shown(before[0])}`);
    await expect(sums(school)).toContainText(`Năm 3${shown(before[1])}`);
    await school.getByRole("button", { name: "Hoàn tác" }).click();
    await expect(school.getByText("Đã trả lại nội dung trước đó.")).toBeVisible();
    await takeOver(school);
  });

  const bring = async (buffer: Buffer) => {
    await school.getByRole("navigation", { name: "Khu làm việc" }).getByRole("link", { name: "Nhập từ Excel" }).click();
    await expect(school.getByLabel("Bảng ngành đào tạo của trường")).toBeChecked();
    await school.locator('input[type="file"]').setInputFiles({ name: "nganh.xlsx", mimeType: excelType, buffer });
  };
  const table = await toXlsx(messyTable(year));

  await test.step("its messy table: columns known, cells named in its own file, what is right taken into the form", async () => {
    await expect(school.getByRole("status").filter({ hasText: /^Đã lưu/ })).toBeVisible();
    await bring(table);
    await expect(school.getByRole("heading", { name: "Mỗi cột là gì?" })).toBeVisible({ timeout: 60_000 });
    await expect(school.getByLabel("Cột D là")).toHaveValue("y1");
    await expect(school.getByLabel("Cột I là")).toHaveValue("w3");
    await expect(school.getByLabel("Cột J là")).toHaveValue("intake");
    await school.getByRole("button", { name: "Kiểm tra bảng" }).click();
    await expect(school.getByText("trông như một năm, không phải số người")).toBeVisible({ timeout: 60_000 });
    await expect(school.getByText("Mã ngành này đã có ở dòng 16")).toBeVisible();
    await expect(school.getByText("Dòng cộng của bảng khác với các dòng đọc được")).toBeVisible();
    await look(school, "school-trial", [360, 1440]);
    await expectAccessible(school);
    await school.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(school);
    await school.setViewportSize({ width: 1440, height: 900 });
    const book = await readXlsx(await downloaded(school, "Tải tệp có nhận xét"));
    const cells = book.sheets.find(({ name }) => name === "Đang đào tạo")?.cells;
    expect(cells?.get("14,3")?.comment?.text).toContain("trông như một năm");
    expect(cells?.get("18,3")?.comment?.text).toContain("Dòng cộng ghi 99");
    expect(book.sheets.map(({ name }) => name)).toContain("Năm trước");
    await school.getByRole("button", { name: "Ghi nhận 11 dòng" }).click();
    await expect(school.getByText("11 dòng đã ghi nhận").first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step("the same file once more is told before it is taken again", async () => {
    await bring(table);
    await expect(school.getByText("Tệp này đã được ghi nhận trước đây")).toBeVisible({ timeout: 60_000 });
    await openReport(school, year);
  });

  await test.step("the twelfth is typed; slips are named at their place and nothing typed is lost", async () => {
    const table = programmes(school);
    await expect(table.getByText("11 / 80 dòng")).toBeVisible();
    await expect(table).toContainText("5480202 · Tin học ứng dụng");
    await table.getByRole("button", { name: "Thêm dòng" }).click();
    const last = table.getByRole("group", { name: "Dòng 12", exact: true });
    await last.getByLabel(/Mã ngành/).fill(twelfth.code);
    // As some keyboards write it: the letters and their marks apart.
    await last.getByLabel(/Tên ngành, nghề/).fill(twelfth.name.normalize("NFD"));
    await last.getByLabel(/Lĩnh vực/).selectOption({ label: "Logistics, kho vận" });
    await last.getByLabel(/Trình độ/).selectOption({ label: "Trung cấp" });
    await last.getByLabel(/Năm 1 ?\*?$/).fill("-5");
    await last.getByLabel(/Dự kiến tuyển sinh/).fill("12,5");
    const graduates = school.getByRole("region", { name: "Dự kiến tốt nghiệp", exact: true });
    const first = graduates.getByRole("group", { name: "Dòng 1", exact: true });
    await first.getByLabel(/Mã ngành/).fill("6520227");
    await first.getByLabel(/Tháng/).fill("6");
    // The year stands where the count belongs, and the other way round.
    await first.getByLabel(/Năm/).fill("35");
    await first.getByLabel(/Số sinh viên/).fill(String(year));
    await school.getByRole("button", { name: "Đề nghị đồng nghiệp ký" }).click();
    const summary = school.getByRole("alert").filter({ hasText: "Năm" });
    await expect(summary).toBeVisible();
    await expect(last.getByLabel(/Năm 1 ?\*?$/)).toHaveAttribute("aria-invalid", "true");
    await expect(last.getByLabel(/Dự kiến tuyển sinh/)).toHaveAttribute("aria-invalid", "true");
    await expect(first.getByLabel(/Năm/)).toHaveAttribute("aria-invalid", "true");
    await last.getByLabel(/Năm 1 ?\*?$/).fill("10");
    await last.getByLabel(/Dự kiến tuyển sinh/).fill("12");
    await first.getByLabel(/Năm/).fill(String(year));
  });

  await test.step("what looks wrong is asked about, and refused without a word", async () => {
    const why = school.getByLabel(/giống một năm hơn là số người/);
    await expect(why).toBeVisible();
    await school.getByRole("button", { name: "Đề nghị đồng nghiệp ký" }).click();
    await expect(school.getByText("Hãy giải thích chỗ này").first()).toBeVisible();
    await school
      .getByRole("region", { name: "Dự kiến tốt nghiệp", exact: true })
      .getByLabel(/Số sinh viên/)
      .fill("35");
    await expect(why).toHaveCount(0);
    for (const box of await school.getByRole("textbox", { name: /năm trước|tỷ lệ nữ|năm cuối/ }).all())
      if ((await box.inputValue()) === "") await box.fill("Mở rộng đào tạo theo đặt hàng của doanh nghiệp");
  });

  await test.step("who prepared it cannot sign, a colleague does", () => signed(school, colleague, year));

  await test.step("the officer reads explanations beside findings, and returns with a reason at its field", async () => {
    await officer.goto("/staff/reports");
    await officer
      .getByRole("link", { name: /Bến Thuyền Giấy/ })
      .first()
      .click();
    const main = officer.getByRole("main");
    await expect(main).toContainText(twelfth.name);
    // Skill grades of a programme, and the contact point that the answer has confirmed.
    await expect(main.getByText("Bậc 1; Bậc 2; Bậc 3").first()).toBeVisible();
    await expect(main).toContainText("Phòng Đào tạo · Trưởng phòng · 0225 3 000 900");
    await expect(main.getByText("Cần xác nhận lại")).toHaveCount(0);
    await officer.getByRole("button", { name: "Trả lại" }).click();
    const dialog = officer.getByRole("dialog");
    await dialog.getByLabel("Nhận xét chung").fill("Đề nghị kiểm tra số nữ năm 1");
    await dialog.getByRole("button", { name: "Thêm lý do ở một ô" }).click();
    const field = dialog.getByLabel("Ô cần sửa");
    const label = await field
      .locator("option", { hasText: /Ngành.* 12 .*Dự kiến tuyển sinh/ })
      .first()
      .innerText();
    await field.selectOption({ label });
    await dialog.getByLabel("Lý do ở ô này").fill("Chưa khớp đề án tuyển sinh");
    await dialog.getByRole("button", { name: "Trả lại báo cáo" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(main.getByText("Cần sửa", { exact: true })).toBeVisible();
  });

  await test.step("the colleague corrects at the reason, and now the first one signs", async () => {
    await openReport(colleague, year);
    const row = programmes(colleague).getByRole("group", { name: "Dòng 12", exact: true });
    await expect(row).toContainText("Chưa khớp đề án tuyển sinh");
    await row.getByLabel(/Dự kiến tuyển sinh/).fill("30");
    await signed(colleague, school, year);
  });

  await test.step("the Authority accepts, and next year begins with what was accepted", async () => {
    await officer.reload();
    await officer.getByRole("button", { name: "Tiếp nhận" }).click();
    await officer.getByRole("alertdialog").getByRole("button", { name: "Tiếp nhận" }).click();
    await expect(officer.getByRole("alertdialog")).toHaveCount(0);
    await expect(officer.getByRole("main").getByText("Đã tiếp nhận", { exact: true }).first()).toBeVisible();
    await beginCall(officer, year + 1);
    await keepCall(officer);
    await sendCall(officer, 3);
    await openReport(school, year + 1);
    await takeOver(school);
    await expect(programmes(school).getByText("12 / 80 dòng")).toBeVisible();
    await expect(programmes(school)).toContainText(new RegExp(`${twelfth.name}.*Năm 1 30 · Năm 2 10`));
    await expect(school.getByRole("status").filter({ hasText: /^Đã lưu/ })).toBeVisible();
  });

  await test.step("what is only proposed is marked as such, also when the page is opened anew", async () => {
    await school.reload();
    await programmes(school).locator("summary").filter({ hasText: twelfth.name }).click();
    const first = programmes(school)
      .getByRole("group", { name: "Dòng 12", exact: true })
      .getByLabel(/Năm 1 ?\*?$/);
    await expect(first).toHaveAccessibleDescription(/^Đề xuất từ dự kiến tuyển sinh năm trước/);
    await first.fill("28");
    await expect(first).not.toHaveAccessibleDescription(/Đề xuất/);
    await look(school, "school-proposed", [360, 1440]);
  });

  await test.step("closed in mid-form: what was typed is kept, and it is said what to do", async () => {
    await closeCall(officer);
    await school.getByRole("button", { name: "Đề nghị đồng nghiệp ký" }).click();
    await expect(school.getByText(/^Đợt thu thập đã đóng ngày .* vẫn được lưu; hãy xin gia hạn/)).toBeVisible();
    await school.reload();
    await expect(programmes(school)).toContainText(new RegExp(`${twelfth.name}.*Năm 1 28 · Năm 2 10`));
  });
});
