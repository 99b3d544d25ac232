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
  "otherBenefitsVi",
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

/** Said right before a fee, these deny it: "không thu phí", "miễn phí hồ sơ", "no recruitment fee". */
const denials = ["khong", "mien", "chua", "no", "without", "khong mat", "khong phai", "khong can", "khong phai nop"];

/** Every place of a text where one of the folded phrases stands, whole words only. */
function places(text: string, phrases: string[]): { written: string; before: string }[] {
  const composed = text.normalize("NFC");
  const words = [...composed.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    folded: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  return phrases.flatMap((phrase) => {
    const wanted = phrase.split(" ");
    return words.flatMap((first, at) => {
      const last = words[at + wanted.length - 1];
      if (!last || !wanted.every((word, step) => words[at + step]?.folded === word)) return [];
      const before = words.slice(Math.max(0, at - 3), at).map((word) => word.folded);
      return [{ written: composed.slice(first.from, last.to), before: before.join(" ") }];
    });
  });
}

function hits(content: VacancyContent, phrases: string[], ignore: (before: string) => boolean = () => false): Hit[] {
  return readFields.flatMap((field) => {
    const text = content[field];
    if (typeof text !== "string") return [];
    const written = places(text, phrases).filter((place) => !ignore(place.before));
    return [...new Set(written.map((place) => place.written))].map((word) => ({ field, word }));
  });
}

/** Places where an applicant seems to be asked for money. */
export const feeWords = (content: VacancyContent): Hit[] =>
  hits(content, fees, (before) => denials.some((denial) => before === denial || before.endsWith(` ${denial}`)));

/** Places whose wording shuts people out. */
export const discriminatoryWords = (content: VacancyContent): Hit[] => hits(content, discrimination);
