import type { Field, Words } from "./field";

/** What a fact is: one value, or a number for each given row of a table, by the row's key. */
type Shape = "number" | "text" | "yesNo" | "numberByRow";
export type KnownFact = { label: Words; shape: Shape; of: "ENTERPRISE" | "SCHOOL" | "ANY" };

/**
 * What the portal knows of whoever reports, by key: forms name it as `prefill`. A domain that knows more adds its line
 * here and the query to it in known-queries.ts; the compiler asks for the second when it sees the first.
 */
export const knownFacts = {
  "organisation.name": { label: { vi: "Tên tổ chức", en: "Name of the organisation" }, shape: "text", of: "ANY" },
  "contact.name": { label: { vi: "Đầu mối: họ tên", en: "Contact point: name" }, shape: "text", of: "ANY" },
  "contact.title": { label: { vi: "Đầu mối: chức danh", en: "Contact point: title" }, shape: "text", of: "ANY" },
  "contact.phone": { label: { vi: "Đầu mối: điện thoại", en: "Contact point: telephone" }, shape: "text", of: "ANY" },
  "contact.email": { label: { vi: "Đầu mối: thư điện tử", en: "Contact point: e-mail" }, shape: "text", of: "ANY" },
  "enterprise.taxCode": { label: { vi: "Mã số thuế", en: "Tax code" }, shape: "text", of: "ENTERPRISE" },
  "enterprise.park": { label: { vi: "Khu công nghiệp", en: "Industrial park" }, shape: "text", of: "ENTERPRISE" },
  "enterprise.headcount": {
    label: { vi: "Số lao động theo hồ sơ doanh nghiệp", en: "Persons employed, as registered" },
    shape: "number",
    of: "ENTERPRISE",
  },
  "enterprise.hasUnion": {
    label: { vi: "Có công đoàn cơ sở", en: "Has a trade union" },
    shape: "yesNo",
    of: "ENTERPRISE",
  },
  "enterprise.hasAgreement": {
    label: { vi: "Có thỏa ước lao động tập thể", en: "Has a collective agreement" },
    shape: "yesNo",
    of: "ENTERPRISE",
  },
  "vacancies.open": {
    label: { vi: "Số vị trí đang đăng tuyển", en: "Vacancies published now" },
    shape: "number",
    of: "ENTERPRISE",
  },
  "vacancies.headcountNeeded": {
    label: { vi: "Số người cần tuyển, đăng trong kỳ", en: "People needed, published in the period" },
    shape: "number",
    of: "ENTERPRISE",
  },
  "vacancies.neededByPositionGroup": {
    label: { vi: "Số người cần tuyển theo nhóm vị trí", en: "People needed by position group" },
    shape: "numberByRow",
    of: "ENTERPRISE",
  },
  "vacancies.neededByQualification": {
    label: { vi: "Số người cần tuyển theo trình độ", en: "People needed by qualification" },
    shape: "numberByRow",
    of: "ENTERPRISE",
  },
  "training.participants": {
    label: {
      vi: "Số người tham gia học tập trong kỳ, theo hồ sơ hỗ trợ",
      en: "People taking part in training in the period, by support dossiers",
    },
    shape: "number",
    of: "ANY",
  },
  "training.participantsByOccupation": {
    label: { vi: "Số người tham gia học tập theo nghề", en: "People taking part in training by occupation" },
    shape: "numberByRow",
    of: "ANY",
  },
  "training.completeByOccupation": {
    label: {
      vi: "Số người đã nộp hồ sơ hỗ trợ theo nghề",
      en: "People whose support dossier was handed in, by occupation",
    },
    shape: "numberByRow",
    of: "ANY",
  },
  "training.participantsByGroup": {
    label: {
      vi: "Số người tham gia học tập theo nhóm đối tượng",
      en: "People taking part in training by beneficiary group",
    },
    shape: "numberByRow",
    of: "ANY",
  },
  "training.completeByGroup": {
    label: {
      vi: "Số người đã nộp hồ sơ hỗ trợ theo nhóm đối tượng",
      en: "People whose support dossier was handed in, by beneficiary group",
    },
    shape: "numberByRow",
    of: "ANY",
  },
  "training.registered": {
    label: { vi: "Số người tự đăng ký học trong kỳ", en: "People who registered to learn in the period" },
    shape: "number",
    of: "ANY",
  },
  "training.inReview": {
    label: {
      vi: "Số người trong hồ sơ nộp trong kỳ, đang xét",
      en: "People in dossiers handed in in the period, in review",
    },
    shape: "number",
    of: "ANY",
  },
  "training.approved": {
    label: { vi: "Số người được duyệt hỗ trợ trong kỳ", en: "People whose support was approved in the period" },
    shape: "number",
    of: "ANY",
  },
  "training.refused": {
    label: { vi: "Số người bị từ chối hỗ trợ trong kỳ", en: "People whose support was refused in the period" },
    shape: "number",
    of: "ANY",
  },
  "training.paid": {
    label: { vi: "Số người đã được chi hỗ trợ trong kỳ", en: "People whose support was paid in the period" },
    shape: "number",
    of: "ANY",
  },
  "training.paidAmount": {
    label: { vi: "Số tiền hỗ trợ đã chi trong kỳ, đồng", en: "Support paid in the period, VND" },
    shape: "number",
    of: "ANY",
  },
} as const satisfies Record<string, KnownFact>;

export type KnownKey = keyof typeof knownFacts;

export const isKnown = (key: string): key is KnownKey => Object.hasOwn(knownFacts, key);

/** Facts that can fill a field of a kind; `column`: of a table with given rows. */
export function factsFor(kind: Field["kind"], place: "field" | "column"): KnownKey[] {
  const numeric = ["integer", "decimal", "money", "percent"].includes(kind);
  const shape: Shape | null =
    place === "column"
      ? numeric
        ? "numberByRow"
        : null
      : numeric
        ? "number"
        : kind === "text" || kind === "longText"
          ? "text"
          : kind === "yesNo"
            ? "yesNo"
            : null;
  return (Object.keys(knownFacts) as KnownKey[]).filter((key) => knownFacts[key].shape === shape);
}

/** What was found, by key; a fact that is not known is not there. */
export type Known = Partial<Record<KnownKey, string | number | boolean | Record<string, number>>>;
