import { expect, test } from "@playwright/test";
import { look } from "./support/dossier";
import { expectNoSidewaysScroll } from "./support/looks";
import { deskOf, openNotice } from "./support/people";

test("[F40] [F41] an internship is offered, placed and confirmed by both; outcomes are entered; the public sees no small figure", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const learns = `Lắp ráp thử nghiệm ${Date.now()}`;
  const enterprise = await deskOf(browser, "doanh-nghiep");
  const school = await deskOf(browser, "nha-truong");
  let number = "";

  await test.step("the enterprise offers ten places", async () => {
    await enterprise.goto("/enterprise/internships/new");
    await enterprise.getByLabel("Ngành đào tạo").selectOption("MECHATRONICS");
    await enterprise.getByLabel("Trình độ").selectOption("COLLEGE");
    await enterprise.getByLabel("Số chỗ").fill("10");
    await enterprise.getByLabel("Từ ngày", { exact: true }).fill("02/03/2026");
    await enterprise.getByLabel("Đến ngày", { exact: true }).fill("01/02/2026");
    await enterprise.getByLabel("Nội dung thực tập").fill(learns);
    await enterprise.getByRole("button", { name: "Lưu" }).click();
    await expect(enterprise.getByText("Ngày này không được trước ngày bắt đầu").first()).toBeVisible();
    await enterprise.getByLabel("Đến ngày", { exact: true }).fill("29/05/2026");
    await enterprise.getByRole("button", { name: "Lưu" }).click();
    await expect(enterprise).toHaveURL(/internships\/\d+$/);
    number = enterprise.url().split("/").at(-1) ?? "";
  });

  await test.step("the school places eight students, as a number", async () => {
    await school.goto(`/school/internships/${number}`);
    await expect(school.getByRole("main")).toContainText(learns);
    await school.getByLabel("Ngành, nghề").fill("Cơ điện tử");
    await school.getByLabel("Mã ngành").fill("6520263");
    await school.getByLabel("Số sinh viên").fill("11");
    await school.getByLabel("Trong đó nữ").fill("3");
    await school.getByRole("button", { name: "Gửi đề nghị" }).click();
    await expect(school.getByText("Chỉ còn 10 chỗ").first()).toBeVisible();
    await school.getByLabel("Số sinh viên").fill("8");
    await school.getByRole("button", { name: "Gửi đề nghị" }).click();
    await expect(school.getByRole("table")).toContainText("Chờ xác nhận");
    await expect(school.getByRole("button", { name: "Xác nhận" })).toHaveCount(0);
    await look(school, "internship-school", [360, 1440]);
  });

  await test.step("the enterprise confirms, and says when it began", async () => {
    await openNotice(enterprise, /Bến Thuyền Giấy đề nghị 8 sinh viên thực tập ngành Cơ điện tử/);
    await expect(enterprise).toHaveURL(new RegExp(`/enterprise/internships/${number}$`));
    await enterprise.getByRole("button", { name: "Xác nhận", exact: true }).click();
    await expect(enterprise.getByRole("main")).toContainText("8 trong 10 chỗ đã xác nhận");
    await openNotice(school, /đã xác nhận 8 sinh viên thực tập ngành Cơ điện tử$/);
    await expect(school).toHaveURL(new RegExp(`/school/internships/${number}$`));
    await expect(school.getByRole("table")).toContainText("Đã xác nhận");
    await enterprise.getByRole("button", { name: "Báo bắt đầu" }).click();
    await enterprise.getByRole("dialog").getByRole("button", { name: "Báo bắt đầu" }).click();
    await expect(enterprise.getByRole("table")).toContainText("Đang thực tập");
    await look(enterprise, "internship-enterprise", [360, 1440]);
    await enterprise.context().close();
  });

  await test.step("the school enters what became of its graduates; a line must add up", async () => {
    await school.goto("/school/outcomes?months=12");
    const lines = school.getByRole("group", { name: /\(\d{7}\)$/ });
    const first = lines.first();
    const graduates = Number((await first.getByLabel("Tốt nghiệp").inputValue()).replace(/\D/g, ""));
    for (const line of await lines.all()) {
      const all = (await line.getByLabel("Tốt nghiệp").inputValue()).replace(/\D/g, "");
      await line.getByLabel("Làm trong KCN").fill(all);
      for (const none of ["Làm nơi khác", "Học tiếp", "Đang tìm việc", "Không rõ"])
        await line.getByLabel(none).fill("0");
    }
    await first.getByLabel("Làm nơi khác").fill("1");
    await school.getByRole("button", { name: "Lưu kết quả" }).click();
    await expect(school.getByText(`Các cột cộng lại là ${graduates + 1}`).first()).toBeVisible();
    await first.getByLabel("Làm nơi khác").fill("0");
    await school.getByRole("button", { name: "Lưu kết quả" }).click();
    await expect(school.getByText("Đã lưu", { exact: true })).toBeVisible();
    await look(school, "outcomes", [360, 1440]);
    await school.context().close();
  });

  await test.step("the Authority sees interns and who stays in the parks", async () => {
    const officer = await deskOf(browser, "chuyen-vien");
    await officer.goto("/staff/internships?by=field");
    await expect(officer.getByRole("row").filter({ hasText: "Cơ điện tử, robot" }).first()).toContainText("8");
    await look(officer, "internship-figures", [360, 1440]);
    await officer.goto("/staff/outcomes");
    await expect(officer.getByRole("main")).toContainText("100%");
    await officer.context().close();
  });

  await test.step("the public finds the school, its programmes and what is open for them; open data have no cell below five", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/truong?field=MECHATRONICS");
    await page.getByRole("link", { name: "Trường Cao đẳng nghề Bến Thuyền Giấy" }).click();
    await expect(page.getByRole("table")).toContainText("Cơ điện tử");
    await expect(page.getByRole("heading", { name: "Việc làm phù hợp" })).toBeVisible();
    // The head has seven doors: in one row, or behind the menu, but never beyond the edge.
    for (const width of [1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    }
    await look(page, "school-public", [360, 768, 1024, 1280, 1440]);
    const { items } = await (await page.request.get("/api/v1/school-figures?limit=100")).json();
    const figures = items.flatMap((row: Record<string, unknown>) =>
      ["students", "women", "intake", "graduates"].map((name) => row[name]),
    );
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) if (figure !== null) expect(figure).toBeGreaterThanOrEqual(5);
    await context.close();
  });
});
