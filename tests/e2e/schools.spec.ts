import { type Browser, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import type { Portal } from "../support/portal";
import { browserAt, ownPortal } from "./support/own-portal";
import { signIn } from "./support/people";

/** A portal of its own: a year passes here. */
let portal: Portal;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await ownPortal();
});
test.afterAll(() => portal?.stop());

async function deskAt(browser: Browser, name: string): Promise<Page> {
  const page = await browserAt(portal, browser);
  await signIn(page, name);
  return page;
}

const title = (year: number) => `Cung cấp thông tin đào tạo năm ${year}`;

/** The open call's year, and what the school said of the year before: students by year of study. */
async function asked(): Promise<{ year: number; before: number[] }> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ year: number; y1: number; y2: number; y3: number }>(
      `select a.year + 1 as year, sum(p.y1)::int as y1, sum(p.y2)::int as y2, sum(p.y3)::int as y3
       from "CohortAnswer" a join "CohortProgramme" p on p."answerId" = a.id join "Membership" m on m."organisationId" = a."schoolId"
       join "User" u on u.id = m."userId" where u.email = 'nha-truong@hezaworks.example' and a."replacedAt" is null group by a.year`,
    );
    const [row] = rows;
    if (!row) throw new Error("the school has no accepted answer");
    return { year: row.year, before: [row.y1, row.y2, row.y3] };
  } finally {
    await client.end();
  }
}

/** The Authority has opened the call of the year after, for the same schools: what a browser cannot wait for. */
async function nextCall(year: number): Promise<void> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  const copy = (table: string, id: number, more: string) =>
    client.query<{ id: number }>(
      `insert into "${table}" select (jsonb_populate_record(null::"${table}", to_jsonb(o) ||
         jsonb_build_object('id', nextval(pg_get_serial_sequence('"${table}"', 'id'))) || ${more})).* from "${table}" o
       where o.id = $1 returning id`,
      [id],
    );
  try {
    const { rows } = await client.query<{ call: number; obligation: number; period: number; assignment: number }>(
      `select d.id as call, d."obligationId" as obligation, p.id as period, a.id as assignment from "DataCall" d
       join "ReportingPeriod" p on p."obligationId" = d."obligationId" join "ReportAssignment" a on a."periodId" = p.id
       join "Membership" m on m."organisationId" = a."organisationId" join "User" u on u.id = m."userId"
       where d.year = $1 and u.email = 'nha-truong@hezaworks.example'`,
      [year],
    );
    const [from] = rows;
    if (!from) throw new Error(`no call of ${year}`);
    const names = `jsonb_build_object('code', 'thong-tin-${year + 1}', 'nameVi', '${title(year + 1)}')`;
    const obligation = (await copy("Obligation", from.obligation, names)).rows[0]?.id;
    await copy(
      "DataCall",
      from.call,
      `jsonb_build_object('year', ${year + 1}, 'obligationId', ${obligation}, 'documentId', null)`,
    );
    const period = (await copy("ReportingPeriod", from.period, `jsonb_build_object('obligationId', ${obligation})`))
      .rows[0]?.id;
    const fresh = `jsonb_build_object('periodId', ${period}, 'state', 'OWED', 'submittedAt', null, 'daysLate', null,
      'decidedAt', null, 'explanations', null, 'version', 1)`;
    await copy("ReportAssignment", from.assignment, fresh);
  } finally {
    await client.end();
  }
}

const openReport = async (page: Page, year: number) => {
  await page.goto("/school");
  await page.getByRole("link", { name: title(year) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title(year));
};
const programmes = (page: Page) => page.getByRole("region", { name: "Ngành, nghề đào tạo" });
const sums = (page: Page) => programmes(page).getByLabel("Cộng");

async function takeOver(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Lấy số liệu năm trước" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Lấy số liệu này" }).click();
  await expect(page.getByText(/^Đã lấy số liệu năm/)).toBeVisible();
}

