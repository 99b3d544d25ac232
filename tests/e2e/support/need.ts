import { expect, type Page } from "@playwright/test";

/** `dd/mm/yyyy`, so many days from now. */
export function dayAhead(days: number): string {
  const [year, month, day] = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

/** The step whose heading is seen. */
export const stepOf = (page: Page, name: string) => page.getByRole("heading", { name, level: 2, exact: true });

export async function proceed(page: Page, to: string): Promise<void> {
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(stepOf(page, to)).toBeVisible();
}

/** Leaves a field, so that the form takes up what was typed. */
const type = async (page: Page, label: string, text: string) => {
  const field = page.getByLabel(new RegExp(`^${label}( *\\(?không bắt buộc\\)?)?$`));
  await field.fill(text);
  await field.blur();
};

export async function fillPosition(page: Page, title: string, days: number): Promise<void> {
  await page.getByLabel("Tên vị trí", { exact: true }).fill(title);
  const occupation = page.getByRole("combobox", { name: "Nghề" });
  await occupation.click();
  await occupation.pressSequentially("lap rap", { delay: 20 });
  await page
    .getByRole("option", { name: /lắp ráp/i })
    .first()
    .click();
  await page.getByRole("radio", { name: /Lao động khác/ }).check();
  await type(page, "Hạn nộp hồ sơ", dayAhead(days));
}

export async function fillPeople(page: Page, headcount: number): Promise<void> {
  await type(page, "Số lượng cần tuyển", String(headcount));
  await type(page, "Lao động phổ thông", String(headcount));
}

/** Amounts in đồng a month. */
export async function fillWage(page: Page, base: number, from: number, to: number): Promise<void> {
  await type(page, "Lương cơ bản", String(base));
  await type(page, "Tổng thu nhập từ", String(from));
  await type(page, "Tổng thu nhập đến", String(to));
}

export async function fillWork(page: Page, description: string): Promise<void> {
  await page.getByLabel("Loại hợp đồng").selectOption({ label: "Xác định thời hạn" });
  await page.getByLabel("Ca làm việc").selectOption({ label: "2 ca" });
  await page.getByLabel("Mô tả công việc", { exact: true }).fill(description);
  await page.getByLabel("Yêu cầu", { exact: true }).fill("Đủ 18 tuổi, sức khỏe tốt. Được đào tạo khi vào làm.");
}

export async function fillContact(page: Page): Promise<void> {
  await page.getByLabel("Bộ phận hoặc người nhận hồ sơ").fill("Phòng Nhân sự");
  await page.getByLabel("Điện thoại liên hệ").fill("0225 3 000 123");
}
