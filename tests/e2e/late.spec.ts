import { expect, test } from "@playwright/test";
import { deskOf } from "./support/people";

test.setTimeout(240_000);

test("what one owes is read by a calendar program at a private address, and the bell tells of what was asked for", async ({
  browser,
  request,
}) => {
  const owner = await deskOf(browser, "doanh-nghiep");
  await owner.goto("/my#calendar");
  await owner.getByRole("button", { name: "Tạo địa chỉ lịch" }).click();
  const address = (await owner.locator("#calendar code").textContent()) ?? "";
  expect(address).toMatch(/\/api\/calendar\/[\w-]{43}\.ics$/);
  const answer = await request.get(new URL(address).pathname);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  const text = await answer.text();
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text.match(/BEGIN:VEVENT/g)?.length ?? 0).toBeGreaterThan(0);
  await owner.getByText("Thu hồi địa chỉ").click();
  await owner.getByRole("button", { name: "Thu hồi", exact: true }).click();
  await expect(owner.getByRole("button", { name: "Tạo địa chỉ lịch" })).toBeVisible();
  expect((await request.get(new URL(address).pathname)).status()).toBe(404);
  await owner
    .getByRole("link", { name: /^Thông báo/ })
    .first()
    .click();
  await expect(owner.getByRole("heading", { name: "Thông báo" })).toBeVisible();
});
