import { expect, test } from "@playwright/test";
import { streamXlsxRows } from "hucre/xlsx";
import { wordText } from "@/lib/documents/word-template";
import { beginCall, closeCall, keepCall, sendCall } from "./support/calls";
import { downloaded, look } from "./support/dossier";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { deskOf, openNotice } from "./support/people";

test.setTimeout(240_000);

async function rowsOf(file: Buffer): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for await (const { values } of streamXlsxRows(new Uint8Array(file))) rows.push(values);
  return rows;
}

// A year of its own: beside the sample's calls, and whatever the day of the run.
const year = 2099;

test("[F36] [F40] a labour officer writes a call, looks at its letter and opens it; chases the school that is late, adds up what was answered, and closes the call; another school sees none of it", async ({
  browser,
}) => {
  const officer = await deskOf(browser, "chuyen-vien");
  await test.step("the call is written, its letter read before it has a number, and sent", async () => {
    await beginCall(officer, year);
    await officer.getByLabel("Theo loại hình, tỉnh, thành").check();
    await officer.getByLabel("Trung cấp", { exact: true }).check();
    await officer.getByRole("button", { name: "Xem danh sách nhận" }).click();
    await expect(officer.getByText("1 trường nhận")).toBeVisible();
    await officer.getByRole("button", { name: "Thêm câu hỏi" }).click();
    await officer.getByLabel("Câu hỏi (tiếng Việt)").fill("Số xưởng thực hành");
    await officer.getByLabel("Câu hỏi (tiếng Anh)").fill("Workshops");
    await expectAccessible(officer);
    await keepCall(officer);
    const draft = wordText(await downloaded(officer, "Xem trước công văn (Word)"));
    expect(draft).toMatch(/Số:\s+\/BQL-LĐ/);
    expect(draft).toContain("- Số xưởng thực hành.");
    expect(draft).toContain("4. Nêu thực trạng và khó khăn, vướng mắc trong quá trình đào tạo.");
    await sendCall(officer, 1);
    expect(wordText(await downloaded(officer, "Công văn (Word)"))).toMatch(/Số: \d+\/BQL-LĐ/);
    await expectNoSidewaysScroll(officer);
    await expectAccessible(officer);
  });
  const here = officer.url();

  await test.step("another school finds neither the call nor its letter", async () => {
    const school = await deskOf(browser, "nha-truong");
    const { pathname } = new URL(here);
    for (const path of [pathname, `/api/exports/school-calls/${pathname.split("/").at(-1)}`])
      expect((await school.request.get(path, { maxRedirects: 0 })).status(), path).toBe(404);
  });

  let call = "";
  const silent = "Trường Cao đẳng cơ điện Đèn Kéo Quân";
  await test.step("of the call whose day has passed the page says who is late; it is asked for, and named in a letter", async () => {
    await officer.goto("/staff/school-calls");
    // Where somebody is late: the last column is not 0.
    const somebodyLate = officer.locator("td:last-child", { hasText: /^[1-9]/ });
    const link = officer.locator("tbody tr", { has: somebodyLate }).getByRole("link");
    call = (await link.innerText()).trim();
    await link.click();
    await expect(officer.getByRole("heading", { level: 1 })).toContainText(call);
    await expect(officer.getByRole("row").filter({ hasText: silent })).toContainText("Chưa nộp");
    await look(officer, "call-late", [360, 1440]);
    await officer.getByRole("link", { name: "Nhắc 1 trường chậm" }).click();
    const row = officer.getByRole("row").filter({ hasText: silent });
    await expect(row).toContainText("Chưa có tài khoản");
    // A call has one period, which has no name.
    await expect(row).not.toContainText("once");
    const days = (await row.getByRole("cell").nth(2).innerText()).trim();
    expect(Number(days)).toBeGreaterThan(0);
    await look(officer, "late-school", [360, 1440]);
    await officer.getByRole("button", { name: "Nhắc 1" }).click();
    await officer.getByRole("alertdialog").getByRole("button", { name: "Gửi nhắc" }).click();
    await expect(officer.getByText(/^Đã nhắc 1 người về 1 báo cáo/)).toBeVisible();
    await officer.goto("/staff/deadlines/letters");
    const period = officer.getByLabel("Kỳ báo cáo");
    await period.selectOption({ label: await period.locator("option", { hasText: call }).innerText() });
    await officer.getByRole("button", { name: "Lọc" }).click();
    await officer.getByRole("checkbox", { name: silent }).check();
    await officer.getByRole("button", { name: "Cấp số và lập công văn" }).click();
    await expect(officer.getByText(/^Đã cấp số \d+/)).toBeVisible();
    const letter = wordText(await downloaded(officer, "Tải công văn (Word)"));
    for (const said of [silent, call, days]) expect(letter).toContain(said);
  });

  await test.step("what schools answered is added up the same on the screen, in Excel and Word, down to a school", async () => {
    await officer.goto("/staff/school-calls");
    await officer.getByRole("link", { name: call }).click();
    await officer.getByRole("link", { name: "Số liệu tổng hợp" }).click();
    await expect(officer).toHaveURL(/\/staff\/school-figures\?year=\d{4}$/);
    await officer.goto("/staff/school-figures?by=school");
    const table = officer.getByRole("table", { name: "Theo Trường" });
    const cells = await table.locator("tfoot td").allInnerTexts();
    const shown = cells.map((text) => Number(text.replaceAll(".", "")));
    const rows = await rowsOf(await downloaded(officer, "Excel bảng này"));
    const total = rows.at(-1) ?? [];
    // Name, code, schools; then the measures in the table's order: programmes, students, women.
    expect([total[3], total[4], total[5]]).toEqual(shown.slice(1, 4));
    const lines = await rowsOf(await downloaded(officer, "Excel từng ngành"));
    expect([(lines.at(-1) ?? [])[9], (lines.at(-1) ?? [])[10]]).toEqual(shown.slice(1, 3));
    expect(wordText(await downloaded(officer, "Báo cáo Word"))).toContain(
      "Tổng hợp số liệu đào tạo của các trường năm",
    );
    await expectAccessible(officer);
    await table.getByRole("link", { name: /^Trường Cao đẳng nghề/ }).click();
    await expect(officer).toHaveURL(/by=programme/);
    await expect(officer.getByText("Bậc tay nghề mà các ngành đào tạo")).toBeVisible();
  });

  await test.step("the call is closed, with the reason; from then on nobody is asked", async () => {
    await officer.goto(here);
    await closeCall(officer);
  });
});
test("a difficulty is followed, and the school is told; contacts say how fresh they are [F42] [F43] [F39]", async ({
  browser,
}) => {
  const officer = await deskOf(browser, "chuyen-vien");
  await officer.goto("/staff/difficulties");
  const said = `Đã nối trường với hai doanh nghiệp có xưởng, ${Date.now()}`;
  await officer
    .getByRole("button", { name: /^Ghi tiến độ.*Bến Thuyền Giấy/ })
    .first()
    .click();
  await officer.getByLabel("Đã làm gì").fill(said);
  await officer.getByRole("button", { name: "Ghi", exact: true }).click();
  await expect(officer.getByText(said)).toBeVisible();
  await expectAccessible(officer);
  // The school's notice leads to where its steps are read.
  const school = await deskOf(browser, "nha-truong");
  await openNotice(school, said);
  await expect(school).toHaveURL(/\/school\/answers$/);
  await expect(school.getByText(said)).toBeVisible();
  await officer.goto("/staff/schools");
  await expect(officer.getByText(/Xác nhận|Chưa xác nhận|Chưa có đầu mối/).first()).toBeVisible();
  await officer.goto("/staff/school-figures?by=programme");
  await expect(officer.getByRole("heading", { name: "Bậc tay nghề mà các ngành đào tạo" })).toBeVisible();
});
