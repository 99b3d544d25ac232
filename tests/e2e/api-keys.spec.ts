import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/looks";
import { deskOf } from "./support/people";

test("an enterprise makes a key for its software, sees what that writes and where it came too late, and revokes it", async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const owner = await deskOf(browser, "tap-doan");
  await owner.goto("/enterprise/api-keys");
  const name = `Phần mềm thử ${randomUUID().slice(0, 8)}`;
  await owner.getByRole("button", { name: "Tạo khóa" }).click();
  await expect(owner.getByText("Có 1 chỗ cần sửa")).toBeVisible();
  await owner.getByLabel("Tên khóa").fill(name);
  await owner.getByRole("button", { name: "Tạo khóa" }).click();
  await expect(owner.getByText("Khóa mới, chỉ hiện một lần")).toBeVisible();
  const key = await owner.locator("code.select-all").innerText();
  expect(key).toMatch(/^hezaworks_/);
  await expectAccessible(owner);
  await owner.reload();
  await expect(owner.getByText(name, { exact: true })).toBeVisible();
  expect(await owner.content()).not.toContain(key);

  const authorization = `Bearer ${key}`;
  const headers = { authorization, "idempotency-key": randomUUID() };
  const titleVi = `Công nhân đóng gói ${randomUUID().slice(0, 8)}`;
  const data = { content: { titleVi, headcount: 12 } };
  const made = await request.post("/api/v1/needs", { headers, data });
  expect(made.status()).toBe(201);
  const { id, version } = await made.json();
  const repeated = await request.post("/api/v1/needs", { headers, data });
  expect(await repeated.json()).toEqual(await made.json());
  const other = await request.post("/api/v1/needs", { headers, data: { content: { titleVi: "Khác" } } });
  expect(other.status()).toBe(409);

  await owner.goto("/enterprise/vacancies");
  await expect(owner.getByRole("link", { name: titleVi })).toHaveCount(1); // made once, a draft at the desk

  const update = (headcount: number) =>
    request.patch(`/api/v1/needs/${id}`, { headers: { authorization }, data: { version, content: { headcount } } });
  expect((await update(15)).status()).toBe(200);
  const late = await update(20);
  expect(late.status()).toBe(409);
  expect(await late.json()).toMatchObject({ sentVersion: version });
  await owner.goto("/enterprise/api-keys");
  const conflict = owner.locator("#conflicts li").filter({ hasText: titleVi });
  await expect(conflict).toContainText(`Phần mềm biết phiên bản ${version}`);
  await expect(conflict).toContainText(name);
  await expectAccessible(owner);

  const row = owner.getByRole("listitem").filter({ hasText: name }).filter({ hasText: "Đang dùng được" });
  await row.getByText("Thu hồi…").click();
  await row.getByRole("button", { name: `Thu hồi khóa: ${name}` }).click();
  await expect(owner.getByRole("listitem").filter({ hasText: name }).filter({ hasText: "Đã thu hồi" })).toBeVisible();
  const refused = await request.get("/api/v1/needs", { headers: { authorization } });
  expect(refused.status()).toBe(401);
});

test("who is no owner sees the keys and makes none", async ({ browser }) => {
  const member = await deskOf(browser, "nhan-su");
  await member.goto("/enterprise/api-keys");
  await expect(member.getByText("Chỉ chủ tài khoản tạo và thu hồi khóa.")).toBeVisible();
  await expect(member.getByRole("button", { name: "Tạo khóa" })).toHaveCount(0);
});
