import { expect, type Page, test } from "@playwright/test";
import { wordText } from "@/lib/documents/word-template";
import { fillContact, fillPeople, fillPosition, fillWage, fillWork, proceed, stepOf } from "./support/need";
import { deskOf, phoneOf } from "./support/people";
import { jobsInSiteMap } from "./support/site-map";

/**
 * A need's whole way, from a factory to a job seeker's phone. It ends the collecting of the sample's open batch and
 * publishes it: no other journey submits to that batch.
 */
const title = "Công nhân lắp ráp điện tử Nắng Hanh";
const english = "Dry Sunshine electronics assembler";

async function queueRow(page: Page, name: string) {
  await page.goto(`/staff/review?q=${encodeURIComponent(name)}`);
  return page.getByRole("row").filter({ hasText: name });
}

test("[F1] [F6] [F7] [F9] [F13] [F16] [F20] [F89] a need's way from the factory to a phone and to its end", async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const factory = await deskOf(browser, "doanh-nghiep");
  const officer = await deskOf(browser, "chuyen-vien");
  const head = await deskOf(browser, "truong-phong");

  await test.step("the factory writes its need; typed words are kept at once", async () => {
    await factory.goto("/enterprise");
    await factory.getByRole("button", { name: "Đăng nhu cầu tuyển" }).click();
    await expect(factory).toHaveURL(/\/enterprise\/vacancies\/\d+\/edit/);
    await expect(stepOf(factory, "Vị trí")).toBeVisible();
    await fillPosition(factory, title, 30);
    await factory.getByText("Thêm bản tiếng Anh").first().click();
    await factory.getByLabel(/^Tên vị trí bằng tiếng Anh/).fill(english);
    await expect(factory.getByText(/^Đã lưu \d/)).toBeVisible();
  });

  await test.step("comes back after leaving and finds everything as it was", async () => {
    await proceed(factory, "Số người");
    await fillPeople(factory, 24);
    await expect(factory.getByText("Đủ 24 người")).toBeVisible();
    const edit = factory.url().split("?")[0] ?? "";
    await factory.goto("/enterprise");
    await factory.goto(edit);
    await expect(factory.getByLabel("Tên vị trí", { exact: true })).toHaveValue(title);
    await proceed(factory, "Số người");
    await expect(factory.getByLabel("Số lượng cần tuyển", { exact: true })).toHaveValue("24");
  });

  await test.step("a wage below the law's minimum is refused with the clause, and corrected", async () => {
    await proceed(factory, "Lương và chế độ");
    await fillWage(factory, 3_000_000, 3_200_000, 9_000_000);
    await factory.getByRole("checkbox", { name: "Ăn ca" }).check();
    await factory.getByRole("checkbox", { name: "Đóng bảo hiểm xã hội" }).check();
    await proceed(factory, "Công việc và yêu cầu");
    await fillWork(factory, "Lắp bảng mạch vào khung và kiểm tra bằng mắt, làm tại xưởng số 2.");
    await proceed(factory, "Liên hệ");
    await fillContact(factory);
    await factory.getByRole("button", { name: "Gửi Ban Quản lý duyệt" }).click();
    const refusal = factory.getByRole("alert").filter({ hasText: "lương tối thiểu vùng" });
    await expect(refusal).toContainText("Nghị định");
    await refusal.getByRole("link").first().click();
    await expect(stepOf(factory, "Lương và chế độ")).toBeVisible();
    await fillWage(factory, 5_800_000, 8_000_000, 11_500_000);
    await proceed(factory, "Công việc và yêu cầu");
    await proceed(factory, "Liên hệ");
    await factory.getByRole("button", { name: "Gửi Ban Quản lý duyệt" }).click();
    await expect(factory).toHaveURL(/\/enterprise\/vacancies\/\d+$/);
    await expect(factory.getByText("Chờ duyệt").first()).toBeVisible();
  });

  const own = factory.url();

  await test.step("the officer sends it back with a reason at a field", async () => {
    const row = await queueRow(officer, title);
    await row.getByRole("link", { name: title }).click();
    await expect(officer.getByRole("heading", { name: "Phát hiện" })).toBeVisible();
    await officer.getByRole("button", { name: /^Trả lại/ }).click();
    const dialog = officer.getByRole("dialog");
    await dialog.getByLabel("Ô cần sửa").first().selectOption({ label: "Mô tả công việc" });
    await dialog.getByLabel("Lý do và cách sửa").first().fill("Ghi rõ làm ca nào và có tăng ca không.");
    await dialog.getByRole("button", { name: "Trả lại", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(officer.getByText("Đang chờ doanh nghiệp sửa và gửi lại.")).toBeVisible();
  });

  await test.step("the factory reads the reason, corrects and sends again", async () => {
    await factory.goto("/enterprise");
    await expect(factory.getByText("Ghi rõ làm ca nào và có tăng ca không.")).toBeVisible();
    await factory.goto(`${own}/edit?step=work`);
    await expect(factory.getByText("Ghi rõ làm ca nào và có tăng ca không.")).toBeVisible();
    await fillWork(factory, "Lắp bảng mạch vào khung tại xưởng số 2, hai ca, tăng ca không quá 2 giờ một ngày.");
    await proceed(factory, "Liên hệ");
    await factory.getByRole("button", { name: "Gửi Ban Quản lý duyệt" }).click();
    await expect(factory).toHaveURL(/\/enterprise\/vacancies\/\d+$/);
  });

  await test.step("the officer sees what changed and approves by keyboard", async () => {
    const row = await queueRow(officer, title);
    await expect(row).toContainText("1 ô đã sửa");
    await row.getByRole("link", { name: title }).click();
    const difference = officer.getByRole("heading", { name: "Thay đổi so với lần gửi trước" });
    await expect(difference).toBeVisible();
    await expect(officer.getByText("tăng ca không quá 2 giờ một ngày").first()).toBeVisible();
    await officer.keyboard.press("a");
    const anyway = officer.getByRole("button", { name: "Vẫn duyệt" });
    const approved = officer.getByText("Đã duyệt, chờ công bố cùng đợt.");
    await expect(anyway.or(approved)).toBeVisible();
    if (await anyway.isVisible()) await anyway.click();
    await expect(approved).toBeVisible();
  });

  await test.step("several are decided at once, each with its outcome, by keyboard", async () => {
    await officer.goto("/staff/review");
    await officer.keyboard.press("j");
    await officer.keyboard.press("x");
    await officer.keyboard.press("j");
    await officer.keyboard.press("x");
    await officer.keyboard.press("j");
    await officer.keyboard.press("x");
    await expect(officer.getByText("3 tin đã chọn")).toBeVisible();
    await officer.keyboard.press("a");
    const outcome = officer.getByRole("dialog", { name: "Kết quả" });
    await expect(outcome).toContainText(/\d tin đã xong/);
    await outcome.getByRole("button", { name: "Đóng" }).click();
  });

  await test.step("the head ends collecting, checks the totals and publishes", async () => {
    await head.goto("/staff/batches");
    await head.getByRole("row").filter({ hasText: "Đang nhận nhu cầu" }).getByRole("link").first().click();
    await head.getByRole("button", { name: "Kết thúc nhận, chuyển sang duyệt" }).click();
    await head.getByRole("alertdialog").getByRole("button", { name: "Kết thúc nhận, chuyển sang duyệt" }).click();
    await head.getByRole("link", { name: "Xem trước và công bố" }).click();
    await expect(head).toHaveURL(/\/staff\/batches\/\d+\/publish$/);
    const figures = await head.getByRole("main").innerText();
    const workers = /([\d.]+)\s+lao động/i.exec(figures)?.[1];
    expect(workers).toBeTruthy();
    const id = /\/batches\/(\d+)\/publish/.exec(head.url())?.[1];
    const letter = async () => wordText(await (await head.request.get(`/api/exports/batches/${id}/letter`)).body());
    const draft = await letter();
    expect(draft).toContain("BẢN THẢO");
    expect(draft).toContain(`${workers} lao động`);
    await head.getByRole("button", { name: "Công bố", exact: true }).click();
    const question = head.getByRole("alertdialog");
    await expect(question).toContainText(`${workers} lao động`);
    await question.getByRole("button", { name: "Công bố", exact: true }).click();
    await expect(head).toHaveURL(/\/staff\/batches\/\d+$/);
    await expect(head.getByText("Đã công bố").first()).toBeVisible();
    expect(await letter()).not.toContain("BẢN THẢO");
    expect(await letter()).toContain(`${workers} lao động`);
    await expect(head.locator("#sendings")).toContainText("Ghi tự động khi công bố");
    // The same figure on the public page.
    await head.getByRole("main").getByRole("link", { name: "Xem trang công khai" }).click();
    await expect(head.getByRole("main")).toContainText(workers ?? "");
  });

  const seeker = await phoneOf(browser);
  let job = "";
  let code = "";
  await test.step("a stranger finds it on a phone without diacritics", async () => {
    await seeker.goto("/");
    await seeker.getByLabel("Công việc").fill("dien tu nang hanh");
    await seeker.getByRole("button", { name: "Tìm việc" }).click();
    await seeker.getByRole("link", { name: title }).click();
    await expect(seeker.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const page = seeker.getByRole("main");
    await expect(page).toContainText("8–11,5 triệu đồng/tháng");
    await expect(page).toContainText("Ăn ca");
    await expect(seeker.getByRole("link", { name: /0225 3 000 123/ })).toBeVisible();
    await expect(page).toContainText("Không ai được thu tiền của bạn");
    job = new URL(seeker.url()).pathname;
    code = (await seeker.locator("a.font-mono").innerText()).trim();
  });

  await test.step("and in English", async () => {
    await seeker.getByRole("link", { name: "English" }).first().click();
    await expect(seeker).toHaveURL(/\/en\/jobs\//);
    await expect(seeker.getByRole("heading", { level: 1, name: english })).toBeVisible();
    await seeker.goto("/en/jobs?q=dry%20sunshine");
    await expect(seeker.getByRole("link", { name: english })).toBeVisible();
  });

  await test.step("the code proves that it is real", async () => {
    await seeker.goto("/xac-minh");
    await seeker.getByLabel("Mã xác minh").fill(code.toLowerCase());
    await seeker.getByRole("button", { name: "Kiểm tra" }).click();
    await expect(seeker).toHaveURL(new RegExp(`/xac-minh/${code}$`));
    await expect(seeker.getByRole("main")).toContainText("Tin thật, đang tuyển");
    await expect(seeker.getByRole("main")).toContainText(title);
  });

  await test.step("site map, feed and structured data carry it while it is open", async () => {
    expect(await jobsInSiteMap(seeker.request)).toContain(job);
    expect(await (await seeker.request.get("/viec-lam/rss?q=nang+hanh")).text()).toContain(job);
    expect(await (await seeker.request.get(job)).text()).toContain('"@type":"JobPosting"');
  });

  await test.step("the factory has found everybody; the listing closes by itself", async () => {
    await factory.goto(own);
    await factory.getByRole("button", { name: "Báo đã tuyển" }).click();
    const dialog = factory.getByRole("dialog", { name: "Đã tuyển được bao nhiêu người?" });
    const hired = dialog.getByLabel("Đã tuyển", { exact: true });
    await hired.fill("24");
    await hired.blur();
    await dialog.getByRole("button", { name: "Lưu số đã tuyển" }).click();
    await expect(dialog).toBeHidden();
    await expect(factory.getByText("Đã tuyển đủ").first()).toBeVisible();
  });

  await test.step("the page says so with 410, and it is out of search, site map and feed", async () => {
    const gone = await seeker.goto(job);
    expect(gone?.status()).toBe(410);
    await expect(seeker.getByRole("main")).toContainText("Tin này đã tuyển đủ người");
    expect(await (await seeker.request.get(job)).text()).not.toContain("JobPosting");
    await seeker.goto("/viec-lam?q=nang+hanh");
    await expect(seeker.getByRole("link", { name: title })).toHaveCount(0);
    expect(await jobsInSiteMap(seeker.request)).not.toContain(job);
    expect(await (await seeker.request.get("/viec-lam/rss?q=nang+hanh")).text()).not.toContain(job);
    await seeker.goto(`/xac-minh/${code}`);
    await expect(seeker.getByRole("main")).toContainText("Tin thật, nhưng đã tuyển đủ");
  });
});
