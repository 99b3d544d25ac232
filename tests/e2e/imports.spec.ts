import { expect, type Page, test } from "@playwright/test";
import { toText, toXlsx } from "../tables/encode";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { dayAhead } from "./support/need";
import { deskOf } from "./support/people";

/** Pictures of each step, for eyes: set LOOKS to a folder. */
async function look(page: Page, name: string): Promise<void> {
  if (process.env.LOOKS) await page.screenshot({ path: `${process.env.LOOKS}/${name}.png`, fullPage: true });
}

const filed = { name: "nhu-cau.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

test("[F22] somebody of HR brings the table she has: columns confirmed, wrong cells named, the rest taken over", async ({
  browser,
}) => {
  const page = await deskOf(browser, "doanh-nghiep");
  await page.goto("/enterprise/imports");
  await look(page, "upload");
  await expectAccessible(page);
  const until = dayAhead(40);
  const stamp = Date.now();
  const buffer = await toXlsx([
    {
      name: "Tháng này",
      rows: [
        ["CÔNG TY MẪU – NHU CẦU TUYỂN DỤNG"],
        ["STT", "Vị trí", "Số lượng", null, "Mức lương", "Liên hệ", "Hạn nộp"],
        [null, null, "LĐPT", "Đại học", null, null, null],
        [1, `Công nhân đóng gói ${stamp}`, "30 người", null, "7-10 triệu", "0225 000 0001", until],
        [2, `Kỹ sư tự động hóa ${stamp}`, null, 2, "1.500 USD", null, until],
        [3, `Thủ kho ${stamp}`, 1, null, "từ 9tr", "hr@congtymau.example", until],
        ["Tổng cộng", null, 31, 2],
      ],
      merges: ["A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "G2:G3"],
    },
  ]);
  await page.locator('input[type="file"]').setInputFiles({ ...filed, buffer });

  await expect(page.getByRole("heading", { name: "Mỗi cột là gì?" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByLabel("Cột B là")).toHaveValue("titleVi");
  await expect(page.getByLabel("Cột C là")).toHaveValue("unskilled");
  await look(page, "mapping");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Kiểm tra bảng" }).click();

  await expect(page.getByText("Lương ghi bằng ngoại tệ")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Ô E5")).toBeVisible();
  await look(page, "trial");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await look(page, "trial-phone");
  await page.setViewportSize({ width: 1440, height: 900 });
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải tệp có nhận xét" }).click();
  expect((await download).suggestedFilename()).toBe("nhu-cau-co-nhan-xet.xlsx");
  await page.getByRole("link", { name: "Dòng bỏ qua" }).click();
  await expect(page.getByText("Dòng cộng")).toBeVisible();

  await page.getByRole("button", { name: "Ghi nhận 2 dòng" }).click();
  await expect(page.getByText("2 dòng đã ghi nhận").first()).toBeVisible({ timeout: 60_000 });
  await look(page, "result");
  await page.getByRole("link", { name: "Mở nhu cầu tuyển" }).click();
  await expect(page.getByText(`Thủ kho ${stamp}`)).toBeVisible();

  // The very same file once more is noticed, and its columns are known by now.
  await page.goto("/enterprise/imports");
  await page.locator('input[type="file"]').setInputFiles({ ...filed, buffer });
  await expect(page.getByText("Tệp này đã được ghi nhận trước đây")).toBeVisible({ timeout: 60_000 });
});

test("[F22] a table is pasted from Excel, on a phone too, and what is no table is refused in words @phone", async ({
  browser,
}) => {
  const page = await deskOf(browser, "doanh-nghiep");
  await page.goto("/enterprise/imports");
  await page.getByLabel("Hoặc dán từ Excel").fill("<html><table><tr><td>1</td></tr></table>");
  await page.getByRole("button", { name: "Kiểm tra nội dung đã dán" }).click();
  await expect(page.getByText("Tệp này thật ra là một trang web")).toBeVisible();
  await expectNoSidewaysScroll(page);
  // Headings that nobody has explained before, on the other device neither: known ones would not be asked again.
  const rows = [
    ["Chức danh", "Số lượng", "Thu nhập", `Mã ${Date.now()}`],
    [`Thợ hàn ${Date.now()}`, 4, "12 triệu", "a"],
    [`Bảo vệ ${Date.now()}`, "nhiều", "8 triệu", "b"],
  ];
  await page.getByLabel("Hoặc dán từ Excel").fill(toText(rows, "\t"));
  await page.getByRole("button", { name: "Kiểm tra nội dung đã dán" }).click();
  await page.getByRole("button", { name: "Kiểm tra bảng" }).click({ timeout: 60_000 });
  await expect(page.getByText("Phải là một số nguyên")).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("[F22] the Authority takes a whole annex in: enterprises known by name, an unknown one named", async ({
  browser,
}) => {
  const page = await deskOf(browser, "chuyen-vien");
  await page.goto("/staff/enterprises");
  const names = await page
    .locator("[data-row-link]")
    .evaluateAll((links) => links.slice(0, 2).map((link) => (link.textContent ?? "").trim()));
  await page.goto("/staff/imports");
  await look(page, "staff-upload");
  const stamp = Date.now();
  const table = toText(
    [
      ["PHỤ LỤC"],
      ["Tên doanh nghiệp", "Vị trí", "Số lượng", "Mức lương"],
      [names[0] ?? "", `Công nhân ${stamp}`, 20, "8 triệu"],
      ["", `Thợ điện ${stamp}`, 2, "10 triệu"],
      ["Công ty TNHH Việt Nam Mẫu Không Rõ", `Thợ nguội ${stamp}`, 2, "10 triệu"],
    ],
    ";",
  );
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "phu-luc.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.getByRole("button", { name: "Kiểm tra bảng" }).click({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Ghi nhận 2 dòng" })).toBeVisible({ timeout: 60_000 });
  await look(page, "annex");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ghi nhận 2 dòng" }).click();
  await expect(page.getByText("2 dòng đã ghi nhận").first()).toBeVisible({ timeout: 60_000 });
});
