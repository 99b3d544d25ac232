import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { deskOf } from "./support/people";

test("[F60] [F62] the office proposes money, a leader approves it, and from a total one walks to the persons", async ({
  browser,
}) => {
  const office = await deskOf(browser, "van-phong");
  const leader = await deskOf(browser, "lanh-dao");
  const document = `Quyết định thử ${Date.now()}/QĐ-UBND`;

  await test.step("a proposal for a year of its own; what is wrong is named at its place", async () => {
    await office.goto("/staff/budget");
    await office.getByRole("button", { name: "Đề nghị kinh phí" }).click();
    const dialog = office.getByRole("dialog");
    await dialog.getByLabel("Năm", { exact: true }).fill("2029");
    await dialog.getByLabel("Văn bản", { exact: true }).fill(document);
    await dialog.getByRole("button", { name: "Đề nghị kinh phí" }).click();
    await expect(dialog.getByText("Hãy điền ô này").first()).toBeVisible();
    await dialog.getByLabel("Số tiền (đồng)").fill("1.500.000.000");
    await dialog.getByRole("button", { name: "Đề nghị kinh phí" }).click();
    await expect(dialog).toBeHidden();
    await expect(office.getByRole("row").filter({ hasText: document })).toContainText("1.500.000.000");
    await expect(office.getByRole("button", { name: "Duyệt", exact: true })).toHaveCount(0);
    await expectAccessible(office);
  });

  await test.step("a leader approves it: the money is there, with the entry that brought it", async () => {
    await leader.goto("/staff/budget");
    const row = leader.getByRole("row").filter({ hasText: document });
    await row.getByRole("button", { name: "Duyệt", exact: true }).click();
    await leader.getByRole("alertdialog").getByRole("button", { name: "Duyệt", exact: true }).click();
    await expect(row).toBeHidden();
    await leader.getByRole("link", { name: "2029", exact: true }).click();
    await leader.waitForURL(/\/staff\/budget\/\d+$/);
    const entries = leader.locator("#entries");
    await expect(entries.getByRole("row").filter({ hasText: document })).toContainText("Giao dự toán");
    await entries.getByLabel("Bút toán").selectOption({ label: "Phê duyệt" });
    await entries.getByRole("button", { name: "Lọc" }).click();
    await expect(entries).toContainText("Không có bút toán nào như vậy");
    await expectAccessible(leader);
    await expectNoSidewaysScroll(leader);
  });

  await test.step("paused with the reason, and resumed", async () => {
    await leader.getByRole("button", { name: "Tạm dừng" }).click();
    const dialog = leader.getByRole("dialog");
    await dialog.getByLabel("Lý do").fill("Chờ thông báo của thành phố");
    await dialog.getByRole("button", { name: "Tạm dừng" }).click();
    await expect(leader.getByRole("main")).toContainText("Chờ thông báo của thành phố");
    await leader.getByRole("button", { name: "Tiếp tục" }).click();
    await leader.getByRole("alertdialog").getByRole("button", { name: "Tiếp tục" }).click();
    await expect(leader.getByRole("button", { name: "Tạm dừng" })).toBeVisible();
  });

  await test.step("from what is reserved to a person, the clause and the dossier", async () => {
    await office.goto("/staff/budget/1");
    await office.getByRole("link", { name: "Dành cho hồ sơ đang xét" }).click();
    await office.waitForURL(/people\?account=RESERVED/);
    const first = office.getByRole("row").nth(1);
    await expect(first).toContainText("Nghị quyết số 03/2024/NQ-HĐND");
    await expectAccessible(office);
    await first.getByRole("link").first().click();
    await expect(office.getByRole("main")).toContainText("Đã dành cho hồ sơ này");
    await office.goto("/staff/budget/1");
    const download = office.waitForEvent("download");
    await office.locator("#entries").getByRole("link", { name: "Tải Excel" }).click();
    expect((await download).suggestedFilename()).toBe("so-but-toan.xlsx");
  });
  await office.context().close();
  await leader.context().close();
});
