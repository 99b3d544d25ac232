import { expect, test } from "@playwright/test";
import { sampleEnterprises } from "@/prisma/seed/enterprises";
import { sampleTaxCode } from "@/prisma/seed/register";
import { linkIn } from "./support/letters";
import { expectAccessible } from "./support/looks";
import { accountOf, deskOf, fillSignIn, signIn } from "./support/people";

const password = "cau-rao-mua-hoa-ban";

test("[F15] an administrator invites an officer, who accepts by the letter's link; a lost session ends at once", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const email = "vai-thieu-moi@hezaworks.example";
  const admin = await deskOf(browser, "quan-tri");
  await admin.goto("/staff/people");
  const invite = admin.locator("form").filter({ has: admin.locator("#invite-staff-email") });
  await invite.getByLabel("Địa chỉ thư").fill(email);
  await invite.getByLabel("Đơn vị").selectOption({ label: "Chuyên viên Phòng Quản lý lao động" });
  await invite.getByRole("button", { name: "Gửi lời mời" }).click();
  await expect(admin.getByText("Đã gửi lời mời.")).toBeVisible();

  const link = await linkIn(admin, email, /mời/i);
  const invited = await (await browser.newContext()).newPage();
  await invited.goto(link);
  await expectAccessible(invited);
  await invited.getByLabel("Họ và tên").fill("Vải Thiều Mới");
  await invited.getByLabel("Mật khẩu mới").fill("12345678");
  await invited.getByRole("button", { name: "Tạo tài khoản và nhận lời mời" }).click();
  await expect(invited.getByText("Có 1 chỗ cần sửa")).toBeVisible(); // everybody's, and too short
  await expect(invited.getByLabel("Mật khẩu mới")).toHaveValue("");
  await invited.getByLabel("Mật khẩu mới").fill(password);
  await invited.getByRole("button", { name: "Tạo tài khoản và nhận lời mời" }).click();
  await expect(invited).toHaveURL(/\/staff$/);
  await expect(invited.getByRole("heading", { level: 1 })).toBeVisible();

  await test.step("the link works once", async () => {
    const again = await (await browser.newContext()).newPage();
    await again.goto(link);
    await expect(again.getByText("Liên kết này không dùng được nữa")).toBeVisible();
  });

  await test.step("a forgotten password is set anew by a letter, which ends the other sessions", async () => {
    const elsewhere = await (await browser.newContext()).newPage();
    await elsewhere.goto("/quen-mat-khau");
    await elsewhere.getByLabel("Địa chỉ thư điện tử").fill(email);
    await elsewhere.getByRole("button", { name: "Gửi liên kết" }).click();
    await expect(elsewhere.getByText("Nếu địa chỉ này có tài khoản")).toBeVisible();
    await elsewhere.goto(await linkIn(admin, email, /mật khẩu/i));
    await expectAccessible(elsewhere);
    await elsewhere.getByLabel("Mật khẩu mới").fill(`${password}-nua`);
    await elsewhere.getByRole("button", { name: "Đặt mật khẩu và đăng nhập" }).click();
    await expect(elsewhere).toHaveURL(/\/staff$/);
    await invited.goto("/staff");
    await expect(invited).toHaveURL(/dang-nhap/);
    await invited.context().close();

    // From the administrator's side: one act, and the next request is a stranger's.
    await admin.goto(`/staff/people?q=${encodeURIComponent(email)}`);
    await admin.getByRole("link", { name: "Vải Thiều Mới" }).click();
    await admin.getByRole("button", { name: "Kết thúc mọi phiên" }).click();
    await expect(admin.getByText("Không có phiên nào đang mở")).toBeVisible();
    await elsewhere.goto("/staff/review");
    await expect(elsewhere).toHaveURL(/dang-nhap/);
    // Back to where one was after signing in again.
    await fillSignIn(elsewhere, email, `${password}-nua`);
    await expect(elsewhere).toHaveURL(/\/staff\/review$/);
  });

  await test.step("all of it stands in the trail", async () => {
    await admin.goto("/staff/audit");
    await expect(admin.getByRole("main")).toContainText("Vải Thiều Mới");
  });
});

