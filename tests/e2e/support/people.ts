import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { sampleAccounts } from "@/prisma/seed/accounts";

/** A sample person, by the part of the address before the @: `chuyen-vien` is the labour officer. */
export function accountOf(name: string): { email: string; password: string; fullName: string } {
  const found = sampleAccounts.find(({ email }) => email.startsWith(`${name}@`));
  if (!found) throw new Error(`no sample account ${name}`);
  return found;
}

/** Fills in the sign-in form that the page shows; what comes after is the caller's to expect. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Địa chỉ thư điện tử").fill(email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
}

/** Signs in as a sample person, through the page as a person does. */
export async function signIn(page: Page, name: string): Promise<void> {
  const { email, password } = accountOf(name);
  await page.goto("/dang-nhap");
  await fillSignIn(page, email, password);
  await expect(page).not.toHaveURL(/dang-nhap/);
}

/** What a worker's people carry: one sign-in a person and worker, as a real person signs in once a day. */
const carried = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>();

/** A browser of a sample person's own, signed in. */
export async function deskOf(browser: Browser, name: string): Promise<Page> {
  const kept = carried.get(name);
  const context = await browser.newContext(kept ? { storageState: kept } : {});
  const page = await context.newPage();
  if (!kept) {
    await signIn(page, name);
    carried.set(name, await context.storageState());
  }
  return page;
}

/** A stranger's telephone. */
export async function phoneOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true });
  return context.newPage();
}

/** Opens the newest notice that says so, which leads to what it is about. */
export async function openNotice(page: Page, said: string | RegExp): Promise<void> {
  await page.goto("/my/notices");
  await page.getByRole("button", { name: said }).first().click();
  await expect(page).not.toHaveURL(/\/my\/notices/);
}
