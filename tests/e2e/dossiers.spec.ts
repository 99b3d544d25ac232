import { expect, test } from "@playwright/test";
import { wordText } from "@/lib/documents/word-template";
import {
  act,
  bringPapers,
  bringTable,
  downloaded,
  type Invented,
  inventedPeople,
  look,
  openList,
  rosterAsKept,
  rowsOf,
  smallPhone,
  takeReleasesBack,
} from "./support/dossier";
import { answerAll, bringPaper, note, settleAll, toSecondCompany } from "./support/dossier-desk";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { dayAhead } from "./support/need";
import { deskOf, signIn } from "./support/people";

const tuition = 12_000_000;
/** Half the tuition; of somebody who learnt four of ten months; of all but the one who is refused. */
const [full, part] = [tuition / 2, (tuition / 2) * 0.4];
const granted = 118 * full + part;
const dong = (amount: number) => amount.toLocaleString("vi-VN");

test("[F25] [F47] [F48] [F49] [F50] [F51] [F52] [F53] [F54] [F55] [F56] [F57] [F58] an enterprise asks for 120 workers, corrects twice, and gets a numbered decision", async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const stamp = Date.now();
  const people = inventedPeople(120, stamp, "Hồ Văn Thử", 1986);
  const [first, fifth, seventh, ninth, eleventh, last] = [0, 4, 6, 8, 10, 119].map((at) => {
    const one = people[at];
    if (!one) throw new Error("nobody");
    return one;
  }) as [Invented, Invented, Invented, Invented, Invented, Invented];
  const desk = await (await browser.newContext()).newPage();
  const main = desk.getByRole("main");
  let dossier = "";
  let code = "";

  await test.step("HR brings the list as it is: 119 are read, one ID was spoilt by Excel", async () => {
    await signIn(desk, "tap-doan");
    await toSecondCompany(desk);
    await desk.goto("/enterprise/workers");
    await desk.getByRole("link", { name: "Nhập từ Excel" }).last().click();
    await bringTable(desk, rosterAsKept(people, last), 119);
    await expect(desk.getByText("định dạng cột là Văn bản")).toBeVisible();
    await look(desk, "import", [360, 1440]);
    await desk.getByRole("button", { name: "Ghi nhận 119 dòng" }).click();
    await expect(desk.getByText("119 dòng đã ghi nhận")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("who is missing registers on a phone by the company's link, and is confirmed", async () => {
    await desk.goto("/enterprise/registrations");
    await desk.getByRole("button", { name: "Tạo liên kết" }).click();
    await desk.getByRole("dialog").getByLabel("Ghi chú").fill(`Tổ hàn ${stamp}`);
    await desk.getByRole("dialog").getByRole("button", { name: "Tạo liên kết" }).click();
    const link = desk.getByRole("listitem").filter({ hasText: `Tổ hàn ${stamp}` });
    const address = await link.getByText(/\/dang-ky-hoc-nghe\/[a-z0-9]{10}$/).innerText();
    const phone = await smallPhone(browser);
    await phone.goto(new URL(address).pathname);
    await phone.getByLabel("Họ và tên").fill(last.fullName);
    await phone.getByLabel("Ngày sinh").fill("1986-12-08");
    await phone.getByLabel("Số định danh (CCCD)").fill(last.personId);
    await phone.getByLabel("Điện thoại").fill("0900 111 333");
    await phone.getByLabel("Học vấn phổ thông").selectOption({ label: "Trung học phổ thông" });
    await phone.getByLabel("Nghề muốn học").selectOption({ label: "Hàn" });
    await phone.getByLabel("Trình độ muốn học").selectOption({ label: "Trung cấp" });
    await expectNoSidewaysScroll(phone);
    await phone.getByLabel("Tôi đã đọc và đồng ý").check();
    await phone.getByRole("button", { name: "Gửi đăng ký" }).click();
    await expect(phone.getByText("Đang chờ xác nhận")).toBeVisible();
    await expectNoSidewaysScroll(phone);
    await look(phone, "status", [360]);

    await desk.reload();
    await desk.getByLabel(last.fullName).first().check();
    await desk.getByRole("button", { name: "Xác nhận", exact: true }).click();
    await expect(desk.getByText("1 người mới vào danh sách").first()).toBeVisible();
    await phone.reload();
    await expect(phone.getByText("Đã xác nhận")).toBeVisible();
    await phone.context().close();

    await desk.goto(`/enterprise/workers?q=${encodeURIComponent(last.fullName)}`);
    await desk.getByRole("link", { name: last.fullName }).first().click();
    await desk.getByRole("link", { name: "Sửa" }).click();
    await desk.getByLabel("Mã nhân viên").fill(last.code);
    await desk.getByLabel("Trình độ đang có", { exact: false }).first().selectOption("UNSKILLED");
    await desk.getByLabel("Trình độ công việc cần").selectOption("INTERMEDIATE");
    await desk.getByLabel("Hợp đồng từ ngày").fill("01/03/2021");
    await desk.getByRole("button", { name: "Lưu" }).click();
    await expect(desk).toHaveURL(/workers\/\d+$/);
  });

  await test.step("the course, with all 120", async () => {
    await desk.goto("/enterprise/courses");
    await desk.getByRole("link", { name: "Thêm khóa" }).last().click();
    await desk.getByRole("textbox", { name: "Ngành, nghề đào tạo" }).fill(`Hàn ${stamp}`);
    await desk.getByLabel("Trình độ đào tạo").selectOption("INTERMEDIATE");
    await desk.getByLabel("Nghề được hỗ trợ").selectOption({ label: "Hàn" });
    await desk.getByLabel("Tên cơ sở khác").fill("Trường Cao đẳng Mẫu");
    await desk.getByLabel("Học phí một người, cả khóa").fill(String(tuition));
    await desk.getByLabel("Số tháng học").fill("10");
    await desk.getByLabel("Khai giảng").fill("02/09/2024");
    await desk.getByLabel("Kết thúc").fill("30/06/2025");
    await desk.getByRole("button", { name: "Lưu" }).click();
    await expect(desk).toHaveURL(/courses\/\d+$/);
    await desk.getByRole("link", { name: "Chọn từ danh sách" }).click();
    await desk.getByLabel("Tên, mã số hoặc công việc").fill(String(stamp % 1_000_000));
    await desk.getByRole("button", { name: "Tìm" }).click();
    await desk.getByRole("button", { name: "Đưa cả 120 người vào khóa" }).click();
    await expect(desk.getByText("Đã đưa 120 người vào khóa").first()).toBeVisible();
    await expect(desk.getByText("Không còn ai để chọn")).toBeVisible();
    await desk.getByRole("link", { name: `Hàn ${stamp}` }).click();
    await expect(main).toContainText("120 người");
    await desk.getByRole("button", { name: "Bắt đầu học" }).click();
    await expect(main).toContainText("Đang học");
    await look(desk, "course", [360, 1440]);
  });

  await test.step("a dossier with all who learn: what each is granted and why, what is missing", async () => {
    await desk.goto("/enterprise/dossiers");
    await desk.getByRole("link", { name: "Lập hồ sơ" }).first().click();
    await desk.getByLabel("Nhóm đối tượng").selectOption("a");
    const course = desk.getByLabel("Khóa học", { exact: true });
    await course.selectOption({ label: await course.locator("option", { hasText: `Hàn ${stamp}` }).innerText() });
    await desk.getByRole("button", { name: "Lập hồ sơ" }).click();
    await expect(desk).toHaveURL(/dossiers\/\d+\?step=persons/);
    dossier = new URL(desk.url()).pathname;
    await desk.getByRole("button", { name: "Thêm học viên của khóa học" }).click();
    await expect(desk.getByText("Đã thêm 120 người")).toBeVisible();
    await expect(main).toContainText(dong(120 * full));
    await expect(main).toContainText("50% × học phí 12.000.000 đồng");
    await expect(main).toContainText("Còn thiếu giấy tờ: Đơn đề nghị hỗ trợ");
    await look(desk, "persons", [360, 768, 1440]);
    await desk.goto(`${dossier}?step=check`);
    await desk.getByRole("button", { name: "Nộp hồ sơ" }).click();
    await expect(main).toContainText("Chưa nộp được");
    await expect(main).toContainText(`Số 1, ${first.fullName}:`);
    await look(desk, "check", [360, 1440]);
    const noted = await rowsOf(await downloaded(desk, "Excel có ghi lỗi"));
    expect(noted.length).toBeGreaterThan(120);
    expect(String(noted[1]?.at(-1))).toContain("Còn thiếu giấy tờ: Đơn đề nghị hỗ trợ");
  });

  await test.step("papers find their places by their names", async () => {
    await desk.goto(`${dossier}?step=papers`);
    const kinds = ["don-de-nghi", "xac-nhan-cua-truong", "ban-sao-bang"];
    const names = people.flatMap((one) => kinds.map((kind) => `${one.code}_${kind}.pdf`));
    await bringPapers(desk, ["van-ban-de-nghi.pdf", "scan0001.pdf", ...names], 361);
    await expectAccessible(desk);
    await look(desk, "papers", [360, 1440]);
  });

  await test.step("somebody leaves the course: the amount follows; the dossier is handed in and numbered", async () => {
    await desk.goto("/enterprise/courses");
    await desk.getByRole("link", { name: `Hàn ${stamp}` }).click();
    await desk.getByLabel(seventh.fullName, { exact: true }).check();
    await desk.getByRole("button", { name: "Bỏ học" }).click();
    const dialog = desk.getByRole("dialog");
    await dialog.getByLabel("Ngày bỏ học").fill("10/01/2025");
    await dialog.getByLabel("Số tháng đã học").fill("4");
    await dialog.getByLabel("Lý do").fill("Về quê");
    await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
    await expect(main).toContainText("1 bỏ học");
    await desk.goto(`${dossier}?step=persons&q=${seventh.code}`);
    await expect(main).toContainText("× 4/10 tháng đã học");
    await expect(main).toContainText(dong(119 * full + part));
    await desk.goto(`${dossier}?step=check`);
    await desk.getByRole("button", { name: "Nộp hồ sơ" }).click();
    await expect(desk.getByRole("heading", { level: 1 })).toContainText(/\d{4}-\d{6}/);
    code = /\d{4}-\d{6}/.exec(await desk.getByRole("heading", { level: 1 }).innerText())?.[0] ?? "";
    await expect(main).toContainText("Phòng Quản lý lao động đã nhận");
    await look(desk, "handed-in", [360, 1440]);
  });

  const officer = await deskOf(browser, "chuyen-vien");
  const review = officer.getByRole("main");

  await test.step("the officer takes it, asks two units, writes to the applicant and to the house", async () => {
    await officer.goto(`/staff/dossiers?q=${code}`);
    await look(officer, "queue", [360, 768, 1440]);
    await officer.getByLabel(`Chọn ${code}`).check();
    await officer.getByRole("button", { name: "Gắn nhãn" }).click();
    await officer.getByRole("dialog").getByLabel("Nhãn").fill(`Đợt ${stamp}`);
    await officer.getByRole("dialog").getByRole("button", { name: "Gắn nhãn" }).click();
    await expect(officer.getByText("Đã gắn nhãn").first()).toBeVisible();
    await officer.getByRole("link", { name: code }).click();
    await expect(officer.getByRole("heading", { level: 1 })).toContainText(code);
    await officer.getByRole("button", { name: "Nhận hồ sơ" }).click();
    await expect(officer.getByText("Đã nhận hồ sơ").first()).toBeVisible();
    await look(officer, "review", [360, 768, 1440]);
    for (const unit of ["SUPERVISION", "INVESTMENT"]) {
      await officer.getByRole("button", { name: "Xin ý kiến" }).click();
      const dialog = officer.getByRole("dialog");
      await dialog.getByLabel("Đơn vị").selectOption(unit);
      await dialog.getByLabel("Câu hỏi").fill(`Doanh nghiệp có hoạt động bình thường không? (${stamp})`);
      await dialog.getByLabel("Trả lời trước ngày").fill(dayAhead(5));
      await dialog.getByRole("button", { name: "Xin ý kiến" }).click();
      await expect(dialog).toHaveCount(0);
    }
    await officer.getByLabel("Nội dung").fill("Hồ sơ đã có người nhận.");
    await officer.getByRole("button", { name: "Gửi", exact: true }).click();
    await expect(review).toContainText("Trao đổi với đơn vị đề nghị");
    await officer.getByLabel("Nội dung").fill("Đối chiếu thêm với danh sách bảo hiểm.");
    await officer.getByLabel("Ghi chú nội bộ").check();
    await officer.getByRole("button", { name: "Gửi", exact: true }).click();
    await expect(review).toContainText("Đối chiếu thêm với danh sách bảo hiểm.");
    await officer.getByRole("button", { name: "Đã xem phiên bản này" }).click();
    await expect(officer.getByText("Lần sau chỉ hiện điều thay đổi từ đây").first()).toBeVisible();
  });

  await test.step("first round: something wrong about a person, something missing in the dossier; the clock stands", async () => {
    await note(officer, {
      kind: "WRONG",
      at: `Yêu cầu sửa: 5. ${fifth.fullName}`,
      message: "Ngày hợp đồng khác bản giấy",
    });
    await note(officer, { kind: "MISSING", at: /^Yêu cầu sửa: Văn bản/, message: "Văn bản đề nghị thiếu chữ ký" });
    await officer.getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click();
    await officer.getByRole("dialog").getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click();
    await expect(review).toContainText("Chờ bổ sung");
    await expect(review).toContainText(/Tạm dừng, còn \d+ ngày làm việc/);
    await look(officer, "asked", [360, 1440]);
  });

  await test.step("the enterprise mends both, answers, and hands the second version in", async () => {
    await desk.goto(dossier);
    await expect(main).toContainText("Cần bổ sung 2 điểm");
    await expect(main).toContainText("thời hạn giải quyết tạm dừng");
    await look(desk, "corrections", [360, 1440]);
    await desk.getByRole("link", { name: "Trao đổi" }).click();
    await expect(main).toContainText("Hồ sơ đã có người nhận.");
    await expect(main).not.toContainText("danh sách bảo hiểm");
    await desk.getByLabel("Nội dung").fill("Chúng tôi sẽ bổ sung trong hôm nay.");
    await desk.getByRole("button", { name: "Gửi", exact: true }).click();
    await expect(main.getByRole("listitem").filter({ hasText: "bổ sung trong hôm nay" })).toBeVisible();
    await desk.goto(`/enterprise/workers?q=${fifth.code}`);
    await desk
      .getByRole("link", { name: new RegExp(fifth.no) })
      .first()
      .click();
    await desk.getByRole("link", { name: "Sửa" }).click();
    await desk.getByLabel("Hợp đồng từ ngày").fill("15/04/2021");
    await desk.getByRole("button", { name: "Lưu" }).click();
    await expect(desk).toHaveURL(/workers\/\d+$/);
    await desk.goto(`${dossier}?step=papers`);
    await bringPaper(desk, "van-ban-de-nghi", "van-ban-de-nghi-co-ky.pdf");
    await answerAll(desk, dossier, 2);
    await desk.getByRole("button", { name: "Nộp bản bổ sung" }).click();
    await expect(main).toContainText("Bản 2,");
    await expect(main).toContainText("Phòng Quản lý lao động đang thẩm định");
  });

  await test.step("supervision and investment answer what they were asked, and see no more than that dossier", async () => {
    for (const [name, verdict] of [
      ["giam-sat", "Đồng ý, có lưu ý"],
      ["dau-tu", "Đồng ý"],
    ] as const) {
      const unit = await deskOf(browser, name);
      await unit.goto("/staff/opinions");
      const asked = unit
        .locator("section, article, div")
        .filter({ hasText: `(${stamp})` })
        .last();
      await look(unit, `opinion-${name}`, [360, 1440]);
      await asked
        .locator("xpath=ancestor-or-self::*[.//button][1]")
        .getByRole("button", { name: "Cho ý kiến" })
        .click();
      const dialog = unit.getByRole("dialog");
      await dialog.getByRole("radio", { name: verdict, exact: true }).check();
      await dialog.getByLabel("Ý kiến").fill(`Đang hoạt động (${stamp})`);
      await dialog.getByRole("button", { name: "Cho ý kiến" }).click();
      await expect(dialog).toHaveCount(0);
      await unit.context().close();
    }
  });

  await test.step("the officer sees only what changed; second round: a paper out of date", async () => {
    await officer.reload();
    await expect(review).toContainText("Chúng tôi sẽ bổ sung trong hôm nay.");
    await expect(review).toContainText("1 người thay đổi từ phiên bản 1");
    await officer.getByRole("link", { name: "Chỉ những người có thay đổi" }).click();
    await expect(review).toContainText(`5. `);
    await expect(officer.getByRole("row").filter({ hasText: "Đã sửa" })).toHaveCount(1);
    await look(officer, "changed", [360, 1440]);
    await settleAll(officer, 2);
    await officer.getByRole("button", { name: "Đã xem phiên bản này" }).click();
    await officer.goto(officer.url().split("?")[0] ?? "");
    await note(officer, { kind: "OUTDATED", at: /^Yêu cầu sửa: 9\. .+ · Bản sao/, message: "Bản sao quá 6 tháng" });
    await officer.getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click();
    await officer.getByRole("dialog").getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click();
    await expect(review).toContainText("Chờ bổ sung");
  });

  await test.step("the enterprise brings a newer copy; the third version is in", async () => {
    await desk.goto(`${dossier}?step=persons&q=${ninth.code}`);
    await expect(main).toContainText("Bản sao quá 6 tháng");
    await bringPaper(desk, "ban-sao-bang", `${ninth.code}-moi.pdf`);
    await answerAll(desk, dossier, 1);
    await desk.getByRole("button", { name: "Nộp bản bổ sung" }).click();
    await expect(main).toContainText("Bản 3,");
  });

  await test.step("one person is refused with a reason, the others are accepted at once", async () => {
    await officer.goto(officer.url().split("?")[0] ?? "");
    await expect(review).toContainText("1 người thay đổi từ phiên bản 2");
    await settleAll(officer, 1);
    await officer.getByLabel(`Chọn ${eleventh.fullName}`).check();
    await officer.getByRole("button", { name: "Không đồng ý" }).click();
    const dialog = officer.getByRole("dialog");
    await dialog.getByLabel("Lý do").selectOption("papers_wrong");
    await dialog.getByLabel("Nói rõ thêm").fill("Bằng của người khác");
    await dialog.getByRole("button", { name: "Không đồng ý" }).click();
    await expect(officer.getByText("Đã làm 1, còn lại 0")).toBeVisible();
    await officer.getByRole("button", { name: "Đồng ý những người chưa quyết định" }).click();
    await expect(officer.getByText("Đã làm 119, còn lại 0")).toBeVisible();
    await expect(review).toContainText(`119 đồng ý, 1 không đồng ý, 0 chưa quyết định; cộng ${dong(granted)} đồng`);
    await look(officer, "decided", [360, 1440]);
  });

  const title = `Danh sách trình ${stamp}`;
  const totals = `1 hồ sơ, 119 người được hỗ trợ, ${dong(granted)} đồng`;

  await test.step("it goes into a list, which is proposed; the head returns it once, then checks it", async () => {
    await officer.goto(`/staff/dossiers?q=${code}`);
    await officer.getByLabel(`Chọn ${code}`).check();
    await officer.getByRole("button", { name: "Lập danh sách trình" }).click();
    await officer.getByRole("dialog").getByLabel("Tên danh sách").fill(title);
    await officer.getByRole("dialog").getByRole("button", { name: "Lập danh sách trình" }).click();
    await expect(officer.getByText("Đã làm 1, còn lại 0")).toBeVisible();
    await openList(officer, title, "GATHERING");
    await expect(review).toContainText(totals);
    await act(officer, "Trình", totals);
    await expect(review).toContainText("Chờ trưởng phòng");
    await expect(officer.getByRole("button", { name: "Đồng ý trình lãnh đạo" })).toHaveCount(0);

    const head = await deskOf(browser, "truong-phong");
    await openList(head, title, "PROPOSED");
    await look(head, "list", [360, 768, 1440]);
    await head.getByRole("button", { name: "Trả lại chuyên viên" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "Trả lại chuyên viên" }).click();
    await expect(head.getByRole("dialog").getByRole("alert").first()).toBeVisible();
    await head.getByRole("dialog").getByLabel("Lý do").fill("Ghi rõ căn cứ của người bị từ chối");
    await head.getByRole("dialog").getByRole("button", { name: "Trả lại chuyên viên" }).click();
    await expect(head.getByRole("main")).toContainText("Đang lập");

    await officer.reload();
    await expect(review).toContainText("Ghi rõ căn cứ của người bị từ chối");
    await act(officer, "Trình", totals);
    await head.reload();
    await act(head, "Đồng ý trình lãnh đạo", totals);
    await expect(head.getByRole("main")).toContainText("Chờ lãnh đạo");
    await head.context().close();
  });

  await test.step("the leader releases the rate that nobody has confirmed, and decides on all in one act", async () => {
    const leader = await deskOf(browser, "lanh-dao");
    await takeReleasesBack(leader, "Hỗ trợ 50% học phí");
    await openList(leader, title, "CHECKED");
    await expect(leader.getByRole("main")).toContainText("Mức chưa được xác nhận: Hỗ trợ 50% học phí (119 người");
    await leader.getByRole("button", { name: "Phê duyệt" }).click();
    const question = leader.getByRole("alertdialog");
    await question.getByRole("button", { name: "Phê duyệt" }).click();
    await expect(question.getByRole("alert")).toContainText("Lãnh đạo cần cho phép trước khi phê duyệt");
    await look(leader, "unreleased", [360, 1440]);
    await question.getByRole("button", { name: "Hủy" }).click();
    await leader.getByRole("button", { name: "Cho phép dùng mức này" }).click();
    await leader.getByRole("dialog").getByLabel("Lý do").fill("Theo kết luận cuộc họp giao ban");
    await leader.getByRole("dialog").getByRole("button", { name: "Cho phép dùng mức này" }).click();
    await expect(leader.getByRole("main")).not.toContainText("Mức chưa được xác nhận");
    await act(leader, "Phê duyệt", totals);
    await expect(leader.getByRole("main")).toContainText("Đã duyệt");
    await leader.context().close();
  });

  await test.step("the decision is numbered; its total in Word and Excel is that of the screen", async () => {
    await officer.goto(`/staff/dossiers?tab=approved&q=${code}`);
    await officer.getByRole("link", { name: code }).click();
    await officer.getByRole("button", { name: "Cấp số quyết định" }).click();
    await officer.getByRole("dialog").getByRole("button", { name: "Cấp số quyết định" }).click();
    await expect(review).toContainText(/Số \d+\/QĐ-BQL/);
    await expect(review).toContainText(`cộng ${dong(granted)} đồng`);
    const word = wordText(await downloaded(officer, "Quyết định (Word)"));
    expect(word).toContain(`119 người với tổng số tiền là ${dong(granted)} đồng`);
    expect(word).toContain("Bằng của người khác");
    expect(word).not.toContain(first.personId);
    const sheet = await rowsOf(await downloaded(officer, "Danh sách (Excel)"));
    expect(sheet.at(-1)).toContain(granted);
    await look(officer, "numbered", [360, 1440]);
  });

  await test.step("the enterprise reads its decision, person by person", async () => {
    await desk.goto(dossier);
    await expect(main).toContainText("Đã có quyết định hỗ trợ");
    await expect(main).toContainText(`119người được hỗ trợ${dong(granted)}đồng1không được hỗ trợ`);
    expect(wordText(await downloaded(desk, /^Quyết định số \d+/))).toContain(`${dong(granted)} đồng`);
    await look(desk, "granted", [360, 768, 1440]);
    await desk.goto(`${dossier}?step=persons&q=${eleventh.code}`);
    await expect(main).toContainText("Không được hỗ trợ");
    await expect(main).toContainText("Giấy tờ không đúng");
    await expect(main).toContainText("Bằng của người khác");
    await desk.goto(`${dossier}?step=persons&q=${fifth.code}`);
    await expect(main.getByRole("table")).toContainText("Được hỗ trợ");
    await expectAccessible(desk);
    await look(desk, "granted-person", [360, 1440]);
    const own = await rowsOf(await downloaded(desk, "Xuất Excel"));
    expect(own.at(-1)).toContain(granted);
    await desk.context().close();
  });

  await test.step("another enterprise asks for one of them: refused, and told why", async () => {
    const other = await deskOf(browser, "doanh-nghiep");
    await other.goto("/enterprise/workers/new");
    await other.getByLabel("Họ và tên").fill(first.fullName);
    await other.getByLabel("Số định danh (CCCD)").fill(first.personId);
    await other.getByLabel("Ngày sinh").fill(first.birthDate);
    await other.getByLabel("Mã nhân viên").fill(first.code);
    await other.getByRole("button", { name: "Lưu" }).click();
    await expect(other).toHaveURL(/workers\/\d+$/);
    await other.goto("/enterprise/dossiers/new");
    await other.getByLabel("Nhóm đối tượng").selectOption("a");
    const course = other.getByLabel("Khóa học", { exact: true });
    await course.selectOption({ label: await course.locator("option", { hasText: /^Hàn ·/ }).innerText() });
    await other.getByRole("button", { name: "Lập hồ sơ" }).click();
    await expect(other).toHaveURL(/dossiers\/\d+\?step=persons/);
    const address = new URL(other.url()).pathname;
    await other.goto(`${address}?step=add&q=${first.code}`);
    await other.getByRole("checkbox", { name: `Chọn ${first.fullName}` }).check();
    await other.getByRole("button", { name: "Thêm 1 người đã chọn" }).click();
    await expect(other.getByText("Đã thêm 1 người")).toBeVisible();
    await other.goto(`${address}?step=check`);
    await other.getByRole("button", { name: "Nộp hồ sơ" }).click();
    await expect(other.getByRole("main")).toContainText("1 người đã được hỗ trợ");
    await expect(other.getByRole("main")).toContainText("ở một hồ sơ khác: Hỗ trợ 50% học phí");
    await look(other, "second", [360, 1440]);
    await other.context().close();
  });
  await officer.context().close();
});
