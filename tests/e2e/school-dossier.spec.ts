import { expect, type Page, test } from "@playwright/test";
import { wordText } from "@/lib/documents/word-template";
import { act, bringPapers, downloaded, inventedPeople, look, openList, rowsOf, smallPhone } from "./support/dossier";
import { expectNoSidewaysScroll } from "./support/looks";
import { deskOf } from "./support/people";

const dong = (amount: number) => amount.toLocaleString("vi-VN");
/** Of a student: half of 9.4 million, and 900,000 for each of ten months; of a permanent teacher, the course. */
const student = 4_700_000 + 10 * 900_000;
const teacher = 10_000_000;
const granted = 2 * student + teacher;

test("[F25] [F57] a school asks for two students and a teacher, from registration to the signed decision", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const stamp = Date.now();
  const [registered, typed] = inventedPeople(2, stamp, "Trần Thị Thử", 2006);
  const [taught] = inventedPeople(1, stamp + 7, "Phạm Thị Thử", 1984);
  if (!registered || !typed || !taught) throw new Error("nobody");
  const school = await deskOf(browser, "nha-truong");
  const main = school.getByRole("main");
  const codes: string[] = [];

  await test.step("a student registers on a phone, another one and a teacher are written down", async () => {
    await school.goto("/school/registrations");
    await school.getByRole("button", { name: "Tạo liên kết" }).click();
    const dialog = school.getByRole("dialog");
    await dialog.getByLabel("Dành cho").selectOption("STUDENT");
    await dialog.getByLabel("Ghi chú").fill(`Lớp ${stamp}`);
    await dialog.getByRole("button", { name: "Tạo liên kết" }).click();
    const link = school.getByRole("listitem").filter({ hasText: `Lớp ${stamp}` });
    const address = await link.getByText(/\/dang-ky-hoc-nghe\/[a-z0-9]{10}$/).innerText();
    const phone = await smallPhone(browser);
    await phone.goto(new URL(address).pathname);
    await phone.getByLabel("Họ và tên").fill(registered.fullName);
    await phone.getByLabel("Ngày sinh").fill("2006-01-01");
    await phone.getByLabel("Số định danh (CCCD)").fill(registered.personId);
    await phone.getByLabel("Điện thoại").fill("0900 111 444");
    await phone.getByLabel("Học vấn phổ thông").selectOption({ label: "Trung học cơ sở" });
    await phone.getByLabel("Nghề muốn học").selectOption({ label: "Điện công nghiệp" });
    await phone.getByLabel("Trình độ muốn học").selectOption({ label: "Trung cấp" });
    await phone.getByLabel("Tôi đã đọc và đồng ý").check();
    await phone.getByRole("button", { name: "Gửi đăng ký" }).click();
    await expect(phone.getByText("Đang chờ xác nhận")).toBeVisible();
    await expectNoSidewaysScroll(phone);
    await phone.context().close();
    await school.reload();
    await school.getByLabel(registered.fullName).first().check();
    await school.getByRole("button", { name: "Xác nhận", exact: true }).click();
    await expect(school.getByText("1 người mới vào danh sách").first()).toBeVisible();
    for (const [one, kind] of [
      [typed, "STUDENT"],
      [taught, "TEACHER"],
    ] as const) {
      await school.goto("/school/people/new");
      await school.getByLabel("Họ và tên").fill(one.fullName);
      await school.getByLabel("Số định danh (CCCD)").fill(one.personId);
      await school.getByLabel("Ngày sinh").fill(one.birthDate);
      await school.getByLabel("Đối tượng").selectOption(kind);
      await school.getByLabel("Mã nhân viên, mã học sinh").fill(one.code);
      await school.getByLabel("Học vấn phổ thông").selectOption("UPPER_SECONDARY");
      if (kind === "TEACHER") await school.getByLabel("Biên chế").selectOption("yes");
      await school.getByRole("button", { name: "Lưu" }).click();
      await expect(school).toHaveURL(/people\/\d+$/);
    }
  });

  for (const { group, programme, tuition, people, papers } of [
    {
      ...{ group: "b", programme: `Điện ${stamp}`, tuition: 9_400_000, people: [registered, typed] },
      papers: ["don-de-nghi", "ban-sao-bang"],
    },
    {
      ...{ group: "c", programme: `Kỹ năng nghề ${stamp}`, tuition: 0, people: [taught] },
      papers: ["don-de-nghi", "xac-nhan-cua-truong"],
    },
  ])
    await test.step(`group ${group}: a course, a dossier with its papers, handed in`, async () => {
      await school.goto("/school/courses/new");
      await school.getByRole("textbox", { name: "Ngành, nghề đào tạo" }).fill(programme);
      await school.getByLabel("Trình độ đào tạo").selectOption("INTERMEDIATE");
      await school.getByLabel("Nghề được hỗ trợ").selectOption({ label: "Điện công nghiệp" });
      await school.getByLabel("Tên cơ sở khác").fill("Trường Cao đẳng Mẫu");
      await school.getByLabel("Cơ sở đào tạo ở thành phố Hải Phòng").check();
      await school.getByLabel("Học phí một người, cả khóa").fill(String(tuition));
      await school.getByLabel("Số tháng học").fill("10");
      await school.getByLabel("Khai giảng").fill("02/09/2024");
      await school.getByLabel("Kết thúc").fill("30/06/2025");
      await school.getByRole("button", { name: "Lưu" }).click();
      await expect(school).toHaveURL(/courses\/\d+$/);
      await school.getByRole("link", { name: "Chọn từ danh sách" }).click();
      await school.getByLabel("Tên, mã số hoặc công việc").fill(people[0]?.fullName.slice(0, -4) ?? "");
      await school.getByRole("button", { name: "Tìm" }).click();
      await expect(school).toHaveURL(/q=/);
      for (const { fullName } of people) await school.getByLabel(fullName).last().check();
      await school.getByRole("button", { name: "Đưa vào khóa", exact: true }).click();
      await expect(school.getByText(`Đã đưa ${people.length} người vào khóa`).first()).toBeVisible();
      codes.push(await handIn(school, { group, programme, names: people.map(({ fullName }) => fullName), papers }));
    });

  const title = `Danh sách trường ${stamp}`;
  const totals = `2 hồ sơ, 3 người được hỗ trợ, ${dong(granted)} đồng`;
  const officer = await deskOf(browser, "chuyen-vien");

  await test.step("the officer takes both, accepts everybody, and proposes them in one list", async () => {
    for (const code of codes) {
      await officer.goto(`/staff/dossiers?q=${code}`);
      await officer.getByRole("link", { name: code }).click();
      await officer.getByRole("button", { name: "Nhận hồ sơ" }).click();
      await officer.getByRole("button", { name: "Đồng ý những người chưa quyết định" }).click();
      await expect(officer.getByText(/Đã làm \d, còn lại 0/)).toBeVisible();
    }
    await officer.goto("/staff/dossiers?holder=me&q=ben+thuyen");
    for (const code of codes) await officer.getByLabel(`Chọn ${code}`).check();
    await officer.getByRole("button", { name: "Lập danh sách trình" }).click();
    await officer.getByRole("dialog").getByLabel("Tên danh sách").fill(title);
    await officer.getByRole("dialog").getByRole("button", { name: "Lập danh sách trình" }).click();
    await expect(officer.getByText("Đã làm 2, còn lại 0")).toBeVisible();
    await openList(officer, title, "GATHERING");
    await act(officer, "Trình", totals);
  });

  await test.step("the head checks, the leader releases what nobody has confirmed and decides", async () => {
    const head = await deskOf(browser, "truong-phong");
    await openList(head, title, "PROPOSED");
    await act(head, "Đồng ý trình lãnh đạo", totals);
    await head.context().close();
    const leader = await deskOf(browser, "lanh-dao");
    await openList(leader, title, "CHECKED");
    const release = leader.getByRole("button", { name: "Cho phép dùng mức này" });
    for (let left = await release.count(); left > 0; left -= 1) {
      await release.first().click();
      await leader.getByRole("dialog").getByLabel("Lý do").fill("Theo kết luận cuộc họp giao ban");
      await leader.getByRole("dialog").getByRole("button", { name: "Cho phép dùng mức này" }).click();
      await expect(release).toHaveCount(left - 1);
    }
    await act(leader, "Phê duyệt", totals);
    await expect(leader.getByRole("main")).toContainText("Đã duyệt");
    await leader.context().close();
  });

  await test.step("the list's decision is numbered; Word and Excel say what the screen says", async () => {
    await openList(officer, title, "APPROVED");
    await officer.getByRole("button", { name: "Cấp số quyết định" }).click();
    await officer.getByRole("dialog").getByRole("button", { name: "Cấp số quyết định" }).click();
    await expect(officer.getByRole("main")).toContainText(/Số \d+\/QĐ-BQL/);
    const word = wordText(await downloaded(officer, "Quyết định (Word)"));
    expect(word).toContain(`03 người với tổng số tiền là ${dong(granted)} đồng`);
    expect((await rowsOf(await downloaded(officer, "Danh sách (Excel)"))).at(-1)).toContain(granted);
    await look(officer, "school-list", [360, 1440]);
    await officer.context().close();
    await school.goto("/school/dossiers");
    await school.getByRole("link", { name: codes[0] ?? "" }).click();
    await expect(main).toContainText("Đã có quyết định hỗ trợ");
    await expect(main).toContainText(`2người được hỗ trợ${dong(2 * student)}đồng`);
    await look(school, "school-granted", [360, 1440]);
    await school.context().close();
  });
});

