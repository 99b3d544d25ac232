import { expect, type Page } from "@playwright/test";

/**
 * The link in the newest letter to an address. Without a mail server the portal keeps its letters and an administrator
 * reads them: `admin` is the administrator's page. The letter may still be on its way through the outbox.
 */
export async function linkIn(admin: Page, to: string, subject: RegExp): Promise<string> {
  const letter = admin.getByRole("main").getByRole("link", { name: subject }).first();
  await expect(async () => {
    await admin.goto(`/staff/mail?search=${encodeURIComponent(to)}`);
    await expect(letter).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await letter.click();
  await expect(admin).toHaveURL(/\/staff\/mail\/\d+$/);
  const body = admin.getByRole("main");
  await expect(body).toContainText("http");
  const found = /https?:\/\/\S+/.exec(await body.innerText())?.[0];
  if (!found) throw new Error(`no link in the letter to ${to}`);
  return new URL(found).pathname;
}