/** Whoever prepared it asks, and the colleague reads and signs. */
async function signed(preparer: Page, colleague: Page, year: number): Promise<void> {
  await preparer.getByRole("button", { name: "Đề nghị đồng nghiệp ký" }).click();
  await expect(preparer.getByText(/^Đã đề nghị đồng nghiệp ký/)).toBeVisible();
  await expect(preparer.getByRole("button", { name: "Ký và nộp" })).toHaveCount(0);
  await colleague.goto("/school");
  await expect(colleague.getByText("Chờ anh/chị đọc và ký")).toBeVisible();
  await openReport(colleague, year);
  await colleague.getByRole("button", { name: "Ký và nộp" }).click();
  await colleague.getByRole("alertdialog").getByRole("button", { name: "Ký và nộp" }).click();
  await expect(colleague.getByText(/^Đã nộp\./)).toBeVisible();
}

test("[F32] [F36] [F38] [F39] [F43] a school of twelve programmes answers from last year's figures, corrects slips, explains, a colleague signs, the Authority returns and accepts, and next year rolls forward", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const { year, before } = await asked();
  const [school, colleague, officer] = await Promise.all([
    deskAt(browser, "nha-truong"),
    deskAt(browser, "giao-vien"),
    deskAt(browser, "chuyen-vien"),
  ]);

  await test.step("last year's answer comes a year further, after a look, and can be taken back", async () => {
    await openReport(school, year);
    await school.getByRole("button", { name: "Lấy số liệu năm trước" }).click();
    await expect(school.getByRole("dialog")).toContainText("sinh viên năm cuối của năm trước không còn trong bảng");
    await school.getByRole("dialog").getByRole("button", { name: "Lấy số liệu này" }).click();
    const shown = (count: number | undefined) => new Intl.NumberFormat("vi-VN").format(count ?? 0);
    await expect(sums(school)).toContainText(`Năm 2${shown(before[0])}`);
    await expect(sums(school)).toContainText(`Năm 3${shown(before[1])}`);
    await school.getByRole("button", { name: "Hoàn tác" }).click();
    await expect(school.getByText("Đã trả lại nội dung trước đó.")).toBeVisible();
    await takeOver(school);
  });

  await test.step("four new programmes make twelve; slips are named at their place and nothing typed is lost", async () => {
    const table = programmes(school);
    for (const at of [9, 10, 11, 12]) {
      await table.getByRole("button", { name: "Thêm dòng" }).click();
      const row = table.getByRole("group", { name: `Dòng ${at}`, exact: true });
      await row.getByLabel(/Mã ngành/).fill(`67000${at}`);
      // As some keyboards write it: the letters and their marks apart.
      await row.getByLabel(/Tên ngành, nghề/).fill(`Nghề mới số ${at}`.normalize("NFD"));
      await row.getByLabel(/Lĩnh vực/).selectOption({ label: "Logistics, kho vận" });
      await row.getByLabel(/Trình độ/).selectOption({ label: "Cao đẳng" });
      await row.getByLabel(/Năm 1 ?\*?$/).fill("10");
    }
    await expect(table.getByText("12 / 80 dòng")).toBeVisible();
    const last = table.getByRole("group", { name: "Dòng 12", exact: true });
    await last.getByLabel(/Năm 1 ?\*?$/).fill("-5");
    await last.getByLabel(/Dự kiến tuyển sinh/).fill("12,5");
    const graduates = school.getByRole("region", { name: "Dự kiến tốt nghiệp", exact: true });
    const first = graduates.getByRole("group", { name: "Dòng 1", exact: true });
    await first.getByLabel(/Mã ngành/).fill("6520227");
    await first.getByLabel(/Tháng/).fill("6");
    // The year stands where the count belongs, and the other way round.
    await first.getByLabel(/Năm/).fill("35");
    await first.getByLabel(/Số sinh viên/).fill(String(year));
    await school.getByRole("button", { name: "Đề nghị đồng nghiệp ký" }).click();
    const summary = school.getByRole("alert").filter({ hasText: "Năm" });
    await expect(summary).toBeVisible();
    await expect(last.getByLabel(/Năm 1 ?\*?$/)).toHaveAttribute("aria-invalid", "true");
    await expect(last.getByLabel(/Dự kiến tuyển sinh/)).toHaveAttribute("aria-invalid", "true");
    await expect(first.getByLabel(/Năm/)).toHaveAttribute("aria-invalid", "true");
    await last.getByLabel(/Năm 1 ?\*?$/).fill("10");
    await last.getByLabel(/Dự kiến tuyển sinh/).fill("12");
    await first.getByLabel(/Năm/).fill(String(year));
  });

  await test.step("what looks wrong is asked about, and refused without a word", async () => {
    const why = school.getByLabel(/giống một năm hơn là số người/);
    await expect(why).toBeVisible();
    await school.getByRole("button", { name: "Đề nghị đồng nghiệp ký" }).click();
    await expect(school.getByText("Hãy giải thích chỗ này").first()).toBeVisible();
    await school
      .getByRole("region", { name: "Dự kiến tốt nghiệp", exact: true })
      .getByLabel(/Số sinh viên/)
      .fill("35");
    await expect(why).toHaveCount(0);
    for (const box of await school.getByRole("textbox", { name: /năm trước|tỷ lệ nữ|năm cuối/ }).all())
      if ((await box.inputValue()) === "") await box.fill("Mở rộng đào tạo theo đặt hàng của doanh nghiệp");
  });

  await test.step("who prepared it cannot sign, a colleague does", () => signed(school, colleague, year));

  await test.step("the officer reads explanations beside findings, and returns with a reason at its field", async () => {
    await officer.goto("/staff/reports");
    await officer
      .getByRole("link", { name: /Bến Thuyền Giấy/ })
      .first()
      .click();
    const main = officer.getByRole("main");
    await expect(main).toContainText("Nghề mới số 12");
    // Skill grades of a programme, and the contact point that the answer has confirmed.
    await expect(main).toContainText("Bậc 1; Bậc 2; Bậc 3");
    await expect(main).toContainText("Phòng Đào tạo · Trưởng phòng · 0225 3 000 900");
    await expect(main.getByText("Cần xác nhận lại")).toHaveCount(0);
    await officer.getByRole("button", { name: "Trả lại" }).click();
    const dialog = officer.getByRole("dialog");
    await dialog.getByLabel("Nhận xét chung").fill("Đề nghị kiểm tra số nữ năm 1");
    await dialog.getByRole("button", { name: "Thêm lý do ở một ô" }).click();
    const field = dialog.getByLabel("Ô cần sửa");
    const label = await field
      .locator("option", { hasText: /Ngành.* 12 .*Dự kiến tuyển sinh/ })
      .first()
      .innerText();
    await field.selectOption({ label });
    await dialog.getByLabel("Lý do ở ô này").fill("Chưa khớp đề án tuyển sinh");
    await dialog.getByRole("button", { name: "Trả lại báo cáo" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(main.getByText("Cần sửa", { exact: true })).toBeVisible();
  });

  await test.step("the colleague corrects at the reason, and now the first one signs", async () => {
    await openReport(colleague, year);
    const row = programmes(colleague).getByRole("group", { name: "Dòng 12", exact: true });
    await expect(row).toContainText("Chưa khớp đề án tuyển sinh");
    await row.getByLabel(/Dự kiến tuyển sinh/).fill("30");
    await signed(colleague, school, year);
  });

  await test.step("the Authority accepts, and next year begins with what was accepted", async () => {
    await officer.reload();
    await officer.getByRole("button", { name: "Tiếp nhận" }).click();
    await officer.getByRole("alertdialog").getByRole("button", { name: "Tiếp nhận" }).click();
    await expect(officer.getByRole("alertdialog")).toHaveCount(0);
    await expect(officer.getByRole("main").getByText("Đã tiếp nhận", { exact: true }).first()).toBeVisible();
    await nextCall(year);
    await openReport(school, year + 1);
    await takeOver(school);
    await expect(programmes(school).getByText("12 / 80 dòng")).toBeVisible();
    await expect(programmes(school)).toContainText(/Nghề mới số 12.*Năm 1 30 · Năm 2 10/);
  });
});
