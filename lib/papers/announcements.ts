import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { inVietnameseWords } from "@/lib/core/number-words";
import type { Locale } from "@/lib/i18n/paths";
import { batchName } from "@/lib/vacancies/batch-rules";
import { named, parkShortName, titleOf } from "@/lib/vacancies/listing";
import { qualifications } from "@/lib/vacancies/schema";
import { wageText } from "@/lib/vacancies/wage";
import { type BatchPaper, largest, publicAddress, shortened, spokenAddress } from "./paper";
import { wordsOf } from "./words";

const stamped = (paper: BatchPaper, draft: string, text: string) => (paper.draft ? `[${draft}]\n\n${text}` : text);

/** The levels that are looked for, with their persons: "Lao động phổ thông: 2.037". */
function levels(paper: BatchPaper, locale: Locale): string[] {
  const words = wordsOf(locale);
  return qualifications
    .filter((level) => paper.totals.byQualification[level] > 0)
    .map((level) => `${words.level(level)}: ${formatCount(paper.totals.byQualification[level], locale)}`);
}

const figures = (paper: BatchPaper, locale: Locale) => ({
  batch: batchName(locale, paper.batch),
  enterprises: paper.totals.enterprises,
  headcount: paper.totals.headcount,
  positions: paper.totals.vacancies,
  day: formatDay(paper.batch.asOf),
});

/** What is posted on the fanpage and on Zalo: short enough for both (2,000 characters), no markup. */
export function socialText(paper: BatchPaper, locale: Locale): string {
  const { say, ...words } = wordsOf(locale);
  const jobs = largest(paper.lines, 5).map(({ content }) =>
    say("socialJob", {
      position: shortened(titleOf(content, locale), 60),
      headcount: content.headcount,
      enterprise: shortened(named(content.enterprise, locale), 70),
      park: parkShortName(content.park, locale),
      wage: wageText(content, locale),
    }),
  );
  return stamped(
    paper,
    say("draft"),
    [
      say("socialLead", figures(paper, locale)),
      `${say("socialJobs")}\n${jobs.map((job) => `- ${job}`).join("\n")}`,
      `${say("byLevel")}:\n${levels(paper, locale)
        .map((level) => `- ${level}`)
        .join("\n")}`,
      say("socialLink", { address: publicAddress(paper, locale) }),
      say("noFee"),
      words.authority,
    ].join("\n\n"),
  );
}

/** About a minute to be read aloud; in Vietnamese the sums stand in words as well, so that nobody stumbles. */
export function radioScript(paper: BatchPaper, locale: Locale): string {
  const { say } = wordsOf(locale);
  const said = (value: number) =>
    locale === "vi" ? `${formatCount(value, locale)} (${inVietnameseWords(value)})` : formatCount(value, locale);
  const { enterprises, headcount, vacancies } = paper.totals;
  const jobs = largest(paper.lines, 3).map(({ content }) =>
    say("radioJob", {
      enterprise: named(content.enterprise, locale),
      park: named(content.park, locale),
      headcount: content.headcount,
      position: titleOf(content, locale),
      wage: wageText(content, locale),
    }),
  );
  return stamped(
    paper,
    say("draft"),
    [
      say("radioTitle", { batch: batchName(locale, paper.batch) }),
      say("radioLead", {
        ...figures(paper, locale),
        enterprises: said(enterprises),
        headcount: said(headcount),
        positions: said(vacancies),
      }),
      say("radioLevels", { levels: levels(paper, locale).join("; ") }),
      [say("radioJobs"), ...jobs].join(" "),
      say("radioLink", { address: spokenAddress(publicAddress(paper, locale)) }),
      say("noFee"),
      say("radioEnd"),
    ].join("\n\n"),
  );
}
