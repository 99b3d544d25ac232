import { expect, type Page } from "@playwright/test";
import { sampleEnterprises } from "@/prisma/seed/enterprises";
import { paperFile } from "./dossier";

/** One who works for two companies goes to the desk of the second. */
export async function toSecondCompany(page: Page): Promise<void> {
  const [, second] = sampleEnterprises;
  await page.goto("/enterprise");
  const main = page.getByRole("main");
  if (!(await main.innerText()).includes(second?.nameVi ?? "?")) {
    await page.getByRole("button", { name: /Đào Thất Thốn/ }).click();
    await page.getByRole("button", { name: second?.nameVi ?? "" }).click();
  }
  await expect(main).toContainText(second?.nameVi ?? "");
}

/** Notes what has to be mended, at a person, a field or a paper: the button there says which (`at`). */
export async function note(officer: Page, what: { kind: string; at: string | RegExp; message: string }): Promise<void> {
  await officer.getByRole("button", { name: what.at }).first().click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByLabel("Loại").selectOption(what.kind);
  await dialog.getByLabel("Nội dung").fill(what.message);
  await dialog.getByRole("button", { name: "Ghi lại" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(officer.getByRole("main")).toContainText(what.message);
}

/** Brings one paper in the dialog behind the only button of the page for it. */
export async function bringPaper(page: Page, paper: string, name: string): Promise<void> {
  await page.getByRole("button", { name: "Thêm giấy tờ" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Loại giấy tờ").selectOption(paper);
  await dialog.getByLabel("Tệp", { exact: true }).setInputFiles(paperFile(name));
  await dialog.getByRole("button", { name: "Đưa vào hồ sơ" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText(name);
}

/** Answers every correction on the dossier's last step. */
export async function answerAll(page: Page, dossier: string, count: number): Promise<void> {
  await page.goto(`${dossier}?step=check`);
  for (let at = 0; at < count; at += 1) {
    await page.getByRole("textbox", { name: "Trả lời" }).nth(at).fill("Đã sửa");
    await page.getByRole("button", { name: "Lưu trả lời" }).nth(at).click();
  }
}

/** Takes every answered correction as done. */
export async function settleAll(officer: Page, count: number): Promise<void> {
  const settle = officer.getByRole("button", { name: "Đã xong", exact: true });
  await expect(settle).toHaveCount(count);
  for (let left = count; left > 0; left -= 1) {
    await settle.first().click();
    await expect(settle).toHaveCount(left - 1);
  }
}
