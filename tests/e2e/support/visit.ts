import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { translatePath } from "@/lib/i18n/paths";
import { projectRoot } from "@/lib/runtime/folders";
import { expectAccessible, expectNoSidewaysScroll } from "./looks";
import { addressOf, type Visit, visits } from "./pages";
import { deskOf } from "./people";

/** English leaflets have an address of their own. */
const inEnglish = (address: string) => translatePath(address, "en");

/** What a page shows in the place of words that did not reach it: `dossiers.take`. */
const namespaces = readdirSync(join(projectRoot, "lib/i18n/messages/vi")).map((file) => file.replace(/\.json$/, ""));
const missingWords = new RegExp(`(?<![\\w@/.-])(?:${namespaces.join("|")})\\.[a-z]+[A-Z]?\\w*(?![\\w@/-])`);

/** What must hold on any page: a name, one heading, no error in the browser, readable by all, fit for a tablet and a small phone. */
async function look(page: Page, address: string, only?: "words"): Promise<void> {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address);
  await expect(page).toHaveTitle(/\S/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  // Codes that a page shows on purpose, as the journal does its commands', are marked as not to be translated.
  const words = await page.evaluate(() => {
    const codes = [...document.querySelectorAll<HTMLElement>("[translate=no]")];
    for (const code of codes) code.hidden = true;
    const text = document.body.innerText;
    for (const code of codes) code.hidden = false;
    return text;
  });
  expect(words, address).not.toMatch(missingWords);
  await expectAccessible(page, only);
  for (const width of [768, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
  }
  expect(errors, address).toEqual([]);
}

/** A test a page: both languages light, and dark once. */
export function lookAtPages(which: (route: string, visit: Visit) => boolean): void {
  // Looks change nothing: whichever browser is free takes the next, so that none is left with a long file at the end.
  test.describe.configure({ mode: "parallel" });
  for (const [route, visit] of Object.entries(visits)) {
    if (!which(route, visit)) continue;
    test(`${route} can be read by everybody, in both languages`, async ({ browser }) => {
      const page = visit.as ? await deskOf(browser, visit.as) : await (await browser.newContext()).newPage();
      if (visit.only === "en") {
        const job = visits["/viec-lam/[slug]"];
        if (!job) throw new Error("no visit of a job page");
        await look(page, `${inEnglish(await addressOf(job, page))}/leaflet`);
      } else {
        const address = await addressOf(visit, page);
        await look(page, address);
        await page.emulateMedia({ colorScheme: "dark" });
        await expectAccessible(page, "contrast");
        await page.emulateMedia({ colorScheme: "light" });
        if (!visit.only) await look(page, inEnglish(address), "words");
      }
      await page.context().close();
    });
  }
}
