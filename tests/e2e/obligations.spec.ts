import { expect, test } from "@playwright/test";
import { deskOf } from "./support/people";

test.setTimeout(240_000);

test("[F72] the head enters a holiday decision and sees first which due days it moves", async ({ browser }) => {
  const head = await deskOf(browser, "truong-phong");
  await head.goto("/staff/calendar?year=2029");
  await expect(head.getByText("Năm 2029 chưa có ngày nghỉ nào")).toBeVisible();
  await head.getByRole("link", { name: "Dự kiến theo luật" }).click();

  await test.step("the law's days are filled in; a weekday cannot be worked instead, nor one day stand twice", async () => {
    await expect(head.getByLabel("Ngày 1", { exact: true })).toHaveValue("01/01/2029");
    await head.getByRole("button", { name: "Thêm ngày" }).click();
    const last = head.getByRole("listitem").filter({ hasText: "Tên tiếng Việt" }).last();
    await last.getByLabel(/^Ngày \d+$/).fill("20/02/2029");
    await last.getByLabel("Loại").selectOption("WORK_INSTEAD");
    await last.getByLabel("Tên tiếng Việt").fill("Làm bù thử");
    await last.getByLabel("Tên tiếng Anh").fill("Trial work");
    await head.getByRole("button", { name: "Xem thay đổi rồi lưu" }).click();
    await expect(head.getByRole("alert").first()).toContainText("Làm bù chỉ có thể vào Thứ Bảy hoặc Chủ Nhật");
    await last.getByRole("button", { name: /^Bỏ ngày/ }).click();
  });

  await test.step("what it moves is shown, saved, shown again, and taken back", async () => {
    await head.getByRole("button", { name: "Xem thay đổi rồi lưu" }).click();
    const question = head.getByRole("dialog", { name: "Lịch mới làm thay đổi gì" });
    await expect(question).toContainText("Không hạn nộp nào bị dời");
    await question.getByRole("button", { name: "Lưu lịch" }).click();
    await expect(head).toHaveURL(/staff\/calendar\?year=2029$/);
    await expect(head.getByRole("table").filter({ hasText: "Tháng 1" }).first()).toContainText("Tết Dương lịch");
    await head.getByRole("button", { name: /^Gỡ khỏi lịch/ }).click();
    const leave = head.getByRole("dialog");
    await leave.getByRole("button", { name: "Gỡ khỏi lịch" }).click();
    await expect(head.getByText("Năm 2029 chưa có ngày nghỉ nào")).toBeVisible();
  });
  await head.context().close();
});

test("an obligation is written, its effect is shown, it goes live, changes and ends", async ({ browser }) => {
  const head = await deskOf(browser, "truong-phong");
  await head.goto("/staff/obligations/new");

  await test.step("what is missing is said at its field", async () => {
    await head.getByRole("button", { name: "Xem tác động rồi lưu" }).click();
    await expect(head.getByRole("alert").first()).toContainText("cần sửa");
  });

  await test.step("two schools by name, once a quarter", async () => {
    await head.getByLabel("Tên tiếng Việt").fill("Báo cáo hành trình");
    await head.getByLabel("Tên tiếng Anh").fill("Journey report");
    await head.getByLabel("Văn bản", { exact: true }).fill("Công văn thử số 1");
    await head.getByLabel("Từng đơn vị được chọn").check();
    const box = head.getByLabel("Các đơn vị");
    await box.fill("ben thuyen");
    await head.getByRole("option", { name: /Bến Thuyền Giấy/ }).click();
    await expect(head.getByRole("button", { name: /^Bỏ Trường Cao đẳng nghề/ })).toBeVisible();
    await box.fill("canh dieu");
    await head.getByRole("option", { name: /Cánh Diều/ }).click();
    await head.getByLabel("Hằng quý").check();
    await head.getByLabel(/^Số ngày sau khi quý/).fill("10");
    await head.getByLabel("Biểu mẫu", { exact: true }).selectOption({ label: "Cung cấp thông tin đào tạo của trường" });
    await head.getByRole("button", { name: "Xem tác động rồi lưu" }).click();
    const effect = head.getByRole("dialog");
    await expect(effect).toContainText("kỳ mới");
    await expect(effect).toContainText("thêm 2, bớt 0, tổng 2 đơn vị");
    await expect(effect).toContainText("Trường Cao đẳng nghề Bến Thuyền Giấy");
    await effect.getByRole("button", { name: "Lưu bản nháp" }).click();
    await expect(head).toHaveURL(/obligations\/\d+$/);
    await expect(head.getByRole("main")).toContainText("Bản nháp");
    await expect(head.getByRole("main")).toContainText("Mỗi quý, trong 10 ngày sau khi quý kết thúc.");
  });

  await test.step("it goes live, and a change says who leaves", async () => {
    await head.getByRole("button", { name: "Cho áp dụng" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "Cho áp dụng" }).click();
    await expect(head.getByRole("main")).toContainText("Đang áp dụng");
    await head.getByRole("link", { name: "Sửa" }).click();
    await head.getByRole("button", { name: /^Bỏ Trường Trung cấp/ }).click();
    await head.getByRole("button", { name: "Xem tác động rồi lưu" }).click();
    const effect = head.getByRole("dialog");
    await expect(effect).toContainText("bớt 1, tổng 1 đơn vị");
    await effect.getByRole("button", { name: "Lưu và áp dụng ngay" }).click();
    await expect(head.getByText("Sửa nghĩa vụ", { exact: true })).toBeVisible();
  });

  await test.step("it ends: what is to come goes", async () => {
    await head.getByRole("button", { name: "Kết thúc" }).click();
    const question = head.getByRole("dialog");
    await expect(question).toContainText("kỳ bị bỏ");
    await question.getByRole("button", { name: "Kết thúc" }).click();
    await expect(head.getByRole("main")).toContainText("Đã kết thúc");
  });
  await head.context().close();
});
