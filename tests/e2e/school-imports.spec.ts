import { expect, test } from "@playwright/test";
import { readXlsx } from "hucre";
import { toXlsx } from "../tables/encode";
import { downloaded, excelType, look } from "./support/dossier";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { deskOf } from "./support/people";

test("[F35] a school brings its messy table of programmes: columns known, cells named in its own file, the rest in the form", async ({
  browser,
}) => {
  const page = await deskOf(browser, "nha-truong");
  await page.goto("/school/imports?kind=cohorts");
  await expect(page.getByLabel("Bảng ngành đào tạo của trường")).toBeChecked();
  await look(page, "school-upload", [360, 1440]);
  await expectAccessible(page);
  const stamp = String(Date.now()).slice(-6);
  const code = `6${stamp}`;
  const buffer = await toXlsx([
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
      name: "Cao đẳng",
      rows: [
        ["TRƯỜNG MẪU – SINH VIÊN ĐANG ĐÀO TẠO".normalize("NFD")],
        [
          "TT",
          "Mã ngành",
          "Tên ngành, nghề",
          "Năm thứ nhất".normalize("NFD"),
          null,
          "Năm thứ hai",
          null,
          "Chỉ tiêu",
          stamp,
        ],
        [null, null, null, "Tổng", "Nữ", "Tổng", "Nữ", null, null],
        [1, Number(code), "Điện công nghiệp".normalize("NFD"), "45 em", 5, 40, 4, "1.200", "a"],
        [2, `5${stamp}`, "Hàn", 2026, 1, 22, 0, 30, "b"],
        [3, `7${stamp}`, "May thời trang", 30, 28, 25, 20, 35, "c"],
        [null, "Tổng cộng", null, 99, 34, 87, 24, 1_265, null],
      ],
      merges: ["A1:I1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:H3", "I2:I3"],
    },
  ]);
  await page.locator('input[type="file"]').setInputFiles({ name: "nganh.xlsx", mimeType: excelType, buffer });
  await expect(page.getByRole("heading", { name: "Mỗi cột là gì?" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByLabel("Cột D là")).toHaveValue("y1");
  await expect(page.getByLabel("Cột E là")).toHaveValue("w1");
  await expect(page.getByLabel("Cột H là")).toHaveValue("intake");
  await page.getByRole("button", { name: "Kiểm tra bảng" }).click();

  await expect(page.getByText("trông như một năm, không phải số người")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("2 ngành mới")).toBeVisible();
  await expect(page.getByText("Dòng cộng của bảng khác với các dòng đọc được")).toBeVisible();
  await look(page, "school-trial", [360, 1440]);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  const book = await readXlsx(await downloaded(page, "Tải tệp có nhận xét"));
  const sheet = book.sheets.find(({ name }) => name === "Cao đẳng");
  // Row 5, column D; row 7 is the sum.
  expect(sheet?.cells?.get("4,3")?.comment?.text).toContain("trông như một năm");
  expect(sheet?.cells?.get("6,3")?.comment?.text).toContain("Dòng cộng ghi 99");
  expect(book.sheets.map(({ name }) => name)).toContain("Năm trước");

  await page.getByRole("button", { name: "Ghi nhận 2 dòng" }).click();
  await expect(page.getByText("2 dòng đã ghi nhận").first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Mở báo cáo" }).click();
  const programmes = page.getByRole("region", { name: "Ngành, nghề đào tạo" });
  await expect(programmes).toContainText(`${code} · Điện công nghiệp`);
  await expect(programmes).toContainText(`7${stamp} · May thời trang`);
  await look(page, "school-form", [1440]);
});
