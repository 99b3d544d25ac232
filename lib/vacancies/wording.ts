import { fold } from "@/lib/core/text";
import type { VacancyContent } from "./schema";

/** Fields that an applicant reads. */
const readFields = [
  "titleVi",
  "titleEn",
  "descriptionVi",
  "descriptionEn",
  "requirementsVi",
  "requirementsEn",
  "allowancesVi",
  "allowancesEn",
  "otherBenefitsVi",
  "otherBenefitsEn",
] as const satisfies (keyof VacancyContent)[];

/**
 * Words of charging an applicant, folded. Recruitment is free for the worker (Labour Code 2019, art. 11.2); impostors
 * ask for "coffee" money in HEZA's name.
 */
const fees = [
  "phi ho so",
  "phi tuyen dung",
  "phi xin viec",
  "phi mon gioi",
  "le phi",
  "dong phi",
  "nop phi",
  "thu phi",
  "tien coc",
  "dat coc",
  "dat truoc",
  "tien ca phe",
  "ca phe phi",
  "chuyen khoan truoc",
  "the chan",
  "recruitment fee",
  "application fee",
  "deposit",
];

/** Words that shut people out for what has no bearing on the work (Labour Code 2019, art. 3.8 and 8.1), folded. */
const discrimination = [
  "chi tuyen nam",
  "chi tuyen nu",
  "chi nhan nam",
  "chi nhan nu",
  "khong tuyen nu",
  "khong tuyen nam",
  "khong nhan nu",
  "khong nhan nam",
  "chua ket hon",
  "chua lap gia dinh",
  "doc than",
  "khong mang thai",
  "cam ket khong sinh con",
  "ngoai hinh ua nhin",
  "ngoai hinh kha",
  "khong nhan nguoi",
  "khong tuyen nguoi",
  "khong xam",
  "khong ton giao",
  "males only",
  "females only",
  "male only",
  "female only",
  "unmarried",
  "single only",
];

/** Where it stands, and the words as the enterprise wrote them. */
type Hit = { field: keyof VacancyContent; word: string };

/** Sentences as folded words: a denial reaches to the end of its sentence, not into the next one. */
const sentencesOf = (text: string): string[][] =>
  fold(text)
    .split(/[.;:!?\n]+/)
    .map((sentence) => sentence.split(/[^a-z0-9]+/).filter(Boolean));

/** Places in a sentence where the words of a phrase stand next to each other. */
const placesOf = (sentence: string[], phrase: string[]): number[] =>
  sentence.flatMap((_, at) => (phrase.every((word, index) => sentence[at + index] === word) ? [at] : []));

/** A field's text, taken apart once for all that is sought in it. */
type Reading = { field: keyof VacancyContent; sentences: { words: string[]; line: string }[] };

const readingsOf = (content: VacancyContent): Reading[] =>
  readFields.flatMap((field) => {
    const text = content[field];
    if (!text) return [];
    return [{ field, sentences: sentencesOf(text).map((words) => ({ words, line: ` ${words.join(" ")} ` })) }];
  });

const withWords = (phrases: string[]) =>
  phrases.map((phrase) => ({ phrase, within: ` ${phrase} `, words: phrase.split(" ") }));

function hits(
  readings: Reading[],
  phrases: ReturnType<typeof withWords>,
  counts: (sentence: string[], at: number) => boolean = () => true,
): Hit[] {
  return readings.flatMap(({ field, sentences }) =>
    phrases
      .filter(({ within, words: phrase }) =>
        sentences.some(
          ({ words, line }) => line.includes(within) && placesOf(words, phrase).some((at) => counts(words, at)),
        ),
      )
      .map(({ phrase }) => ({ field, word: phrase })),
  );
}

const denials = new Set(["khong", "mien", "chang", "cam", "no", "not", "never", "without"]);

/** What may stand between a denial and what it denies: "không thu bất kỳ khoản phí hồ sơ nào", "do not charge any …". */
const between = new Set(
  "thu mat phai can nop dong tra co bat ky cu khoan tien loai phi le yeu cau doi hoi dat coc va hoac hay charge any a ask for pay or and".split(
    " ",
  ),
);

function denied(sentence: string[], at: number): boolean {
  for (let back = at - 1; back >= 0; back -= 1) {
    const word = sentence[back] ?? "";
    if (denials.has(word)) return true;
    if (!between.has(word)) return false;
  }
  return false;
}

const feePhrases = withWords(fees);
const exclusionPhrases = withWords(discrimination);

/**
 * Places where an applicant seems to be asked for money ("miễn phí" and "không thu phí hồ sơ" are none), and places whose
 * wording shuts people out.
 */
export function wordingOf(content: VacancyContent): { fees: Hit[]; exclusions: Hit[] } {
  const readings = readingsOf(content);
  return {
    fees: hits(readings, feePhrases, (sentence, at) => !denied(sentence, at)),
    exclusions: hits(readings, exclusionPhrases),
  };
}
