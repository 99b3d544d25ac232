import { expect, type Page, test } from "@playwright/test";
import { addDays, dayOf, formatDay } from "@/lib/core/day";
import { deskOf } from "./support/people";

/** A report of two organisations that is due in a week, made and put in force by the labour head. */
async function anObligation(head: Page, name: string): Promise<void> {
  const today = dayOf(new Date());
  await head.goto("/staff/obligations/new");
  await head.getByLabel("Tên tiếng Việt").fill(name);
  await head.getByLabel("Tên tiếng Anh").fill(`${name} (en)`);
  await head.getByLabel("Văn bản", { exact: true }).fill("Công văn thử số 2");
  await head.getByLabel("Từng đơn vị được chọn").check();
  const box = head.getByLabel("Các đơn vị");
  await box.fill("sao mai som");
  await head.getByRole("option", { name: /Sao Mai Sớm/ }).click();
  await expect(head.getByRole("button", { name: /^Bỏ .*Sao Mai Sớm/ })).toBeVisible();
  await head.getByLabel("Một lần", { exact: true }).check();
  await head.getByLabel("Báo cáo cho thời gian từ").fill(formatDay(addDays(today, -60)));
  await head.getByLabel("đến", { exact: true }).fill(formatDay(addDays(today, -1)));
  await head.getByLabel("Hạn nộp", { exact: true }).fill(formatDay(addDays(today, 7)));
  const form = head.getByLabel("Biểu mẫu", { exact: true });
  const label = await form
    .locator("option", { hasText: /đào tạo nghề|tham gia/ })
    .first()
    .innerText();
  await form.selectOption({ label });
  await head.getByRole("button", { name: "Xem tác động rồi lưu" }).click();
  await expect(head.getByRole("dialog")).toContainText("thêm 1, bớt 0, tổng 1 đơn vị");
  await head.getByRole("dialog").getByRole("button", { name: "Lưu bản nháp" }).click();
  await expect(head).toHaveURL(/obligations\/\d+$/);
  await head.getByRole("button", { name: "Cho áp dụng" }).click();
  await head.getByRole("dialog").getByRole("button", { name: "Cho áp dụng" }).click();
  await expect(head.getByRole("main")).toContainText("Đang áp dụng");
}

async function openOwed(owner: Page, name: string): Promise<void> {
  await owner.goto("/enterprise/reports");
  await owner.getByRole("link", { name, exact: false }).first().click();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText(name);
}

test("[F31] [F74] a report is filled in, handed in, returned at a field, corrected from Excel and accepted", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const [head, owner] = [await deskOf(browser, "truong-phong"), await deskOf(browser, "doanh-nghiep")];
  const name = `Báo cáo hành trình ${Date.now()}`;
  await anObligation(head, name);

  await test.step("the enterprise finds it in its one list, prefilled, and what is wrong is said at its place", async () => {
    await openOwed(owner, name);
    await expect(owner.getByLabel(/^Tổng số lao động của doanh nghiệp/)).not.toHaveValue("");
    await owner.getByLabel(/^Tổng số người lao động tham gia/).fill("3");
    await owner.getByLabel("Hàn: Số người tham gia học tập").fill("2");
    await owner.getByRole("button", { name: "Nộp báo cáo" }).click();
    await expect(owner.getByRole("alert").first()).toContainText("cần sửa");
    await expect(owner.getByRole("main")).toContainText("phải bằng tổng");
  });

  await test.step("corrected, it is handed in", async () => {
    await owner.getByLabel("Hàn: Số người tham gia học tập").fill("3");
    await owner.getByLabel(/^a\) Người lao động.*: Số người tham gia học tập$/).fill("3");
    await owner.getByRole("button", { name: "Nộp báo cáo" }).click();
    await expect(owner.getByRole("heading", { name: "Bản nộp lần 1" })).toBeVisible();
  });

  await test.step("the labour head returns it with a reason at a field", async () => {
    await head.goto(`/staff/reports?q=${encodeURIComponent("sao mai som")}`);
    await head.getByRole("row").filter({ hasText: name }).getByRole("link").first().click();
    await head.getByRole("button", { name: "Trả lại" }).click();
    const dialog = head.getByRole("dialog");
    await dialog.getByRole("button", { name: "Trả lại báo cáo" }).click();
    await expect(dialog.getByRole("alert").first()).toBeVisible();
    await dialog.getByRole("button", { name: "Thêm lý do ở một ô" }).click();
    await dialog.getByLabel("Ô cần sửa").selectOption("participants");
    await dialog.getByLabel("Lý do ở ô này").fill("Còn thiếu người học ca tối");
    await dialog.getByRole("button", { name: "Trả lại báo cáo" }).click();
    await expect(head.getByRole("main")).toContainText("Cần sửa");
  });

  await test.step("the enterprise sees the reason at the field; its Excel file holds what was sent", async () => {
    await openOwed(owner, name);
    await expect(owner.getByRole("main")).toContainText("Còn thiếu người học ca tối");
    const template = await owner.getByRole("link", { name: "Tải biểu mẫu Excel" }).getAttribute("href");
    const file = await owner.request.get(template ?? "");
    expect(file.status()).toBe(200);
    // Typed and saved meanwhile: the file is taken all the same, and stands in the place of what was typed.
    const difficulties = owner.getByLabel(/^Khó khăn, vướng mắc/);
    await difficulties.fill("Gõ trước khi nộp tệp");
    await expect(owner.getByRole("status").filter({ hasText: /^Đã lưu/ })).toBeVisible();
    await owner.getByRole("button", { name: "Nộp từ Excel" }).click();
    const dialog = owner.getByRole("dialog");
    await dialog.getByLabel("Tệp đã điền (.xlsx)").setInputFiles({
      name: "bao-cao.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: await file.body(),
    });
    await dialog.getByRole("button", { name: "Đọc tệp" }).click();
    await expect(dialog).toContainText("không có gì cần sửa");
    await owner.keyboard.press("Escape");
    await expect(difficulties).toHaveValue("");
    await owner.getByLabel(/^Tổng số người lao động tham gia/).fill("5");
    await owner.getByLabel("Hàn: Số người tham gia học tập").fill("5");
    await owner.getByLabel(/^a\) Người lao động.*: Số người tham gia học tập$/).fill("5");
    await owner.getByRole("button", { name: "Nộp báo cáo" }).click();
    await expect(owner.getByRole("heading", { name: "Bản nộp lần 2" })).toBeVisible();
    await expect(owner.getByRole("main")).toContainText("So với bản nộp lần 1");
  });

  await test.step("accepted, it leaves the list of what is to do", async () => {
    await head.reload();
    await head.getByRole("button", { name: "Tiếp nhận" }).click();
    await head.getByRole("alertdialog").getByRole("button", { name: "Tiếp nhận" }).click();
    await expect(head.getByRole("main")).toContainText("Đã tiếp nhận");
    await owner.goto("/enterprise/reports?tab=done");
    await expect(owner.getByRole("main")).toContainText(name);
  });
  await owner.context().close();
  await head.context().close();
});