test("[F14] an enterprise registers with its tax code, staff find it in the register and verify it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const at = sampleEnterprises.findIndex(({ verified, lifecycle }) => !verified && lifecycle === "OPERATING");
  const enterprise = sampleEnterprises[at];
  if (!enterprise) throw new Error("the sample has no enterprise that waits for verification");
  const email = "chu-doanh-nghiep-moi@congtymau.example";
  const factory = await (await browser.newContext()).newPage();
  await factory.goto("/dang-ky");
  await factory.getByLabel("Mã số thuế").fill("0201990000");
  await factory.getByLabel("Tên doanh nghiệp").fill(enterprise.nameVi);
  await factory.getByLabel("Họ và tên người đăng ký").fill("Mận Hậu Sớm");
  await factory.getByLabel("Địa chỉ thư điện tử").fill(email);
  await factory.getByLabel("Số điện thoại").fill("0225 3 000 777");
  await factory.getByRole("button", { name: "Gửi đăng ký" }).click();
  await expect(factory.getByText(/chữ số kiểm tra/).first()).toBeVisible();
  await factory.getByLabel("Mã số thuế").fill(sampleTaxCode(at));
  await factory.getByRole("button", { name: "Gửi đăng ký" }).click();
  await expect(factory.getByText("Đã nhận. Hãy mở thư")).toBeVisible();

  const admin = await deskOf(browser, "quan-tri");
  await factory.goto(await linkIn(admin, email, /đăng ký/i));
  await expectAccessible(factory);
  await factory.getByLabel("Mật khẩu mới").fill(password);
  await factory.getByRole("button", { name: "Tạo tài khoản và xác nhận" }).click();
  await expect(factory).toHaveURL(/\/my/);
  await expect(factory.getByText("Đang chờ xác minh")).toBeVisible();

  const officer = await deskOf(browser, "chuyen-vien");
  await officer.goto("/staff/registrations");
  await officer.getByRole("link", { name: enterprise.nameVi }).click();
  await expect(officer.getByText("Trùng mã số thuế")).toBeVisible();
  await expectAccessible(officer);
  await officer.goto(officer.url().replace("/staff/", "/en/staff/"));
  await expectAccessible(officer);
  await officer.goBack();
  await officer.getByRole("button", { name: `Xác minh với doanh nghiệp này: ${enterprise.nameVi}` }).click();
  // The whole words of the badge: the page says «đánh dấu đã xác minh» before anything is done, too.
  await expect(officer.getByText("Đã xác minh", { exact: true })).toBeVisible();

  await factory.goto("/my");
  await expect(factory.getByText("Đã xác minh", { exact: true })).toBeVisible();
  await factory.goto("/enterprise");
  await expect(factory.getByRole("main")).toContainText(enterprise.nameVi);
});

test("[F15] an owner invites a colleague; one who works for two enterprises switches between them", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [first, second] = sampleEnterprises;
  if (!first || !second) throw new Error("no sample enterprises");
  const page = await (await browser.newContext()).newPage();
  await signIn(page, "tap-doan");
  await page.goto("/enterprise");
  const main = page.getByRole("main");
  const [now, other] = (await main.innerText()).includes(first.nameVi)
    ? [first.nameVi, second.nameVi]
    : [second.nameVi, first.nameVi];
  await expect(main).toContainText(now);
  await page.getByRole("button", { name: /Đào Thất Thốn/ }).click();
  await page.getByRole("button", { name: other }).click();
  await expect(page).toHaveURL(/\/enterprise$/);
  await expect(page.getByRole("main")).toContainText(other);

  await page.goto("/enterprise/members");
  await page.getByLabel("Địa chỉ thư").fill("dong-nghiep-moi@congtymau.example");
  await page.getByRole("button", { name: "Gửi lời mời" }).click();
  await expect(page.getByText("Đã gửi lời mời.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("dong-nghiep-moi@congtymau.example");
});

test("a school signs in and sees what it can do here", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, "nha-truong");
  await expect(page).toHaveURL(/\/school$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bến Thuyền Giấy");
  await page.getByRole("link", { name: "Việc làm đang tuyển" }).click();
  await expect(page).toHaveURL(/\/viec-lam$/);
});

test("wrong words are refused without a hint whether the account exists", async ({ page }) => {
  for (const email of [accountOf("van-phong").email, "khong-co-ai@hezaworks.example"]) {
    await page.goto("/dang-nhap");
    await fillSignIn(page, email, "khong-phai-mat-khau");
    await expect(page.getByText("Địa chỉ thư hoặc mật khẩu chưa đúng.")).toBeVisible();
  }
});
