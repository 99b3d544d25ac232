import { expect, test } from "@playwright/test";
import { deskOf } from "./support/people";

test("staff make a form, try it as reporters will see it, and bring it into force", async ({ browser }) => {
  test.setTimeout(180_000);
  const head = await deskOf(browser, "truong-phong");
  const name = `Báo cáo an toàn ${Date.now()}`;

  await test.step("a new form leads to its draft", async () => {
    await head.goto("/staff/forms");
    await head.getByRole("button", { name: "Tạo biểu mẫu" }).click();
    const dialog = head.getByRole("dialog");
    await dialog.getByLabel("Tên tiếng Việt").fill(name);
    await dialog.getByLabel("Tên tiếng Anh").fill("Safety report");
    await dialog.getByLabel(/^Mã/).fill(`an-toan-${Date.now()}`);
    await dialog.getByRole("button", { name: "Tạo", exact: true }).click();
    await expect(head).toHaveURL(/\/staff\/forms\/versions\/\d+$/);
  });

  await test.step("a question, a table and a rule are added by the keyboard", async () => {
    const press = async (button: string) => {
      await head.getByRole("button", { name: button }).first().focus();
      await head.keyboard.press("Enter");
    };
    await press("Thêm câu hỏi");
    // The focus stands in the first field of what was added.
    await expect(head.locator(":focus")).toHaveAttribute("name", "definition.sections.0.items.1.label.vi");
    await head.keyboard.type("Số vụ tai nạn");
    await head.keyboard.press("Tab");
    await head.keyboard.type("Accidents");
    await head.locator('[name="definition.sections.0.items.1.required"]').check();

    await press("Thêm bảng");
    const table = "definition.sections.0.items.2";
    await head.locator(`[name="${table}.label.vi"]`).fill("Theo phân xưởng");
    await head.locator(`[name="${table}.label.en"]`).fill("By workshop");
    await head.locator(`[name="${table}.columns.0.label.vi"]`).fill("Số vụ");
    await head.locator(`[name="${table}.columns.0.label.en"]`).fill("Count");
    await head.locator(`[name="${table}.rows.rows.0.label.vi"]`).fill("Xưởng hàn");
    await head.locator(`[name="${table}.rows.rows.0.label.en"]`).fill("Welding shop");

    await press("Thêm quy tắc");
    await head.locator('[name="definition.rules.0.total"]').selectOption({ label: "Số vụ tai nạn" });
    await head.getByRole("button", { name: "Lưu bản nháp" }).click();
    // The part of the sum is not chosen yet: said at its place, and nothing typed is lost.
    await expect(head.getByRole("alert").filter({ hasText: "chỗ cần sửa" })).toContainText("Có 1 chỗ cần sửa");
    await expect(head.getByRole("main").getByRole("alert")).toContainText("Hãy chọn một mục trong danh sách");
    await head.locator('[name="definition.rules.0.parts.0"]').selectOption({ label: "Theo phân xưởng · Số vụ (Σ)" });
    await head.getByRole("button", { name: "Lưu bản nháp" }).click();
    await expect(head.getByText("Đã lưu bản nháp").first()).toBeVisible();
  });

  await test.step("its preview keeps the rule, in words made of the labels", async () => {
    await head.getByRole("link", { name: "Xem trước" }).click();
    await expect(head).toHaveURL(/view=preview/);
    await head.getByRole("textbox", { name: "Số vụ tai nạn" }).fill("3");
    await head.getByRole("textbox", { name: "Xưởng hàn: Số vụ" }).fill("2");
    await head.getByRole("button", { name: "Kiểm tra thử" }).click();
    await expect(head.getByRole("main").getByRole("alert")).toContainText(
      "“Số vụ tai nạn” phải bằng tổng của “Theo phân xưởng · Số vụ”: tổng đó là 2, ở đây là 3",
    );
    await head.getByRole("textbox", { name: "Xưởng hàn: Số vụ" }).fill("3");
    await head.getByRole("button", { name: "Kiểm tra thử" }).click();
    await expect(head.getByText("Không có lỗi nào")).toBeVisible();
  });

  await test.step("in force, it is not changed any more", async () => {
    await head.getByRole("button", { name: "Ban hành" }).click();
    await head.getByRole("alertdialog").getByRole("button", { name: "Ban hành" }).click();
    await expect(head.getByText("Bản này không sửa được")).toBeVisible();
    await expect(head.getByRole("button", { name: "Lưu bản nháp" })).toHaveCount(0);
  });
});
