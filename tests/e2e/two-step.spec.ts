import { type Browser, expect, type Page, test } from "@playwright/test";
import { codeAt } from "@/lib/identity/one-time-code";
import type { Portal } from "../support/portal";
import { expectAccessible } from "./support/looks";
import { browserAt, ownPortal } from "./support/own-portal";
import { accountOf, fillSignIn, signIn } from "./support/people";
import { codesIn, turnOn } from "./support/second-step";

/** On a portal of their own: what an administrator requires here holds for all staff. */
test.describe.configure({ mode: "serial" });
let portal: Portal;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await ownPortal();
});
test.afterAll(() => portal?.stop());

const visit = (browser: Browser, javaScriptEnabled = true) => browserAt(portal, browser, { javaScriptEnabled });

/** A code that the app shows in half a minute: it is taken already, and was not used yet by what came before. */
const nextCode = (secret: string) => codeAt(secret, new Date(Date.now() + 30_000));

/** The first step; what comes after is the second. */
async function firstStep(page: Page, name: string, next = "/my"): Promise<void> {
  await page.goto(`/dang-nhap?next=${encodeURIComponent(next)}`);
  await fillSignIn(page, accountOf(name).email, accountOf(name).password);
  await expect(page).toHaveURL(/\/buoc-hai/);
}

async function secondStep(page: Page, code: string): Promise<void> {
  await page.getByLabel("Mã xác thực").fill(code);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
}

test("a person turns it on, signs in with a code, without script with a recovery code, and renews these", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [page, elsewhere] = [await visit(browser), await visit(browser)];
  await signIn(page, "nhan-su");
  await signIn(elsewhere, "nhan-su");
  await page.goto("/my/second-step");
  const { secret, recovery } = await turnOn(page, "nhan-su");
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText("Còn 10 mã khôi phục")).toBeVisible();
  for (const hidden of [secret, recovery[0] ?? ""]) expect(await page.content()).not.toContain(hidden);
  await elsewhere.goto("/my");
  await expect(elsewhere).toHaveURL(/dang-nhap/); // the other sessions ended

  await firstStep(elsewhere, "nhan-su");
  await expectAccessible(elsewhere);
  await elsewhere.goto("/enterprise"); // the password alone opens nothing
  await expect(elsewhere).toHaveURL(/dang-nhap/);
  await firstStep(elsewhere, "nhan-su");
  await secondStep(elsewhere, nextCode(secret));
  await expect(elsewhere).toHaveURL(/\/my$/);

  await test.step("without script, by a recovery code, which counts once", async () => {
    const plain = await visit(browser, false);
    await firstStep(plain, "nhan-su", "/enterprise/vacancies");
    await secondStep(plain, "khong-phai");
    await expect(plain.getByText("Có 1 chỗ cần sửa")).toBeVisible();
    await expect(plain).toHaveURL(/\/buoc-hai/);
    await secondStep(plain, (recovery[0] ?? "").toUpperCase());
    await expect(plain).toHaveURL(/\/enterprise\/vacancies$/);
    const again = await visit(browser, false);
    await firstStep(again, "nhan-su");
    await secondStep(again, recovery[0] ?? "");
    await expect(again.getByText("Có 1 chỗ cần sửa")).toBeVisible();
  });

  await test.step("new recovery codes for one of the old, which are void", async () => {
    await page.reload();
    await expect(page.getByText("Còn 9 mã khôi phục")).toBeVisible();
    const card = page.locator("#recovery");
    await card.getByLabel("Mã từ ứng dụng hoặc mã khôi phục").fill(recovery[1] ?? "");
    await card.getByRole("button", { name: "Tạo mã khôi phục mới" }).click();
    await expect(card.getByText("Mã khôi phục mới, chỉ hiện một lần")).toBeVisible();
    const fresh = await codesIn(page);
    expect(fresh).toHaveLength(10);
    await expectAccessible(page);
    await expect(page.getByText("Còn 10 mã khôi phục")).toBeVisible();
    const again = await visit(browser);
    await firstStep(again, "nhan-su");
    await secondStep(again, recovery[2] ?? "");
    await expect(again.getByText("Có 1 chỗ cần sửa")).toBeVisible();
    await secondStep(again, fresh[0] ?? "");
    await expect(again).toHaveURL(/\/my$/);
  });
});

test("an administrator requires it of staff, who work on once they have it, and takes a lost one away", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const admin = await visit(browser);
  await signIn(admin, "quan-tri");
  await admin.goto("/staff/people");
  const require = admin.getByRole("button", { name: "Yêu cầu với mọi cán bộ" });
  await require.click();
  await expect(admin.getByRole("alert").filter({ hasText: /\S/ }).first()).toBeVisible(); // not before one has it
  await admin.goto("/my/second-step");
  await turnOn(admin, "quan-tri");
  await admin.goto("/staff/people");
  await require.click();
  await expect(admin.getByRole("button", { name: "Thôi yêu cầu" })).toBeVisible();

  const officer = await visit(browser);
  await signIn(officer, "van-phong");
  await officer.goto("/staff/documents");
  await expect(officer).toHaveURL(/\/my\/second-step$/);
  await expect(officer.getByText("Quản trị viên yêu cầu cán bộ xác thực hai bước")).toBeVisible();
  await turnOn(officer, "van-phong");
  await officer.goto("/staff/documents");
  await expect(officer).toHaveURL(/\/staff\/documents$/);
  const enterprise = await visit(browser);
  await signIn(enterprise, "doanh-nghiep"); // nobody else is asked
  await expect(enterprise).toHaveURL(/\/enterprise$/);

  await admin.goto(`/staff/people?q=${encodeURIComponent(accountOf("van-phong").email)}`);
  await admin.getByRole("link", { name: accountOf("van-phong").fullName }).click();
  await admin.getByText("Gỡ xác thực hai bước…").click();
  await admin.getByRole("button", { name: "Gỡ xác thực hai bước" }).click();
  await expect(admin.getByText("Gỡ xác thực hai bước…")).toHaveCount(0);
  await officer.goto("/staff/documents");
  await expect(officer).toHaveURL(/dang-nhap/);
  await fillSignIn(officer, accountOf("van-phong").email, accountOf("van-phong").password);
  await expect(officer).toHaveURL(/\/my\/second-step$/); // and has to set it up anew
});

test("a person sees where the account is signed in, ends one of these sessions, and all others", async ({
  browser,
}) => {
  const page = await visit(browser);
  await signIn(page, "giao-vien");
  const others = [await visit(browser), await visit(browser), await visit(browser)];
  for (const other of others) await signIn(other, "giao-vien");
  await page.goto("/my");
  const sessions = page.locator("#sessions li");
  await expect(sessions).toHaveCount(4);
  await expect(sessions.filter({ hasText: "Thiết bị này" })).toHaveCount(1);
  await expect(sessions.first()).toContainText(/Chrome trên/);
  await sessions
    .getByRole("button", { name: /Kết thúc phiên/ })
    .first()
    .click();
  await expect(sessions).toHaveCount(3);
  const open = async () => {
    const addresses: string[] = [];
    for (const other of others) {
      await other.goto("/my");
      addresses.push(new URL(other.url()).pathname);
    }
    return addresses.filter((path) => path === "/my").length;
  };
  expect(await open()).toBe(2);
  await page.getByRole("button", { name: "Kết thúc các phiên khác" }).click();
  await expect(sessions).toHaveCount(1);
  expect(await open()).toBe(0);
  await page.reload();
  await expect(page).toHaveURL(/\/my$/);
});
