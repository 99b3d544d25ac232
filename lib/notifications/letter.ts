import { escapeHtml } from "@/lib/core/html";
import { type Messages, messages } from "@/lib/i18n/messages";
import { href, type Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";

/** A mail's purpose: a key under `mail.templates`, each with `subject`, `body` (paragraphs apart by an empty line) and `action` (the link's words). */
export type MailTemplate = keyof Messages["mail"]["templates"];

/** What the words of a template ask for. A value may have several lines; days are given as people read them. */
export type MailParams = Record<string, string | number>;

export type Letter = { subject: string; text: string; html: string };

const paragraphs = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Words of a mail in one language. A parameter that the template needs and does not get throws (a bug); parameters are
 * text, never markup. `path` is an address of the portal (from `href()`), without it the home page.
 */
export function writeLetter(letter: {
  locale: Locale;
  template: MailTemplate;
  params: MailParams;
  /** Address of the portal, e.g. `https://vieclam.example.vn`. */
  portal: string;
  path?: string | undefined;
}): Letter {
  const { locale, template, params } = letter;
  const translate = wordsIn(locale, messages[locale].mail) as (key: string, values?: MailParams) => string;
  const portal = letter.portal.replace(/\/+$/, "");
  const home = portal + href(locale, "home").replace(/\/$/, "");
  const link = letter.path ? portal + letter.path : home;

  // A line break in a subject would start another header.
  const subject = translate(`templates.${template}.subject`, params).replace(/\s+/g, " ").trim();
  const body = paragraphs(translate(`templates.${template}.body`, params));
  const action = translate(`templates.${template}.action`, params);
  const frame = {
    greeting: translate("frame.greeting"),
    hint: translate("frame.linkHint"),
    signature: translate("frame.signature"),
    automatic: translate("frame.automatic", { portal: home }),
  };

  const text = [frame.greeting, ...body, `${action}:\n${link}`, frame.signature, `-- \n${frame.automatic}`].join(
    "\n\n",
  );
  return { subject, text: `${text}\n`, html: page({ locale, subject, body, action, link, ...frame }) };
}

/**
 * One column, no picture, no remote content: what it says is text. Both colour schemes are named, so that a dark reader
 * neither inverts the button nor hides the words.
 */
function page(parts: {
  locale: Locale;
  subject: string;
  greeting: string;
  body: string[];
  action: string;
  link: string;
  hint: string;
  signature: string;
  automatic: string;
}): string {
  const html = (text: string) => escapeHtml(text).replace(/\n/g, "<br>");
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${html(text)}</p>`;
  const link = escapeHtml(parts.link);
  return `<!doctype html>
<html lang="${parts.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(parts.subject)}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; background: #fbfaf7; color: #0b2545; font: 16px/1.6 "Be Vietnam Pro", "Segoe UI", Roboto, Arial, sans-serif; }
a { color: #134074; }
.act { background: #134074; color: #ffffff; }
.small { color: #4a5a70; font-size: 14px; }
@media (prefers-color-scheme: dark) {
  body { background: #0d1626; color: #e6edf6; }
  a { color: #9fc6f2; }
  .act { background: #9fc6f2; color: #0b2545; }
  .small { color: #a9b8cb; }
}
</style>
</head>
<body>
<div role="article" lang="${parts.locale}" style="max-width:560px;margin:0 auto;padding:32px 20px">
<h1 style="margin:0 0 24px;font-size:20px;line-height:1.3">${escapeHtml(parts.subject)}</h1>
${[parts.greeting, ...parts.body].map(paragraph).join("\n")}
<p style="margin:24px 0"><a class="act" href="${link}" style="display:inline-block;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">${escapeHtml(parts.action)}</a></p>
<p class="small" style="margin:0 0 16px">${escapeHtml(parts.hint)}<br><a href="${link}" style="word-break:break-all">${link}</a></p>
${paragraph(parts.signature)}
<p class="small" style="margin:24px 0 0">${html(parts.automatic)}</p>
</div>
</body>
</html>
`;
}
