import { expect, test } from "@playwright/test";
import { accountOf, deskOf, fillSignIn } from "./support/people";

for (const path of ["/en/staff", "/en/enterprise", "/en/school", "/en/my"])
  test(`${path} sends a stranger to the sign-in page in English`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toContain("/en/sign-in");
    expect(await answer.text()).not.toContain("Sao Mai");
  });

test("a stranger comes to the page that was asked for after signing in", async ({ page }) => {
  await page.goto("/enterprise/members");
  await expect(page).toHaveURL(/dang-nhap\?next=/);
  const { email, password } = accountOf("nhan-su");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(/\/enterprise\/members$/);
});

test("nobody is led out of the portal by the address of the sign-in page", async ({ page }) => {
  await page.goto("/dang-nhap?next=https://example.com/");
  const { email, password } = accountOf("nhan-su");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(/\/enterprise$/);
});

test("what belongs to another enterprise, or to nobody, does not exist", async ({ browser }) => {
  const officer = await deskOf(browser, "chuyen-vien");
  await officer.goto(`/staff/review?q=${encodeURIComponent("hoa phuong vang")}`);
  const other = await officer.locator('main a[href^="/staff/review/"]').first().getAttribute("href");
  const id = /(\d+)$/.exec(other ?? "")?.[1];
  expect(id).toBeTruthy();
  const factory = await deskOf(browser, "nhan-su");
  for (const path of [
    `/enterprise/vacancies/${id}`,
    `/enterprise/vacancies/${id}/edit`,
    "/enterprise/vacancies/999999",
  ])
    for (const address of [path, `/en${path}`]) {
      const answer = await factory.goto(address);
      expect(answer?.status(), address).toBe(404);
      await expect(factory.getByRole("main")).not.toContainText("Hoa Phượng Vàng");
    }
});