/** A dossier with everybody of the course and their papers, by full names; answers the number that it got. */
async function handIn(
  school: Page,
  what: { group: string; programme: string; names: readonly string[]; papers: readonly string[] },
): Promise<string> {
  await school.goto("/school/dossiers/new");
  await school.getByLabel("Nhóm đối tượng").selectOption(what.group);
  const course = school.getByLabel("Khóa học", { exact: true });
  await course.selectOption({ label: await course.locator("option", { hasText: what.programme }).innerText() });
  await school.getByRole("button", { name: "Lập hồ sơ" }).click();
  await expect(school).toHaveURL(/dossiers\/\d+\?step=persons/);
  const address = new URL(school.url()).pathname;
  await school.getByRole("button", { name: "Thêm học viên của khóa học" }).click();
  await expect(school.getByText(`Đã thêm ${what.names.length} người`)).toBeVisible();
  await look(school, `school-${what.group}`, [360, 1440]);
  await school.goto(`${address}?step=papers`);
  const own = what.names.flatMap((name) => what.papers.map((paper) => `${paper} - ${name}.pdf`));
  await bringPapers(school, [...own, "Văn bản đề nghị của đơn vị.pdf"]);
  await school.goto(`${address}?step=check`);
  await school.getByRole("button", { name: "Nộp hồ sơ" }).click();
  const heading = school.getByRole("heading", { level: 1 });
  await expect(heading).toContainText(/\d{4}-\d{6}/);
  return /\d{4}-\d{6}/.exec(await heading.innerText())?.[0] ?? "";
}
