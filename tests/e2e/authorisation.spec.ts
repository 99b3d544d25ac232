import { expect, test } from "@playwright/test";
import { href } from "@/lib/i18n/paths";
import { sampleAccounts } from "@/prisma/seed/accounts";
import { pages } from "../integration/authorisation/table";

/** Sample accounts that stand for the actors of the table. A newcomer is made by a journey, not by the sample data. */
const accounts: Record<string, string> = {
  enterpriseOwner: "doanh-nghiep",
  enterpriseMember: "nhan-su",
  schoolOwner: "nha-truong",
  schoolMember: "giao-vien",
  labourOfficer: "chuyen-vien",
  labourHead: "truong-phong",
  investment: "dau-tu",
  supervision: "giam-sat",
  office: "van-phong",
  employmentCentre: "trung-tam",
  leader: "lanh-dao",
  admin: "quan-tri",
};

test.setTimeout(420_000);

const closed = Object.entries(pages).flatMap(([page, { sees, path }]) =>
  sees === "everyone" ? [] : [{ page, path: path ?? page, sees: sees as readonly string[] }],
);

test("a stranger is led from every closed page to the sign-in page, and back to it afterwards", async ({ request }) => {
  for (const { path } of closed) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
    expect(answer.headers().location, path).toBe(`${href("vi", "signIn")}?next=${encodeURIComponent(path)}`);
  }
});

for (const [actor, name] of Object.entries(accounts)) {
  test(`${actor} gets the closed pages of the table, and of all others nothing is there`, async ({ page }) => {
    const account = sampleAccounts.find(({ email }) => email.startsWith(`${name}@`));
    if (!account) throw new Error(`no sample account ${name}`);
    await page.goto(href("vi", "signIn"));
    await page.fill("[name=email]", account.email);
    await page.fill("[name=password]", account.password);
    await page.click("main button[type=submit]");
    await page.waitForURL((url) => url.pathname !== href("vi", "signIn"));
    const wrong: string[] = [];
    for (const { path, sees } of closed) {
      const answer = await page.request.get(path, { maxRedirects: 0 });
      const expected = sees.includes(actor) ? 200 : 404;
      if (answer.status() !== expected) wrong.push(`${path}: ${answer.status()}, not ${expected}`);
    }
    expect(wrong).toEqual([]);
  });
}
