import { type Browser, expect, type Page, test } from "@playwright/test";
import { readXlsx } from "hucre";
import { wordText } from "@/lib/documents/word-template";
import type { Portal } from "../support/portal";
import { act, downloaded, look, openList, rowsOf } from "./support/dossier";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { confirmAct, dong, dongIn, giveFile, giveTable, moneyPortal, printedBy, saidAct } from "./support/money";
import { browserAt } from "./support/own-portal";
import { signIn } from "./support/people";

test.describe.configure({ mode: "serial" });

const each = 6_000_000;
const widths = [360, 768, 1440];
let portal: Portal;
let made: Awaited<ReturnType<typeof moneyPortal>>["made"];
/** Whose page is open in whose browser: everybody signs in once. */
const desks = new Map<string, Page>();

async function desk(browser: Browser, name: string): Promise<Page> {
  const known = desks.get(name);
  if (known) return known;
  const page = await browserAt(portal, browser, { viewport: { width: 1440, height: 900 } });
  await signIn(page, name);
  desks.set(name, page);
  return page;
}

/** Nothing that a machine finds wrong, and no scrolling sideways on a phone; pictures where they are asked for. */
async function looksWell(page: Page, name: string): Promise<void> {
  await look(page, name, widths);
  await expectAccessible(page);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  if (before) await page.setViewportSize(before);
}

const main = (page: Page) => page.getByRole("main");
const rowWith = (page: Page, text: string | RegExp) => page.getByRole("row").filter({ hasText: text });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  ({ portal, made } = await moneyPortal());
});
test.afterAll(async () => {
  await portal?.stop();
});

/** Files that LibreOffice is to open in the end. */
const files: Record<string, Buffer> = {};
let asked = 0;

