import { expect, type Page } from "@playwright/test";
import { codeAt } from "@/lib/identity/one-time-code";
import { accountOf } from "./people";

/** The recovery codes that the page shows now, beneath the app's key if that stands there. */
export const codesIn = async (page: Page) => (await page.locator("code").last().innerText()).split("\n");

/** Turns it on at the page that is open, with the key that it shows; answers key and recovery codes. */
export async function turnOn(page: Page, name: string): Promise<{ secret: string; recovery: string[] }> {
  await page.getByLabel("Mật khẩu hiện tại").fill(accountOf(name).password);
  await page.getByRole("button", { name: "Bắt đầu" }).click();
  const key = page.locator("code");
  await expect(key).toBeVisible();
  const secret = (await key.innerText()).replace(/\s/g, "");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  await page.getByLabel("Mã 6 chữ số").fill("000");
  await page.getByRole("button", { name: "Xác nhận" }).click();
  await expect(page.getByText("Có 1 chỗ cần sửa")).toBeVisible();
  await page.getByLabel("Mã 6 chữ số").fill(codeAt(secret, new Date()));
  await page.getByRole("button", { name: "Xác nhận" }).click();
  await expect(page.getByText("Đã bật. Mã khôi phục, chỉ hiện một lần")).toBeVisible();
  const recovery = await codesIn(page);
  expect(recovery).toHaveLength(10);
  return { secret, recovery };
}
