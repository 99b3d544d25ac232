import { expect, test } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/looks";

for (const how of ["@nojs", "@phone-only"])
  test(`[F26] a welder reads the policy and learns whether support is due, without leaving a name ${how}`, async ({
    page,
  }) => {
    await page.goto("/ho-tro-dao-tao");
    await expect(page.getByRole("main")).toContainText("Nghị quyết số 03/2024/NQ-HĐND");
    await expect(page.getByRole("main")).toContainText("Chưa được xác nhận");
    await expect(page.locator("#occupations")).toContainText("Hàn");
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "Kiểm tra: tôi có được hỗ trợ không?" }).click();

    await page.getByLabel(/Bạn đang làm việc tại một doanh nghiệp/).check();
    await page.getByRole("button", { name: "Tiếp tục" }).click();

    await test.step("what is missing is named, and nothing typed is lost", async () => {
      await page.getByLabel("Bạn học nghề gì?").selectOption({ label: "Hàn" });
      await page.getByLabel("Số tháng học").fill("mười hai");
      await page.getByRole("button", { name: "Xem kết quả" }).click();
      await expect(page.getByRole("alert")).toContainText("Số tháng học");
      await expect(page.getByLabel("Số tháng học")).toHaveValue("mười hai");
      await expect(page.getByLabel("Bạn học nghề gì?")).toHaveValue("welding");
    });

    await page.getByLabel("Trình độ của khóa học").selectOption({ label: "Trung cấp" });
    await page.getByLabel("Ngày khóa học bắt đầu").fill("01/09/2027");
    await page.getByLabel("Số tháng học").fill("12");
    await page.getByLabel("Học phí cả khóa").fill("12.000.000");
    await page.getByLabel("Trình độ học vấn phổ thông").selectOption("UPPER_SECONDARY");
    await page.getByLabel("Công việc đang làm yêu cầu").selectOption({ label: "Trung cấp" });
    await page.getByLabel("Bằng cấp nghề cao nhất").selectOption("UNSKILLED");
    await page.getByLabel("Ngày bắt đầu hợp đồng").fill("02/01/2025");
    const answered = page.waitForResponse((response) => response.url().includes("ask=1"));
    await page.getByRole("button", { name: "Xem kết quả" }).click();
    const answer = await answered;
    expect(answer.headers()["cache-control"]).toBe("no-store");
    expect(await answer.text()).not.toContain("/_next/static/chunks");
    const main = page.getByRole("main");
    await expect(main).toContainText("Bạn thuộc diện được hỗ trợ");
    await expect(main).toContainText("50% × học phí 12.000.000 đồng = 6.000.000 đồng");
    await expect(main).toContainText("Điều 2 Nghị quyết số 03/2024/NQ-HĐND");
    await expect(main).toContainText("Đơn đề nghị hỗ trợ");
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expectNoSidewaysScroll(page);

    await test.step("another answer, another result, with its clause", async () => {
      await page.getByRole("link", { name: "Sửa câu trả lời" }).click();
      await expect(page.getByLabel("Học phí cả khóa")).toHaveValue("12.000.000");
      await page.getByLabel("Trình độ học vấn phổ thông").selectOption("PRIMARY");
      await page.getByRole("button", { name: "Xem kết quả" }).click();
      await expect(main).toContainText("Bạn chưa thuộc diện được hỗ trợ");
      await expect(main).toContainText("Khoản 2 Điều 1 Nghị quyết số 03/2024/NQ-HĐND");
      await expect(main).not.toContainText("Số tiền dự kiến");
    });
  });
