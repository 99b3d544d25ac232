import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { projectRoot } from "@/lib/runtime/folders";
import { officeIsThere, readPdf, toPdf } from "@/lib/runtime/office";
import { Portal } from "../../support/portal";
import { type SheetSpec, toXlsx } from "../../tables/encode";
import { excelType } from "./dossier";

const staged = z.object({
  year: z.number(),
  dossiers: z.array(z.object({ code: z.string(), amount: z.number() })),
  people: z.array(z.object({ fullName: z.string(), staffCode: z.string() })),
});
type Staged = z.output<typeof staged>;

/** A portal of the journey's own, in whose database a year of money can be closed, with what money-program.ts writes. */
export async function moneyPortal(): Promise<{ portal: Portal; made: Staged }> {
  const portal = await Portal.prepare();
  try {
    const program = join(projectRoot, "tests/e2e/support/money-program.ts");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", program],
      { cwd: projectRoot, env: portal.environment, encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`nothing was staged: ${stdout}${stderr}`);
    await portal.start("server");
    await portal.start("worker");
    return { portal, made: staged.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")) };
  } catch (error) {
    await portal.stop();
    throw error;
  }
}

/** Does an act that only asks for a yes: the button, and the same words in the question. */
export async function confirmAct(page: Page, name: string | RegExp, yes: string = String(name)): Promise<void> {
  await page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: yes, exact: true }).click();
  await expect(question).toHaveCount(0);
}

/** Does an act that asks for words, by their labels. A choice is taken by its label. */
export async function saidAct(
  page: Page,
  name: string | RegExp,
  said: Record<string, string>,
  yes: string = String(name),
): Promise<void> {
  await page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(said)) {
    const field = dialog.getByLabel(label, { exact: true });
    if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await dialog.getByRole("button", { name: yes, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Hands a table in, in the dialog behind a button. */
export async function giveTable(page: Page, button: string, yes: string, sheet: SheetSpec): Promise<Buffer> {
  const buffer = Buffer.from(await toXlsx([sheet]));
  await giveFile(page, button, yes, { name: "bang.xlsx", mimeType: excelType, buffer });
  return buffer;
}

/** Hands a file in, in the dialog behind a button. */
export async function giveFile(
  page: Page,
  button: string,
  yes: string,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator('input[type="file"]').setInputFiles(file);
  await dialog.getByRole("button", { name: yes, exact: true }).click();
  await expect(dialog).toHaveCount(0, { timeout: 30_000 });
}

/** đồng as the screen writes them. */
export const dong = (amount: number): string => amount.toLocaleString("vi-VN");

/** đồng as the screen has written them. */
export const dongIn = (text: string): number => Number(text.replace(/\D/g, ""));

/**
 * Opens Office files with LibreOffice and answers the words of each as it prints them; null where LibreOffice is not on
 * the machine: what our own readers say of the files must do then.
 */
export async function printedBy(files: Record<string, Buffer>): Promise<Record<string, string> | null> {
  if (!officeIsThere()) return null;
  const folder = await mkdtemp(join(tmpdir(), "money-"));
  try {
    const paths = Object.keys(files).map((name) => join(folder, name));
    await Promise.all(Object.values(files).map((bytes, at) => writeFile(paths[at] ?? "", bytes)));
    await toPdf(paths, folder);
    const texts = await Promise.all(
      Object.keys(files).map(async (name) => {
        const pdf = join(folder, name.replace(/\.\w+$/, ".pdf"));
        return [name, existsSync(pdf) ? (await readPdf(pdf)).text : ""] as const;
      }),
    );
    return Object.fromEntries(texts);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
