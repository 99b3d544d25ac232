import { type Browser, expect, type Page, test } from "@playwright/test";
import { freePort } from "@/lib/runtime/ports";
import type { Portal } from "../support/portal";
import { startStateLogin, stateLoginName, stateLoginVariables } from "../support/state-login";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { browserAt, ownPortal } from "./support/own-portal";
import { accountOf, signIn } from "./support/people";
import { turnOn } from "./support/second-step";

/** Against a real OpenID Connect provider (`oidc-provider`), and a portal that was told of it. */
test.describe.configure({ mode: "serial" });
const button = `Đăng nhập bằng ${stateLoginName}`;
let port: number;
let portal: Portal;
let stopProvider: (() => Promise<void>) | undefined;
const provider = async (issuer?: string) => {
  stopProvider = await startStateLogin(portal.url, port, issuer);
};

test.beforeAll(async () => {
  test.setTimeout(240_000);
  port = await freePort();
  portal = await ownPortal(stateLoginVariables(port));
});
test.afterEach(async () => {
  await stopProvider?.();
  stopProvider = undefined;
});
test.afterAll(() => portal?.stop());

const visit = (browser: Browser, javaScriptEnabled = true) => browserAt(portal, browser, { javaScriptEnabled });

/** Signs in at the provider and lets the portal know. */
async function agree(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("bất kỳ");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Binds a sample person's account, from the account's own page. */
async function bind(page: Page, name: string, login: string): Promise<void> {
  await signIn(page, name);
  await page.goto("/my");
  const form = page.locator("#identity");
  await form.getByLabel("Mật khẩu hiện tại").fill(accountOf(name).password);
  await form.getByRole("button", { name: "Gắn tài khoản" }).click();
  await form.getByRole("link", { name: `Sang ${stateLoginName}` }).click();
  await agree(page, login);
}

test("a provider that is away, or not the one it should be, is said in plain words; the password goes on", async ({
  browser,
}) => {
  const page = await visit(browser);
  for (const issuer of [null, "http://127.0.0.1:9"]) {
    if (issuer) await provider(issuer);
    await page.goto("/dang-nhap?next=%2Fstaff%2Freview");
    await page.getByRole("link", { name: button }).click();
    await expect(page.getByText(`${stateLoginName} chưa trả lời.`)).toBeVisible();
    await expectAccessible(page);
    expect(await page.content()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|RPError/);
  }
  await page.goto("/en/sign-in");
  await page.getByRole("link", { name: `Sign in with ${stateLoginName}` }).click();
  await expect(page.getByText(`${stateLoginName} does not answer.`)).toBeVisible();
  await signIn(page, "van-phong");
});

test("nobody is let in or made an account whom no account is bound to; who turns back at the provider is told so", async ({
  browser,
}) => {
  await provider();
  const page = await visit(browser);
  await page.goto("/dang-nhap");
  await page.getByRole("link", { name: button }).click();
  await agree(page, "nguoi-la");
  await expect(page.getByText("chưa gắn với tài khoản nào ở đây")).toBeVisible();
  await expect(page).toHaveURL(/\/dang-nhap\?problem=unknown$/);
  await page.goto("/my");
  await expect(page).toHaveURL(/dang-nhap/);

  const english = await visit(browser);
  await english.goto("/en/sign-in");
  await english.getByRole("link", { name: `Sign in with ${stateLoginName}` }).click();
  await english.getByRole("link", { name: "Cancel" }).click();
  await expect(english).toHaveURL(/\/en\/sign-in\?problem=cancelled$/);
  await expect(english.getByText(`You stopped at ${stateLoginName}`)).toBeVisible();
});

test("an account is bound with its password, opens without script by the state's login, and is unbound", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  await provider();
  const desk = await visit(browser);
  await signIn(desk, "chuyen-vien");
  await desk.goto("/my");
  const card = desk.locator("#identity");
  await card.getByLabel("Mật khẩu hiện tại").fill("khong-phai");
  await card.getByRole("button", { name: "Gắn tài khoản" }).click();
  await expect(card.getByText("Có 1 chỗ cần sửa")).toBeVisible();
  await expect(card.getByRole("link", { name: `Sang ${stateLoginName}` })).toHaveCount(0);
  await card.getByLabel("Mật khẩu hiện tại").fill(accountOf("chuyen-vien").password);
  await card.getByRole("button", { name: "Gắn tài khoản" }).click();
  await card.getByRole("link", { name: `Sang ${stateLoginName}` }).click();
  await agree(desk, "chuyen-vien-that");
  await expect(desk).toHaveURL(/\/my\?identity=bound#identity$/);
  await expect(card.getByText("Người thử chuyen-vien-that")).toBeVisible();
  await expectAccessible(desk);
  for (const width of [360, 768]) {
    await desk.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(desk);
  }

  // Another device, without script: the link, the provider's forms, and to the page that was wished for.
  const phone = await visit(browser, false);
  await phone.goto("/staff/review");
  await phone.getByRole("link", { name: button }).click();
  await agree(phone, "chuyen-vien-that");
  await expect(phone).toHaveURL(/\/staff\/review$/);

  // It is a session like any other: listed at the desk, and ended there.
  await desk.goto("/my");
  await expect(desk.locator("#sessions li")).toHaveCount(2);
  await desk
    .locator("#sessions")
    .getByRole("button", { name: /Kết thúc phiên/ })
    .first()
    .click();
  await expect(desk.locator("#sessions li")).toHaveCount(1);
  await phone.goto("/staff/review");
  await expect(phone).toHaveURL(/dang-nhap/);

  await test.step("what comes back must belong to what was begun", async () => {
    const stranger = await visit(browser);
    await stranger.goto("/dang-nhap");
    await stranger.getByRole("link", { name: button }).click();
    await stranger.getByPlaceholder("Enter any login").waitFor();
    await stranger.goto("/api/oidc/callback?code=cua-nguoi-khac&state=cua-nguoi-khac");
    await expect(stranger).toHaveURL(/problem=failed$/);
    await expect(stranger.getByText("không hợp lệ nên không được nhận")).toBeVisible();
    await stranger.reload();
    await stranger.goto("/api/oidc/callback?code=cua-nguoi-khac&state=cua-nguoi-khac");
    await expect(stranger).toHaveURL(/problem=over$/);
  });

  await test.step("an identity has one account", async () => {
    const other = await visit(browser);
    await bind(other, "van-phong", "chuyen-vien-that");
    await expect(other.getByText("đã gắn với một tài khoản khác")).toBeVisible();
  });

  await desk.goto("/my");
  await card.getByText("Gỡ…").click();
  await card.getByRole("button", { name: "Gỡ khỏi tài khoản này" }).click();
  await expect(card.getByLabel("Mật khẩu hiện tại")).toBeVisible();
  const after = await visit(browser);
  await after.goto("/dang-nhap");
  await after.getByRole("link", { name: button }).click();
  await agree(after, "chuyen-vien-that");
  await expect(after).toHaveURL(/problem=unknown$/);

  const admin = await visit(browser);
  await signIn(admin, "quan-tri");
  await admin.goto("/staff/audit");
  for (const words of ["Gắn tài khoản nhà nước", "Đăng nhập bằng tài khoản nhà nước", "Gỡ tài khoản nhà nước"])
    await expect(admin.getByRole("main")).toContainText(words);
});

test("the second step is asked for after the state's login as after the password", async ({ browser }) => {
  test.setTimeout(180_000);
  await provider();
  const desk = await visit(browser);
  await bind(desk, "nhan-su", "nhan-su-that");
  await expect(desk).toHaveURL(/identity=bound/);
  await desk.goto("/my/second-step");
  const { recovery } = await turnOn(desk, "nhan-su");

  const phone = await visit(browser, false);
  await phone.goto("/dang-nhap?next=%2Fenterprise%2Fvacancies");
  await phone.getByRole("link", { name: button }).click();
  await agree(phone, "nhan-su-that");
  await expect(phone).toHaveURL(/\/buoc-hai\?next=%2Fenterprise%2Fvacancies$/);
  await phone.goto("/enterprise/vacancies");
  await expect(phone).toHaveURL(/dang-nhap/); // nothing is open before the code
  await phone.goto("/buoc-hai");
  await phone.getByLabel("Mã xác thực").fill(recovery[0] ?? "");
  await phone.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(phone).toHaveURL(/\/enterprise$/);
});
