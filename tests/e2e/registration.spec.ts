import { expect, test } from "@playwright/test";
import { toXlsx } from "../tables/encode";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { deskOf } from "./support/people";

/** An ID of a place that does not exist, another one at each run. */
const idOf = (year: string) => `0000${year}${String(Date.now() % 1_000_000).padStart(6, "0")}`;

test("[F24] a worker registers on a phone without script, sees the state, and is confirmed by the enterprise", async ({
  browser,
}) => {
  const desk = await deskOf(browser, "doanh-nghiep");
  await desk.goto("/enterprise/registrations");
  await expectAccessible(desk);
  const address = await desk
    .getByText(/\/dang-ky-hoc-nghe\/[a-z0-9]{10}$/)
    .first()
    .innerText();

  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 780 },
    isMobile: true,
    hasTouch: true,
  });
  const phone = await context.newPage();
  await phone.goto(new URL(address).pathname);
  const stamp = Date.now();
  const [name, personId] = [`Hoàng Thị Mẫu ${stamp}`, idOf("97")];
  await phone.getByLabel("Họ và tên").fill(name);
  await phone.getByLabel("Ngày sinh").fill("1997-09-12");
  await phone.getByLabel("Số định danh (CCCD)").fill("123");
  await phone.getByLabel("Điện thoại").fill("0900 111 222");
  await phone.getByLabel("Nghề muốn học").selectOption({ label: "Hàn" });
  await phone.getByLabel("Trình độ muốn học").selectOption({ label: "Trung cấp" });
  await phone.getByRole("button", { name: "Gửi đăng ký" }).click();

  // What is wrong is said at its place, and nothing that was typed is lost.
  await expect(phone.getByText("Số định danh (CCCD) gồm 12 chữ số").first()).toBeVisible();
  await expect(phone.getByLabel("Họ và tên")).toHaveValue(name);
  await phone.getByLabel("Số định danh (CCCD)").fill(personId);
  await phone.getByLabel("Tôi đã đọc và đồng ý").check();
  await phone.getByRole("button", { name: "Gửi đăng ký" }).click();

  await expect(phone).toHaveURL(/\/dang-ky-hoc-nghe\/trang-thai\/[\w-]{43}$/);
  await expect(phone.getByText("Đang chờ xác nhận")).toBeVisible();
  expect(await phone.content()).not.toContain(personId);
  const answer = await phone.reload();
  expect(answer?.headers()["cache-control"]).toMatch(/no-store/);

  await desk.reload();
  await desk.getByLabel(name).check();
  await desk.getByRole("button", { name: "Xác nhận", exact: true }).click();
  await expect(desk.getByText("1 người mới vào danh sách").first()).toBeVisible();
  await phone.reload();
  await expect(phone.getByText("Đã xác nhận")).toBeVisible();
  await desk.goto(`/enterprise/workers?q=${encodeURIComponent(name)}`);
  await desk.getByRole("link", { name }).click();
  await expect(desk.getByText(`••••••••${personId.slice(-4)}`)).toBeVisible();
  await expectAccessible(desk);
  await expectNoSidewaysScroll(desk);
  await context.close();
});

test("somebody of HR brings her list of workers as it is", async ({ browser }) => {
  const page = await deskOf(browser, "doanh-nghiep");
  await page.goto("/enterprise/workers");
  await page.getByRole("link", { name: "Nhập từ Excel" }).last().click();
  await expect(page.getByRole("radio", { name: "Danh sách người lao động" })).toBeChecked();
  const stamp = Date.now();
  const buffer = await toXlsx([
    {
      name: "DS",
      rows: [
        ["DANH SÁCH NGƯỜI LAO ĐỘNG"],
        ["TT", "Họ tên", "Số CCCD", "Ngày tháng năm sinh", "Chức danh"],
        [1, `Đặng Văn Mẫu ${stamp}`, idOf("91"), "17/05/91", "Thợ hàn"],
        [2, `Đặng Văn Mẫu ${stamp + 1}`, "3.1E+10", "17/05/1991", "Thợ hàn"],
      ],
    },
  ]);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.locator('input[type="file"]').setInputFiles({ name: "danh-sach.xlsx", mimeType: type, buffer });
  await expect(page.getByRole("heading", { name: "Mỗi cột là gì?" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Kiểm tra bảng" }).click();
  await expect(page.getByText("định dạng cột là Văn bản")).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ghi nhận 1 dòng" }).click();
  await expect(page.getByText("1 dòng đã ghi nhận")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Mở danh sách người lao động" }).click();
  await page.goto(`/enterprise/workers?q=${stamp}`);
  await expect(page.getByRole("link", { name: `Đặng Văn Mẫu ${stamp}` })).toBeVisible();
});