test("[F61] [F68] the need of a year is estimated in scenarios side by side, handed in, and approved as an allocation", async ({
  browser,
}) => {
  const officer = await desk(browser, "chuyen-vien");
  const needed = 6 * each;

  await officer.goto("/staff/budget/estimates");
  await officer.getByRole("button", { name: "Lập dự toán" }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByLabel("Năm", { exact: true }).selectOption(String(made.year));
  await dialog.getByLabel("Tên dự toán").fill("Dự toán thử cả năm");
  await dialog.getByRole("button", { name: "Lập dự toán" }).click();
  await officer.waitForURL(/\/estimates\/\d+$/);
  const address = new URL(officer.url()).pathname;

  await test.step("two scenarios are set otherwise, and one is asked for", async () => {
    const [low, high] = [
      officer.getByRole("group", { name: "Thấp" }),
      officer.getByRole("group", { name: "Cao", exact: true }),
    ];
    await low.getByLabel("Tuyển sinh").fill("50");
    await high.getByLabel("Tuyển sinh").fill("100");
    await high.getByLabel("Học phí").fill("100");
    await high.getByLabel("Tỷ lệ thôi học").fill("0");
    await officer.getByRole("radio", { name: "Cao", exact: true }).check();
    await officer.getByRole("button", { name: "Lưu và tính lại" }).click();
    await expect(officer.getByText("Đã lưu, số liệu đã tính lại").first()).toBeVisible();
    await officer.reload();
    const table = officer.getByRole("table", { name: "Các phương án" });
    const askedIn = async (name: string) =>
      dongIn(await table.getByRole("row").filter({ hasText: name }).getByRole("cell").last().innerText());
    asked = await askedIn("Cao");
    // Six who wait, and twenty places of the planned course of whom nobody drops out.
    expect(asked).toBe(needed + 20 * each);
    expect(await askedIn("Thấp")).toBeLessThan(asked);
    expect(await askedIn("Thấp")).toBeGreaterThanOrEqual(needed);
    // With drop-outs as they are usual, the money of twenty places is enough for one person more.
    await expect(table.getByRole("columnheader", { name: "Có thể nhận thêm" })).toBeVisible();
    await expect(table.getByRole("row").filter({ hasText: "Dự kiến" }).getByRole("cell").nth(5)).toHaveText("1");
    await looksWell(officer, "estimate");
  });

  await test.step("in Word and Excel as on the screen", async () => {
    files["du-toan.docx"] = await downloaded(officer, "Tải Word");
    files["du-toan-bang.xlsx"] = await downloaded(officer, "Tải Excel");
    expect(wordText(files["du-toan.docx"])).toContain(dong(asked));
    const rows = await rowsOf(files["du-toan-bang.xlsx"]);
    expect(rows.some((row) => row.includes(asked))).toBe(true);
  });

  const document = "Tờ trình thử số 7/TTr-VP";
  await test.step("the head hands it in, the office proposes it on a paper, a leader approves", async () => {
    await expect(officer.getByRole("button", { name: "Chuyển Văn phòng" })).toHaveCount(0);
    const head = await desk(browser, "truong-phong");
    await head.goto(address);
    await confirmAct(head, "Chuyển Văn phòng");
    await expect(main(head)).toContainText("Văn phòng đang xem");
    const office = await desk(browser, "van-phong");
    await office.goto(address);
    const paper = { "Văn bản làm căn cứ": document, "Ngày văn bản": `05/01/${made.year}` };
    await saidAct(office, "Trình Lãnh đạo Ban", paper);
    await expect(main(office)).toContainText("Đang trình Lãnh đạo Ban giao dự toán");
    const leader = await desk(browser, "lanh-dao");
    await leader.goto("/staff/budget");
    await expect(rowWith(leader, document)).toContainText(dong(asked));
    await confirmAct(leader, "Duyệt");
    await expect(rowWith(leader, document)).toHaveCount(0);
    await office.reload();
    await expect(main(office)).toContainText("Dự toán đã được giao");
    await expect(main(office)).toContainText("Đã phê duyệt");
  });
});

/** Balances of the year as its page shows them. */
async function balances(page: Page): Promise<(account: string) => Promise<number>> {
  await page.goto("/staff/budget");
  await page.getByRole("link", { name: String(made.year), exact: true }).click();
  await page.waitForURL(/\/staff\/budget\/\d+$/);
  return async (account) => {
    const text = await page.getByRole("listitem").filter({ hasText: account }).first().innerText();
    return dongIn(text.slice(text.indexOf(account) + account.length));
  };
}

test("[F60] what is handed in is reserved at once, and the approval of the list commits it", async ({ browser }) => {
  const officer = await desk(browser, "chuyen-vien");
  const leader = await desk(browser, "lanh-dao");
  const title = "Danh sách trình thử";
  const totals = `2 hồ sơ, 6 người được hỗ trợ, ${dong(6 * each)} đồng`;
  const reserved = await balances(leader);
  expect(await reserved("Dành cho hồ sơ đang xét")).toBe(6 * each);
  expect(await reserved("Đã phê duyệt, chưa chi")).toBe(0);

  await officer.goto("/staff/dossiers");
  for (const { code } of made.dossiers) await officer.getByLabel(`Chọn ${code}`).check();
  await saidAct(officer, "Lập danh sách trình", { "Tên danh sách": title });
  await expect(officer.getByText("Đã làm 2, còn lại 0")).toBeVisible();
  await openList(officer, title, "GATHERING");
  await act(officer, "Trình", totals);
  const head = await desk(browser, "truong-phong");
  await openList(head, title, "PROPOSED");
  await act(head, "Đồng ý trình lãnh đạo", totals);
  await openList(leader, title, "CHECKED");
  await saidAct(leader, "Cho phép dùng mức này", { "Lý do": "Theo kết luận cuộc họp thử" });
  await expect(main(leader)).not.toContainText("Mức chưa được xác nhận");
  await act(leader, "Phê duyệt", totals);
  await expect(main(leader)).toContainText("Đã duyệt");

  const committed = await balances(leader);
  expect(await committed("Dành cho hồ sơ đang xét")).toBe(0);
  expect(await committed("Đã phê duyệt, chưa chi")).toBe(6 * each);

  await test.step("the first dossier's decision is numbered; the other's number is forgotten", async () => {
    await officer.goto(`/staff/dossiers?tab=approved&q=${made.dossiers[0]?.code}`);
    await officer.getByRole("link", { name: made.dossiers[0]?.code ?? "?" }).click();
    await saidAct(officer, "Cấp số quyết định", {});
    await expect(main(officer)).toContainText(/Số \d+\/QĐ-BQL/);
  });
});

const numberOf = (at: number) => `000 555 ${String(at + 1).padStart(4, "0")}`;

test("[F63] accounts are given by the applicant and held against the paper by a second person; the number is masked", async ({
  browser,
}) => {
  const applicant = await desk(browser, "doanh-nghiep");
  const office = await desk(browser, "van-phong");
  const [first, ...others] = made.people;
  if (!first) throw new Error("nobody");

  await test.step("one by one, and the others as a table", async () => {
    await applicant.goto("/enterprise/payee-account");
    const bank = { "Ngân hàng": "Ngân hàng Thử Nghiệm", "Chi nhánh": "Bến Thử" };
    await rowWith(applicant, first.fullName).getByRole("button", { name: "Nhập tài khoản" }).click();
    const dialog = applicant.getByRole("dialog");
    await dialog.getByLabel("Số tài khoản").fill("12");
    await dialog.getByLabel("Tên chủ tài khoản").fill("HOA KHONG TEN");
    for (const [label, value] of Object.entries(bank)) await dialog.getByLabel(label, { exact: false }).fill(value);
    await dialog.getByRole("button", { name: "Gửi để xác nhận" }).click();
    await expect(dialog).toContainText("6 đến 20 chữ số");
    await dialog.getByLabel("Số tài khoản").fill(numberOf(0));
    await dialog.getByRole("button", { name: "Gửi để xác nhận" }).click();
    await expect(dialog).toHaveCount(0);
    await giveTable(applicant, "Nhập tài khoản từ Excel", "Nhập", {
      name: "Tai khoan",
      rows: [
        ["Mã nhân viên", "Tên chủ tài khoản", "Số tài khoản", "Ngân hàng"],
        ...others.map((one, at) => [one.staffCode, one.fullName, numberOf(at + 1), "Ngân hàng Thử Nghiệm"]),
      ],
    });
    await expect(main(applicant)).toContainText("Đã nhận 5 trong 5 dòng");
  });

  await test.step("the office rejects a name that is not the learner's and confirms the others", async () => {
    await office.goto("/staff/payees");
    await expect(rowWith(office, first.fullName)).toContainText("Tên chủ tài khoản khác tên người nhận");
    await expect(main(office)).not.toContainText("000555");
    await looksWell(office, "payees");
    const why = "Tên chủ tài khoản khác giấy của ngân hàng";
    await saidAct(office, `Không xác nhận: ${first.fullName}`, { "Lý do": why }, "Không xác nhận");
    for (const { fullName } of others) await confirmAct(office, `Xác nhận: ${fullName}`, "Xác nhận");
    await expect(main(office)).toContainText("Không có tài khoản nào");
    await applicant.reload();
    await expect(rowWith(applicant, first.fullName)).toContainText(why);
    await look(applicant, "payee-account", widths);
  });

  await test.step("given anew, and confirmed", async () => {
    await rowWith(applicant, first.fullName).getByRole("button").first().click();
    const dialog = applicant.getByRole("dialog");
    await dialog.getByLabel("Tên chủ tài khoản").fill(first.fullName);
    await dialog.getByLabel("Số tài khoản").fill(numberOf(0));
    await dialog.getByLabel("Ngân hàng", { exact: true }).fill("Ngân hàng Thử Nghiệm");
    await dialog.getByRole("button", { name: "Gửi để xác nhận" }).click();
    await expect(dialog).toHaveCount(0);
    await office.reload();
    await confirmAct(office, `Xác nhận: ${first.fullName}`, "Xác nhận");
    await expect(main(office)).toContainText("Không có tài khoản nào");
  });
});

/** Gathers what is payable and sends it through three pairs of hands; the batch's address. */
async function sendBatch(browser: Browser, title: string, totals: string): Promise<string> {
  const office = await desk(browser, "van-phong");
  await office.goto("/staff/payments");
  await saidAct(office, "Lập đợt chi", { "Tên đợt chi": title });
  await office.getByRole("link", { name: title }).click();
  await office.waitForURL(/\/payments\/\d+$/);
  await expect(main(office)).toContainText(totals);
  const address = new URL(office.url()).pathname;
  await confirmAct(office, "Trình đợt chi");
  const head = await desk(browser, "truong-phong");
  await head.goto(address);
  await confirmAct(head, "Xác nhận đã kiểm tra");
  const leader = await desk(browser, "lanh-dao");
  await leader.goto(address);
  await saidAct(leader, "Duyệt, gửi chi", { "Văn bản duyệt chi": `Tờ trình thử về ${title}` });
  await expect(main(leader)).toContainText("Đã gửi");
  await office.goto(address);
  return address;
}

type Line = { ref: string; name: string; account: string; amount: number };

/** The transfers of a bank file. */
const linesOf = (rows: readonly (readonly unknown[])[]): Line[] =>
  rows
    .filter(([no]) => /^\d+$/.test(String(no)))
    .map((row) => ({
      ref: String(row[1]),
      name: String(row[2]),
      account: String(row[3]),
      amount: Number(row[6]),
    }));

const head = ["Mã tham chiếu", "Tên người thụ hưởng", "Số tài khoản", "Số tiền", "Kết quả", "Lý do"];
const rowOf = (line: Line, result = "Thành công", reason = "") => [
  ...[line.ref, line.name, line.account, line.amount, result, reason],
];

/** Waits until the worker has read all files of the payer. */
async function allRead(office: Page, count: number): Promise<void> {
  await expect(async () => {
    await office.goto("/staff/payments/answers");
    await expect(office.getByText("Đã đọc", { exact: true })).toHaveCount(count, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

/** What became of the transfers of a batch, as its page says it. */
async function outcomes(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return page.getByRole("navigation", { name: "Lệnh chuyển" }).innerText();
}

test("[F63] [F64] a batch goes out through three pairs of hands; the payer's answer is reconciled, once, whatever it says", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const office = await desk(browser, "van-phong");
  const batch = await sendBatch(browser, "Đợt thử thứ nhất", `6 lệnh chuyển · ${dong(6 * each)} đồng`);
  const excel = await downloaded(office, "Tệp Excel");
  files["tep-ngan-hang.xlsx"] = excel;
  const lines = linesOf(await rowsOf(excel));

  await test.step("the bank's file has every transfer with its whole account number, in Excel and CSV alike", async () => {
    expect(lines.map(({ account }) => account).sort()).toEqual(
      made.people.map((_, at) => numberOf(at).replaceAll(" ", "")),
    );
    expect(lines.every(({ amount }) => amount === each)).toBe(true);
    const csv = (await downloaded(office, "Tệp CSV")).toString("utf8");
    for (const { ref, account } of lines) expect(csv).toContain(`"${ref}"`) ?? expect(csv).toContain(account);
    await expect(main(office)).not.toContainText(lines[0]?.account ?? "?");
  });

  const [paid, twice, failed, amount, payee, last] = lines as [Line, Line, Line, Line, Line, Line];
  const answer = [
    rowOf(paid),
    rowOf(twice),
    rowOf(twice, "Thành công", "Ghi có lần hai"),
    rowOf(failed, "Không thành công", "Tài khoản đã đóng"),
    rowOf({ ...amount, amount: amount.amount - 1_000 }),
    rowOf({ ...payee, name: "Hoa Không Tên" }),
    rowOf(last),
    rowOf({ ref: "HZ0000000-00001", name: "Người Lạ Thử", account: "0009990001", amount: each }),
  ];
  const open = ["Không có lệnh chuyển", "Trùng", "Sai số tiền", "Sai người nhận"];

  const file = await test.step("every kind of answer is told apart", async () => {
    await office.goto("/staff/payments/answers");
    const sheet = { name: "Tra loi", rows: [head, ...answer] };
    const bytes = await giveTable(office, "Nộp tệp trả lời", "Nộp tệp trả lời", sheet);
    await allRead(office, 1);
    for (const one of open) await expect(rowWith(office, one).first()).toBeVisible();
    await expect(office.getByRole("table").first().getByRole("row")).toHaveCount(1 + open.length);
    await look(office, "answers", widths);
    return bytes;
  });
  const before = await outcomes(office, batch);
  expect(before).toMatch(/Đã chi · 18\.000\.000/);
  expect(before).toMatch(/Không chi được · 6\.000\.000/);
  expect(before).toMatch(/Chờ trả lời · 12\.000\.000/);
  await look(office, "batch", widths);

  await test.step("the same file again, and the same words in another file and order: nothing changes", async () => {
    await office.goto("/staff/payments/answers");
    const again = { name: "lan-hai.xlsx", mimeType: "application/octet-stream", buffer: file };
    await giveFile(office, "Nộp tệp trả lời", "Nộp tệp trả lời", again);
    await expect(office.getByText("Tệp này đã nộp trước đây").first()).toBeVisible();
    const sheet = { name: "Khac", rows: [head, ...answer.toReversed()] };
    await giveTable(office, "Nộp tệp trả lời", "Nộp tệp trả lời", sheet);
    await allRead(office, 2);
    expect(await outcomes(office, batch)).toBe(before);
  });

  await test.step("people settle what does not match, line by line, with the reason", async () => {
    await office.goto("/staff/payments/answers");
    for (const [kind, conclusion] of [
      ["Không có lệnh chuyển", "Dòng này không có giá trị"],
      ["Trùng", "Dòng này không có giá trị"],
      ["Sai số tiền", "Lệnh chuyển đã được chi"],
      ["Sai người nhận", "Lệnh chuyển không được chi"],
    ] as const) {
      await rowWith(office, kind)
        .getByRole("button", { name: /^Xử lý/ })
        .click();
      const dialog = office.getByRole("dialog");
      await dialog.getByLabel("Kết luận").selectOption({ label: conclusion });
      await dialog.getByLabel("Lý do").fill(`Đã hỏi ngân hàng: ${kind}`);
      await dialog.getByRole("button", { name: "Xử lý", exact: true }).click();
      await expect(dialog).toHaveCount(0);
    }
    await expect(main(office)).toContainText("Không có dòng nào");
  });

  await test.step("what was not paid is in the next batch, and is paid", async () => {
    const next = await sendBatch(browser, "Đợt thử thứ hai", `2 lệnh chuyển · ${dong(2 * each)} đồng`);
    const rolled = linesOf(await rowsOf(await downloaded(office, "Tệp Excel")));
    expect(rolled.map(({ name }) => name).sort()).toEqual([failed.name, payee.name].sort());
    expect(rolled.every(({ ref }) => !lines.some((line) => line.ref === ref))).toBe(true);
    await office.goto("/staff/payments/answers");
    const text = [head, ...rolled.map((line) => rowOf(line))].map((row) => row.join(";")).join("\n");
    const csv = { name: "dot-hai.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    await giveFile(office, "Nộp tệp trả lời", "Nộp tệp trả lời", csv);
    await allRead(office, 3);
    expect(await outcomes(office, next)).toMatch(/Đã chi · 12\.000\.000/);
    const leader = await desk(browser, "lanh-dao");
    const now = await balances(leader);
    expect(await now("Đã chi, chưa quyết toán")).toBe(6 * each);
    expect(await now("Đã phê duyệt, chưa chi")).toBe(0);
    const applicant = await desk(browser, "doanh-nghiep");
    await applicant.goto("/my/notices");
    await expect(main(applicant)).toContainText(`Hồ sơ ${made.dossiers[0]?.code}: tiền hỗ trợ đã đến người nhận`);
  });
});

test("[F65] a sample is drawn by lot; an error that an applicant cannot explain comes back through the ledger", async ({
  browser,
}) => {
  const supervision = await desk(browser, "giam-sat");
  const leader = await desk(browser, "lanh-dao");
  const office = await desk(browser, "van-phong");
  const applicant = await desk(browser, "doanh-nghiep");
  const seed = "bốc thăm thử 20-11";
  const back = 2_500_000;

  await test.step("supervision draws two of six, a leader agrees, the applicant is asked", async () => {
    await supervision.goto("/staff/controls");
    const order = { "Số người": "2", "Số gieo": seed, "Căn cứ, kế hoạch kiểm tra": "Kế hoạch thử số 3/KH" };
    await saidAct(supervision, "Đề xuất mẫu kiểm tra", order);
    await expect(rowWith(supervision, seed)).toContainText("2 trong 6 người");
    await leader.goto("/staff/controls");
    await saidAct(leader, "Duyệt mẫu", { "Ghi chú": "Đồng ý" });
    await expect(rowWith(leader, seed)).toContainText("Đã duyệt");
  });

  await test.step("it answers in its own words", async () => {
    await applicant.goto("/enterprise/controls");
    const ask = applicant.getByRole("button", { name: /^Giải trình về/ });
    await expect(ask).toHaveCount(2);
    await saidAct(applicant, /^Giải trình về/, { "Giải trình": "Người học nghỉ một tháng, có xin phép" }, "Giải trình");
    await expect(main(applicant)).toContainText("Người học nghỉ một tháng");
    await look(applicant, "own-controls", widths);
  });

  await test.step("judged by one, concluded by another, the money asked back and returned", async () => {
    await supervision.goto("/staff/controls?state=ANSWERED");
    await rowWith(supervision, made.dossiers[0]?.code ?? "?")
      .or(rowWith(supervision, made.dossiers[1]?.code ?? "?"))
      .first()
      .getByRole("link")
      .first()
      .click();
    await supervision.waitForURL(/\/controls\/\d+$/);
    const address = new URL(supervision.url()).pathname;
    await expect(main(supervision)).toContainText("Người học nghỉ một tháng");
    const found = {
      "Kết luận": "Có sai sót",
      "Phải hoàn trả (đồng)": String(back),
      "Kết quả kiểm tra": "Thiếu giờ học",
    };
    await saidAct(supervision, "Ghi kết quả", found);
    await leader.goto(address);
    await confirmAct(leader, "Kết luận như trên");
    await expect(main(leader)).toContainText("Đang đòi hoàn trả");
    const letter = wordText(await downloaded(leader, /Công văn đòi hoàn trả/));
    expect(letter).toContain(`hoàn trả ${dong(back)} đồng`);
    expect(letter).toContain("hai triệu năm trăm nghìn");
    await office.goto(address);
    await saidAct(office, "Ghi nhận hoàn trả", { "Chứng từ": "Giấy nộp tiền thử số 55" });
    await expect(main(office)).toContainText("Đã xong");
    await looksWell(office, "control");
    await applicant.reload();
    await expect(main(applicant)).toContainText(`${dong(back)} đồng, đã về ${dong(back)} đồng`);
  });

  await test.step("the other one is in order", async () => {
    await supervision.goto("/staff/controls?state=ASKED");
    await supervision
      .locator("main table")
      .first()
      .getByRole("link", { name: /Nguyễn Văn Thử/ })
      .first()
      .click();
    await supervision.waitForURL(/\/controls\/\d+$/);
    await saidAct(supervision, "Ghi kết quả", { "Kết quả kiểm tra": "Đủ giờ, đủ giấy tờ" });
    await leader.goto(new URL(supervision.url()).pathname);
    await confirmAct(leader, "Kết luận như trên");
    await expect(main(leader)).toContainText("Đã xong");
    await leader.goto("/staff/controls");
    await look(leader, "controls", widths);
  });

  await test.step("the ledger says so, with the paper", async () => {
    const now = await balances(leader);
    expect(await now("Đã thu hồi")).toBe(back);
    expect(await now("Đã chi, chưa quyết toán")).toBe(6 * each - back);
    const entries = leader.locator("#entries");
    await entries.getByLabel("Bút toán").selectOption({ label: "Thu hồi" });
    await entries.getByRole("button", { name: "Lọc" }).click();
    await expect(entries.getByRole("row").filter({ hasText: "Giấy nộp tiền thử số 55" })).toContainText(dong(back));
  });
});

test("[F68] the year is settled person by person, closed by another hand, in Word and Excel that LibreOffice opens", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const office = await desk(browser, "van-phong");
  const settled = 6 * each - 2_500_000;
  await office.goto("/staff/budget/settlements");
  await confirmAct(office, "Lập quyết toán");
  await office.waitForURL(/\/settlements\/\d+$/);
  const address = new URL(office.url()).pathname;
  const paper = { "Văn bản trình quyết toán": "Báo cáo thử số 9/BC-VP", "Ngày văn bản": `20/12/${made.year}` };

  await test.step("what no paper explains must be explained line by line", async () => {
    await office.getByRole("button", { name: "Trình Lãnh đạo Ban" }).click();
    const dialog = office.getByRole("dialog");
    for (const [label, value] of Object.entries(paper)) await dialog.getByLabel(label).fill(value);
    await dialog.getByRole("button", { name: "Trình Lãnh đạo Ban" }).click();
    await expect(dialog).toContainText("Còn 2 dòng có chênh lệch chưa giải trình");
    await office.keyboard.press("Escape");
    await expect(main(office)).toContainText("Quyết định chưa có số");
    await looksWell(office, "settlement");
    await office.getByRole("link", { name: "Xem các dòng" }).click();
    await office.waitForURL(/only=unexplained/);
    await saidAct(
      office,
      "Giải trình cả 2 dòng đang thấy",
      { "Giải trình": "Số cấp trên sổ giấy 12/QĐ" },
      "Giải trình",
    );
    await expect(main(office)).toContainText("Không có khoản nào");
  });

  await test.step("the office proposes, a leader closes the year", async () => {
    await office.goto(address);
    await saidAct(office, "Trình Lãnh đạo Ban", paper);
    await expect(main(office)).toContainText("Đang chờ Lãnh đạo Ban phê duyệt");
    const leader = await desk(browser, "lanh-dao");
    await leader.goto(address);
    await confirmAct(leader, "Phê duyệt, khóa năm");
    await expect(main(leader)).toContainText("Đã quyết toán");
    const now = await balances(leader);
    expect(await now("Đã quyết toán")).toBe(settled);
    await leader.goto("/staff/support-figures?by=enterprise");
    await expect(main(leader)).toContainText(dong(settled));
  });

  await test.step("Word has the sums, Excel every person; LibreOffice opens both, and what came before", async () => {
    await office.goto(address);
    files["quyet-toan.docx"] = await downloaded(office, "Tải Word");
    files["quyet-toan-bang.xlsx"] = await downloaded(office, "Tải Excel");
    expect(wordText(files["quyet-toan.docx"])).toContain(dong(settled));
    const cells = (await readXlsx(files["quyet-toan-bang.xlsx"])).sheets.flatMap(({ rows }) => rows.flat());
    for (const { fullName } of made.people) expect(cells).toContain(fullName);
    const [transfer] = linesOf(await rowsOf(files["tep-ngan-hang.xlsx"] ?? Buffer.of()));
    expect(cells.some((cell) => String(cell).startsWith(`${transfer?.ref}, `))).toBe(true);
    const printed = await printedBy(files);
    if (!printed) return;
    const words = (name: string) => (printed[name] ?? "").replace(/\s+/g, " ");
    expect(words("du-toan.docx")).toContain(`Dự toán kinh phí hỗ trợ đào tạo nghề năm ${made.year}`);
    expect(words("du-toan-bang.xlsx")).toContain(dong(asked));
    expect(words("tep-ngan-hang.xlsx")).toContain("Mã tham chiếu");
    expect(words("quyet-toan.docx")).toContain(`Quyết toán kinh phí hỗ trợ đào tạo nghề năm ${made.year}`);
    expect(words("quyet-toan-bang.xlsx")).toContain(made.people[0]?.fullName ?? "?");
  });
});
