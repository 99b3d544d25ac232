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

type Hit = { field: keyof VacancyContent; word: string };

function hits(content: VacancyContent, words: string[]): Hit[] {
  return readFields.flatMap((field) => {
    const text = content[field];
    if (typeof text !== "string") return [];
    const folded = ` ${fold(text).replace(/[^a-z0-9]+/g, " ")} `;
    return words.filter((word) => folded.includes(` ${word} `)).map((word) => ({ field, word }));
  });
}

/** Places where an applicant seems to be asked for money; "miễn phí" and "không thu phí" are none. */
export function feeWords(content: VacancyContent): Hit[] {
  return hits(content, fees).filter(({ field, word }) => {
    const text = ` ${fold(String(content[field])).replace(/[^a-z0-9]+/g, " ")} `;
    const denied = [`khong ${word}`, `khong mat ${word}`, `mien ${word}`, `no ${word}`, `khong phai ${word}`];
    return text.split(` ${word} `).length - 1 > denied.filter((phrase) => text.includes(` ${phrase} `)).length;
  });
}

/** Places whose wording shuts people out. */
export const discriminatoryWords = (content: VacancyContent): Hit[] => hits(content, discrimination);
