import { expect, type Page } from "@playwright/test";

/** A new call of a year in the labour officer's form, to all schools and due as the form proposes; not saved yet. */
export async function beginCall(officer: Page, year: number): Promise<void> {
  await officer.goto("/staff/school-calls/new");
  await officer.getByLabel("Năm số liệu").fill(String(year));
  await officer.getByLabel("Trích yếu").fill(`cung cấp thông tin đào tạo năm ${year}`);
}

/** Keeps what is in the form as a draft. */
export async function keepCall(officer: Page): Promise<void> {
  await officer.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(officer).toHaveURL(/\/staff\/school-calls\/\d+$/);
}

/** Numbers the letter of the draft that is shown, and sends it to its schools. */
export async function sendCall(officer: Page, schools: number): Promise<void> {
  await officer.getByRole("button", { name: "Mở đợt" }).click();
  await officer.getByRole("button", { name: "Cấp số và gửi" }).click();
  await expect(officer.getByRole("heading", { name: `Đã trả lời 0/${schools} trường` })).toBeVisible();
}

/** Closes the call that is shown. */
export async function closeCall(officer: Page): Promise<void> {
  await officer.getByRole("button", { name: "Kết thúc đợt" }).click();
  await officer.getByLabel("Lý do").fill("Đã đủ số liệu");
  await officer.getByRole("dialog").getByRole("button", { name: "Kết thúc đợt" }).click();
  await expect(officer.getByRole("button", { name: "Mở lại" })).toBeVisible();
}
