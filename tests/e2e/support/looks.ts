import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * axe in the page itself, told to describe only what it finds wrong: a blank page for its report, and selectors of all that
 * is right, take longer than the looking. The portal has no frames of others, which alone need that page.
 */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });

/** The one rule that depends on colours, and the one that takes about as long as all others together. */
const contrast = ["color-contrast"];

/**
 * No violation of WCAG 2.2 A and AA that a machine can find. A failure names the rule and the elements. Of a page that was
 * looked at wholly, other colours need only their `contrast` looked at, and other words only the `words`: all but contrast.
 */
export async function expectAccessible(page: Page, only?: "contrast" | "words"): Promise<void> {
  const asked = only === "contrast" ? axe(page).withRules(contrast) : axe(page).withTags(tags);
  const { violations } = await (only === "words" ? asked.disableRules(contrast) : asked).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`);
  expect(found, page.url()).toEqual([]);
}

/** Nothing stands out to the right: the page scrolls only downwards. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide, `${page.url()} at ${room} px`).toBeLessThanOrEqual(room);
}
