import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { deskOf } from "./support/people";

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
    expect(await answer.text()).not.toMatch(/\/_next\/static\/chunks\/[^"]+\.js/);
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

test("[F69] an officer writes the next version, sees what it changes, and the head brings it into force", async ({
  browser,
}) => {
  const officer = await deskOf(browser, "chuyen-vien");
  await officer.goto("/staff/policies");
  await officer.getByRole("button", { name: "Tạo phiên bản mới" }).click();
  await officer.waitForURL(/\/staff\/policies\/\d+$/);
  const address = new URL(officer.url()).pathname;

  await test.step("a time is changed; what is wrong is named at its place", async () => {
    await officer.locator("summary", { hasText: "Hỗ trợ 50% học phí" }).click();
    const value = officer.getByLabel("Mức (% hoặc đồng)");
    await value.fill("150");
    await officer.getByRole("button", { name: "Lưu bản nháp" }).click();
    await expect(officer.getByText("Phần trăm không quá 100").first()).toBeVisible();
    await expect(value).toHaveValue("150");
    await value.fill("50");
    await officer.locator('[name="definition.processing.workingDays"]').fill("15");
    await officer.getByRole("button", { name: "Lưu bản nháp" }).click();
    await expect(officer.getByText("Đã lưu bản nháp").first()).toBeVisible();
    await expectAccessible(officer);
  });

  await test.step("compared with the version in force, and its effect on open dossiers", async () => {
    await officer.goto(`${address}?view=compare`);
    await expect(officer.getByRole("main")).toContainText("Thời hạn giải quyết · Số ngày làm việc");
    await expect(officer.locator("ins")).toHaveText([/15/]);
    await expectAccessible(officer);
    await officer.goto(`${address}?view=effect`);
    await expect(officer.getByRole("main")).toContainText(/hồ sơ đang mở/);
    await expectAccessible(officer);
    await expect(officer.getByRole("button", { name: "Ban hành" })).toHaveCount(0);
  });

  await test.step("the head brings it into force from a day, on a paper", async () => {
    const head = await deskOf(browser, "truong-phong");
    await head.goto(`${address}?view=read`);
    await head.getByRole("button", { name: "Ban hành" }).click();
    const dialog = head.getByRole("dialog");
    await dialog.getByLabel("Văn bản").fill("Công văn số 15/BQL");
    await dialog.getByLabel("Lý do").fill("Đã đối chiếu với văn bản gốc");
    await dialog.getByRole("button", { name: "Ban hành" }).click();
    await expect(head.getByText("Đã ban hành: không sửa được nữa", { exact: false })).toBeVisible();
    await expect(head.getByRole("main")).toContainText("Công văn số 15/BQL");
    await head.context().close();
  });

  await test.step("a leader releases the unverified rate", async () => {
    const leader = await deskOf(browser, "lanh-dao");
    await leader.goto(address);
    await leader.getByRole("button", { name: "Cho phép chi theo mức này" }).first().click();
    const dialog = leader.getByRole("dialog");
    await dialog.getByLabel("Lý do").fill("Theo kết luận của Trưởng ban");
    await dialog.getByRole("button", { name: "Cho phép chi theo mức này" }).click();
    await expect(leader.getByRole("main")).toContainText("Theo kết luận của Trưởng ban");
    await leader.context().close();
  });

  await test.step("the public page says so within seconds", async () => {
    await expect(async () => {
      await officer.goto("/ho-tro-dao-tao");
      await expect(officer.getByRole("main")).toContainText("trong 15 ngày làm việc", { timeout: 1_000 });
    }).toPass();
  });
  await officer.context().close();
});
