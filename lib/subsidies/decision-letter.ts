import { type Day, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { inVietnameseWords } from "@/lib/core/number-words";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import type { SupportLine } from "./amounts";
import { clauseOfReason, reasonOf } from "./decision";
import { formulaWords, rateName } from "./finding-words";
import { type Policy, unverifiedRates } from "./policy";

export type LetterDossier = {
  id: number;
  code: string;
  organisation: string;
  groupCode: string;
  policyVersionId: number;
};

/** A person as the decision was written down; no personal ID. */
export type LetterPerson = {
  dossierId: number;
  fullName: string;
  birthDate: Day;
  decision: "ACCEPTED" | "REFUSED";
  reasonCode: string | null;
  reasonNote: string | null;
  lines: readonly SupportLine[];
  /** đồng; 0 where the person was refused. */
  amount: number;
};

/** What a decision on training support says: of a whole list, or of one dossier. */
export type DecisionLetter = {
  of: "list" | "dossier";
  /** Null until the register gave one: then the letter is a draft. */
  number: string | null;
  issuedOn: Day | null;
  signerTitle: string | null;
  signerName: string | null;
  subject: string;
  /** The decision on the list that a dossier stood in, once numbered. */
  after: { number: string; issuedOn: Day } | null;
  policies: ReadonlyMap<number, Policy>;
  dossiers: readonly LetterDossier[];
  persons: readonly LetterPerson[];
  /** Rates that a leader released before the approval, by policy version. */
  releases: readonly { policyVersionId: number; rateCode: string; releasedOn: Day }[];
};

/** Trích yếu of a decision, less "Về việc". */
export const decisionSubject = {
  list: (title: string): string => `phê duyệt kết quả xét hỗ trợ đào tạo nghề: ${title}`.slice(0, 300),
  dossier: (dossier: { code: string; organisation: string; granted: boolean }): string =>
    `${dossier.granted ? "" : "không "}hỗ trợ đào tạo nghề theo hồ sơ ${dossier.code} của ${dossier.organisation}`.slice(
      0,
      300,
    ),
};

/** Who issues it, as decisions spell it. */
const authority = "Ban Quản lý Khu kinh tế Hải Phòng";
const blank = "      ";
/** More than this cannot be said in words. */
const mostSaid = 1e12;

const people = (count: number): string => `${count < 10 ? `0${count}` : formatCount(count, "vi")} người`;

/** "mười hai triệu" → "Mười hai triệu đồng". */
const inWords = (amount: number): string => {
  const text = inVietnameseWords(amount);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} đồng`;
};

function policyOf(letter: DecisionLetter, dossier: LetterDossier): Policy {
  const policy = letter.policies.get(dossier.policyVersionId);
  if (!policy) throw new Error(`policy version ${dossier.policyVersionId} is missing`);
  return policy;
}

export type ToldPerson = LetterPerson & {
  dossier: LetterDossier;
  /** Each line with its name and formula, as it adds up to the amount. */
  formulas: string[];
  /** Something of the amount rests on a rate that nobody has confirmed. */
  unverified: boolean;
  reason: string | null;
  clause: string | null;
};

/** The persons of a decision in words, in the order of the letter. */
export function toldPersons(letter: DecisionLetter, locale: Locale): ToldPerson[] {
  const say = wordsIn(locale, messages[locale].subsidies);
  const reasons = messages[locale].dossierReview.reasons;
  const dossiers = new Map(letter.dossiers.map((dossier) => [dossier.id, dossier]));
  return letter.persons.map((person) => {
    const dossier = dossiers.get(person.dossierId);
    if (!dossier) throw new Error(`dossier ${person.dossierId} is missing`);
    const policy = policyOf(letter, dossier);
    const granting = person.lines.filter(({ shortened }) => shortened !== "already_supported").map(({ rate }) => rate);
    const doubtful = new Set(unverifiedRates(policy, granting).map(({ code }) => code));
    const code = reasonOf(person.reasonCode);
    return {
      ...person,
      dossier,
      formulas: person.lines.map(
        (line) =>
          `${rateName(policy, line.rate, locale)}: ${formulaWords(line, locale, say)} = ${formatCount(line.amount, locale)} đồng${doubtful.has(line.rate) ? " (*)" : ""}`,
      ),
      unverified: doubtful.size > 0,
      reason: [code && reasons[code], person.reasonNote].filter(Boolean).join(": ") || null,
      clause: (code && clauseOfReason(policy, dossier.groupCode, code)?.[locale]) || null,
    };
  });
}

/** Rates of accepted persons that nobody has confirmed, each with the day on which a leader released it. */
function remarksOf(letter: DecisionLetter): string[] {
  const remarks: string[] = [];
  for (const [policyVersionId, policy] of letter.policies) {
    const here = new Set(letter.dossiers.filter((one) => one.policyVersionId === policyVersionId).map(({ id }) => id));
    const used = letter.persons
      .filter(({ dossierId }) => here.has(dossierId))
      .flatMap(({ lines }) => lines.filter(({ shortened }) => shortened !== "already_supported"))
      .map(({ rate }) => rate);
    for (const rate of unverifiedRates(policy, used)) {
      const release = letter.releases.find(
        (one) => one.policyVersionId === policyVersionId && one.rateCode === rate.code,
      );
      remarks.push(
        `(*) Mức “${rate.name.vi}” (${rate.clause.vi}) chưa được xác nhận${release ? `; lãnh đạo Ban cho phép áp dụng ngày ${formatDay(release.releasedOn)}` : ""}.`,
      );
    }
  }
  return remarks;
}

function basesOf(letter: DecisionLetter): string[] {
  const [first] = letter.dossiers;
  const cited = new Set([...letter.policies.values()].map(({ citation }) => citation.vi));
  return [
    `Căn cứ chức năng, nhiệm vụ, quyền hạn của ${authority};`,
    ...[...cited].map((citation) => `Căn cứ ${citation};`),
    ...(letter.after
      ? [`Căn cứ Quyết định số ${letter.after.number} ngày ${formatDay(letter.after.issuedOn)} của ${authority};`]
      : []),
    letter.of === "dossier" && first
      ? `Xét hồ sơ số ${first.code} của ${first.organisation};`
      : `Xét ${formatCount(letter.dossiers.length, "vi")} hồ sơ đề nghị hỗ trợ đào tạo nghề;`,
    "Theo đề nghị của Trưởng phòng Quản lý Lao động.",
  ];
}

function articlesOf(letter: DecisionLetter, accepted: number, refused: number, total: number): string[] {
  const [first] = letter.dossiers;
  const addressee = letter.of === "dossier" && first ? first.organisation : "các đơn vị có hồ sơ nêu tại Phụ lục";
  const said = total < mostSaid ? ` (bằng chữ: ${inWords(total)})` : "";
  return [
    ...(accepted > 0
      ? [
          `Hỗ trợ đào tạo nghề cho ${people(accepted)} với tổng số tiền là ${formatCount(total, "vi")} đồng${said}, theo danh sách tại Phụ lục kèm theo Quyết định này.`,
        ]
      : []),
    ...(refused > 0
      ? [`Không hỗ trợ đào tạo nghề đối với ${people(refused)}; lý do và căn cứ được nêu tại Phụ lục.`]
      : []),
    "Phòng Quản lý Lao động thông báo kết quả cho đơn vị đề nghị và theo dõi việc thực hiện theo quy định.",
    `Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, Trưởng phòng Quản lý Lao động, ${addressee} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.`,
  ].map((text, at) => `Điều ${at + 1}. ${text}`);
}

/**
 * The words of a decision, Vietnamese, as decisions are; by Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2 (quyết định cá
 * biệt). Total: the sum of the persons named in the annex, đồng.
 */
export function decisionWords(letter: DecisionLetter) {
  const told = toldPersons(letter, "vi");
  const accepted = told.filter(({ decision }) => decision === "ACCEPTED");
  const refused = told.filter(({ decision }) => decision === "REFUSED");
  const total = accepted.reduce((sum, { amount }) => sum + amount, 0);
  const [year = "", month = "", date = ""] = letter.issuedOn?.split("-") ?? [];
  // Months 1 and 2 take a zero before them, as days below 10 do (NĐ 30/2020, Phụ lục I).
  const shortMonth = Number(month) > 2 ? String(Number(month)) : month;
  const dated = letter.issuedOn
    ? `ngày ${date} tháng ${shortMonth} năm ${year}`
    : `ngày ${blank} tháng ${blank} năm ${blank}`;
  const number = letter.number ?? `${blank}/QĐ-BQL`;
  const who = ({ fullName, birthDate, dossier }: ToldPerson, at: number) => [
    String(at + 1),
    fullName,
    formatDay(birthDate),
    `${dossier.organisation}\n${dossier.code}`,
  ];
  return {
    number,
    dated,
    subject: `Về việc ${letter.subject}`,
    bases: basesOf(letter),
    articles: articlesOf(letter, accepted.length, refused.length, total),
    remarks: remarksOf(letter),
    annexTo: `(Kèm theo Quyết định số ${number} ${dated} của ${authority})`,
    accepted: accepted.map((one, at) => [...who(one, at), one.formulas.join("\n"), formatCount(one.amount, "vi")]),
    refused: refused.map((one, at) => [...who(one, at), one.reason ?? "", one.clause ?? ""]),
    total,
    totalShown: formatCount(total, "vi"),
  };
}
