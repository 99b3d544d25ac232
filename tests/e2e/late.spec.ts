import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { deskOf } from "./support/people";

test.setTimeout(240_000);

test("[F73] [F76] late reports are asked for at once, called about and named in an official letter", async ({
  browser,
}) => {
  const officer = await deskOf(browser, "chuyen-vien");
  await officer.goto("/staff/deadlines/late");
  await officer.getByRole("button", { name: /^Nhắc \d/ }).click();
  const question = officer.getByRole("alertdialog");
  await question.getByRole("button", { name: "Gửi nhắc" }).click();
  await expect(officer.getByText(/^Đã nhắc \d+ người về \d+ báo cáo/)).toBeVisible();
  // A second time that day nobody is left.
  await officer.getByRole("button", { name: /^Nhắc \d/ }).click();
  await question.getByRole("button", { name: "Gửi nhắc" }).click();
  await expect(question.getByRole("alert")).toContainText("Không có ai để nhắc");
  await question.getByRole("button", { name: "Hủy" }).click();

  await officer.goto("/staff/deadlines/calls");
  const first = officer.locator("tbody tr").first();
  const called = (await first.getByRole("link").first().textContent()) ?? "";
  await first.getByRole("button", { name: /^Ghi cuộc gọi/ }).click();
  await officer.getByRole("dialog").getByLabel("Ghi chú").fill("Hẹn nộp thứ Năm");
  await officer.getByRole("dialog").getByRole("button", { name: "Lưu" }).click();
  await expect(officer.getByText("Đã ghi cuộc gọi")).toBeVisible();
  await expect(officer.locator("tbody tr").first().getByRole("link").first()).not.toHaveText(called);

  await officer.goto("/staff/deadlines/letters");
  await officer.getByLabel("Kỳ báo cáo").selectOption({ index: 1 });
  await officer.getByRole("button", { name: "Lọc" }).click();
  const box = officer.getByRole("checkbox").first();
  await box.check();
  await officer.getByRole("button", { name: "Cấp số và lập công văn" }).click();
  await expect(officer.getByText(/^Đã cấp số \d+/)).toBeVisible();
  const [file] = await Promise.all([
    officer.waitForEvent("download"),
    officer.getByRole("link", { name: "Tải công văn (Word)" }).click(),
  ]);
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe("PK");
});

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
