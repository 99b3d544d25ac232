import { expect, test } from "@playwright/test";
import { dayAhead, fillPosition, stepOf } from "./support/need";
import { deskOf, signIn } from "./support/people";

test("[F16] a draft outlives a lost connection: what was typed is kept on the device and sent later", async ({
  page,
}) => {
  await signIn(page, "tap-doan");
  await page.goto("/enterprise");
  await page.getByRole("button", { name: "Đăng nhu cầu tuyển" }).click();
  await expect(stepOf(page, "Vị trí")).toBeVisible();
  await page.context().setOffline(true);
  await page.getByLabel("Tên vị trí", { exact: true }).fill("Thợ vận hành máy ép nhựa ca đêm");
  await expect(page.getByText("Chưa lưu được, sẽ thử lại")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/^Đã lưu \d/)).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(page.getByLabel("Tên vị trí", { exact: true })).toHaveValue("Thợ vận hành máy ép nhựa ca đêm");
});

test("[F17] a vacancy is copied, and a whole batch repeated in one click", async ({ browser }) => {
  const page = await deskOf(browser, "nhan-su");
  await page.goto("/enterprise/vacancies?tab=open");
  const open = page.locator("[data-row-link]").first();
  const title = (await open.innerText()).split("\n")[0] ?? "";
  await open.click();
  await expect(page).toHaveURL(/\/vacancies\/\d+$/);
  await page.getByRole("button", { name: "Sao chép" }).click();
  await expect(page).toHaveURL(/\/edit/);
  await expect(page.getByLabel("Tên vị trí", { exact: true })).toHaveValue(title);

  await page.goto("/enterprise");
  const repeat = page.getByRole("button", { name: /^Lặp lại đợt trước/ });
  await repeat.click();
  const dialog = page.getByRole("dialog");
  const deadline = dialog.getByLabel("Hạn nộp hồ sơ của các tin");
  await deadline.fill(dayAhead(25));
  await deadline.blur();
  await dialog.getByRole("button", { name: /^Chép/ }).click();
  await expect(page).toHaveURL(/tab=mine/);
  await expect(page.getByText(/Đã chép \d+ tin/)).toBeVisible();
  // A second time there is nothing left to repeat.
  await page.goto("/enterprise");
  await expect(page.getByRole("button", { name: "Đăng nhu cầu tuyển" })).toBeVisible();
  await expect(repeat).toHaveCount(0);
});

test("an answer that comes too late loses to what was saved meanwhile", async ({ browser }) => {
  const page = await deskOf(browser, "nhan-su");
  await page.goto("/enterprise");
  await page.getByRole("button", { name: "Đăng nhu cầu tuyển" }).click();
  await expect(stepOf(page, "Vị trí")).toBeVisible();
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(stepOf(second, "Vị trí")).toBeVisible();
  // A tab in the background is slowed down by the browser, and would save later than the test waits.
  await page.bringToFront();
  await fillPosition(page, "Công nhân đóng gói Nắng Sớm", 20);
  await expect(page.getByText(/^Đã lưu \d/)).toBeVisible();
  await second.bringToFront();
  await second.getByLabel("Tên vị trí", { exact: true }).fill("Tên khác");
  await expect(second.getByText(/Có người vừa sửa mục này/)).toBeVisible();
  await expect(second.getByLabel("Tên vị trí", { exact: true })).toHaveValue("Tên khác");
});
