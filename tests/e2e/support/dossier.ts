import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page } from "@playwright/test";
import { readXlsx } from "hucre";
import { pdf } from "../../support/sample-files";
import { type SheetSpec, toXlsx, type Value } from "../../tables/encode";

/** Pictures of each step, for eyes: set LOOKS to a folder. */
export async function look(page: Page, name: string, widths: readonly number[] = [1440]): Promise<void> {
  if (!process.env.LOOKS) return;
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width, height: Math.min(height, 2_400) };
    await page.screenshot({ path: `${process.env.LOOKS}/${name}-${width}.png`, fullPage: true, clip });
  }
  if (before) await page.setViewportSize(before);
}

export type Invented = { no: string; code: string; fullName: string; personId: string; birthDate: string };

/**
 * So many invented people, by number: names in the order of the numbers, IDs of the place 000, which does not exist. Another
 * `stamp` gives other people.
 */
export function inventedPeople(count: number, stamp: number, name: string, year: number): Invented[] {
  const from = 100_000 + (stamp % 800_000);
  return Array.from({ length: count }, (_, at) => {
    const no = String(at + 1).padStart(3, "0");
    const [month, day] = [1 + (at % 12), 1 + (at % 28)].map((part) => String(part).padStart(2, "0"));
    return {
      no,
      code: `G${stamp % 1_000_000}-${no}`,
      fullName: `${name} ${no}`,
      personId: `000${year < 2000 ? 0 : 2}${String(year % 100).padStart(2, "0")}${from + at}`,
      birthDate: `${day}/${month}/${year}`,
    };
  });
}

/** One after the other, over and over: how different hands have written the same thing. */
const inTurn = <T>(at: number, ...ways: readonly T[]): T => ways[at % ways.length] as T;

const spaced = (digits: string) => digits.replace(/(\d{3})(?=\d)/g, "$1 ");

function birthAsWritten(at: number, birthDate: string): Value {
  const [day = "", month = "", year = ""] = birthDate.split("/");
  return inTurn<Value>(
    at,
    birthDate,
    `${day}.${month}.${year}`,
    new Date(`${year}-${month}-${day}T00:00:00Z`),
    `${day}-${month}-${year.slice(2)}`,
    `${year}-${month}-${day}`,
  );
}

/** The list as somebody of HR keeps it: a title above, words in many spellings, a sum below. One ID was spoilt by Excel. */
export function rosterAsKept(people: readonly Invented[], spoilt: Invented): SheetSpec {
  const heads = [
    ...["TT", "Mã NV", "Họ tên công nhân", "Ngày tháng năm sinh", "Số CCCD", "SĐT", "Trình độ văn hóa", "Chức danh"],
    ...["Nghề", "Bằng cấp", "Trình độ yêu cầu", "Loại HĐLĐ", "Ngày vào làm", "Tham gia BHXH"],
    // A heading that nobody has explained before: known ones would not be asked again.
    `Tổ ${people[0]?.code}`,
  ];
  const rows = people.map((one, at): Value[] => [
    at + 1,
    one.code,
    inTurn(at, one.fullName, one.fullName.toUpperCase(), `  ${one.fullName} `),
    birthAsWritten(at, one.birthDate),
    one === spoilt ? "3.1E+10" : inTurn(at, one.personId, spaced(one.personId), `'${one.personId}`),
    inTurn<Value>(at, `0900.000.${one.no}`, `0900 000 ${one.no}`, null),
    inTurn(at, "12/12", "THPT", "cấp 3", "9/12", "THCS"),
    inTurn(at, "Thợ hàn", "thợ hàn bậc 2", "Công nhân hàn"),
    inTurn(at, "Hàn", "thợ hàn"),
    inTurn(at, "LĐPT", "Sơ cấp nghề", "SC", "Chưa qua đào tạo"),
    inTurn(at, "Trung cấp", "TC", "trung cấp nghề"),
    inTurn(at, "KXĐTH", "Không xác định thời hạn", "dài hạn"),
    inTurn(at, "01/03/2021", "1.3.2021", "01-03-21"),
    inTurn<Value>(at, "01/03/2021", null),
  ]);
  return {
    name: "Tổ hàn",
    rows: [
      ["CÔNG TY TNHH MẪU"],
      ["DANH SÁCH CÔNG NHÂN CỬ ĐI HỌC"],
      [],
      heads,
      ...rows,
      ["", "", "Tổng cộng", "", "", "", "", people.length],
    ],
    merges: ["A1:N1", "A2:N2"],
  };
}

export const excelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Brings a table at the page of imports that is open, and takes over what can be. */
export async function bringTable(page: Page, sheet: SheetSpec, accepted: number): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "danh-sach.xlsx", mimeType: excelType, buffer: await toXlsx([sheet]) });
  await page.getByRole("button", { name: "Kiểm tra bảng" }).click({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: `Ghi nhận ${accepted} dòng` })).toBeVisible({ timeout: 60_000 });
}

/** A file that a link of the page leads to. */
export async function downloaded(page: Page, link: string | RegExp): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).first().click(),
  ]);
  return readFile(await file.path());
}

/** The first sheet of a workbook, as rows. */
export async function rowsOf(workbook: Buffer): Promise<readonly (readonly unknown[])[]> {
  return (await readXlsx(workbook)).sheets[0]?.rows ?? [];
}

export const paperFile = (name: string) => ({ name, mimeType: "application/pdf", buffer: pdf() });

/** Brings papers at once, and puts them where their names say. */
export async function bringPapers(page: Page, names: readonly string[], placed = names.length): Promise<void> {
  await page.getByLabel("Nhiều tệp cùng lúc").setInputFiles(names.map(paperFile));
  await page.getByRole("button", { name: "Xếp theo tên tệp" }).click({ timeout: 300_000 });
  await expect(page.getByText(`Xếp được ${placed} tệp`)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: `Đưa ${placed} tệp vào hồ sơ` }).click();
  await expect(page.getByText(`Đã đưa ${placed} tệp vào hồ sơ`).first()).toBeVisible({ timeout: 60_000 });
}

/** A stranger's small telephone, 360 px wide. */
export async function smallPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  return context.newPage();
}

/** Takes back what other journeys, or a run before, have released of a rate: a decision that follows needs its own release. */
export async function takeReleasesBack(leader: Page, rate: string): Promise<void> {
  await leader.goto("/staff/policies");
  const links = await leader.locator("main a[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  for (const address of new Set(links.filter((link) => /\/staff\/policies\/\d+$/.test(link ?? "")))) {
    await leader.goto(address ?? "");
    const line = leader.getByRole("listitem").filter({ hasText: rate });
    const revoke = line.getByRole("button", { name: "Thu hồi cho phép" });
    if ((await revoke.count()) === 0) continue;
    await revoke.click();
    await leader.getByRole("dialog").getByLabel("Lý do").fill("Mỗi danh sách xem lại một lần");
    await leader.getByRole("dialog").getByRole("button", { name: "Thu hồi cho phép" }).click();
    await expect(revoke).toHaveCount(0);
  }
}

/** The list of that title, found where lists of its state are. */
export async function openList(page: Page, title: string, state: string): Promise<void> {
  await page.goto(`/staff/approvals?state=${state}`);
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
}

/** An act of the chain, with the totals that it is about in sight. */
export async function act(page: Page, name: string, totals: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText(totals);
  await question.getByRole("button", { name, exact: true }).click();
  await expect(question).toHaveCount(0);
}
