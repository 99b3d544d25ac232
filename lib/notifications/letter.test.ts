import { describe, expect, test } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/paths";
import { type MailTemplate, writeLetter } from "./letter";

const portal = "https://vieclam.example.vn";
const templates = Object.keys(messages.vi.mail.templates) as MailTemplate[];

/** Every argument that a template names, with a value that tries to be markup. */
function hostile(template: MailTemplate) {
  const words = locales.flatMap((locale) => Object.values(messages[locale].mail.templates[template])).join(" ");
  const names = [...words.matchAll(/\{(\w+)(, number)?/g)];
  return Object.fromEntries(
    names.map(([, name, number]) => [name, number ? 2390 : `<script>alert("${name}")</script>`]),
  );
}

describe.each(locales)("letters in %s", (locale) => {
  test.each(templates)("%s: words, link, no markup from parameters", (template) => {
    const letter = writeLetter({ locale, template, params: hostile(template), portal, path: "/x?a=1&b=2" });
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.subject.length).toBeGreaterThan(5);
    expect(letter.text).toContain("https://vieclam.example.vn/x?a=1&b=2");
    expect(letter.html).toContain('href="https://vieclam.example.vn/x?a=1&amp;b=2"');
    expect(letter.html).not.toContain("<script");
    expect(letter.html).toContain(`<html lang="${locale}">`);
    expect(letter.text).not.toMatch(/mail\.templates|\{\w+\}/);
  });
});

test("numbers are grouped as the language does", () => {
  const params = { batch: "Đợt 2", enterprises: 17, workers: 2390 };
  expect(writeLetter({ locale: "vi", template: "batchPublished", params, portal }).text).toContain("2.390 lao động");
  expect(writeLetter({ locale: "en", template: "batchPublished", params, portal }).text).toContain("2,390 workers");
});

test("a value of several lines keeps them; a subject stays one line", () => {
  const params = { title: "Thợ hàn\r\nBcc: all@example.vn", reasons: "- Lương\n- Hạn nộp" };
  const letter = writeLetter({ locale: "vi", template: "vacancyReturned", params, portal });
  expect(letter.subject).toBe("Cần sửa tin tuyển dụng: Thợ hàn Bcc: all@example.vn");
  expect(letter.html).toContain("- Lương<br>- Hạn nộp");
});

test("without a path the link leads home, in the letter's language", () => {
  const params = { batch: "Đợt 2", enterprises: 17, workers: 2390 };
  expect(writeLetter({ locale: "en", template: "batchPublished", params, portal: `${portal}/` }).text).toContain(
    "https://vieclam.example.vn/en\n",
  );
});

test("a missing parameter is a bug", () => {
  expect(() => writeLetter({ locale: "vi", template: "batchPublished", params: {}, portal })).toThrow();
});
