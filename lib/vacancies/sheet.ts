import { fold } from "@/lib/core/text";
import type { TableDescription } from "@/lib/imports/description";
import { readCode, readText } from "@/lib/imports/readers";
import { parseTaxCode } from "@/lib/organisations/taxCode";
import { needField, needFields } from "./sheet-fields";

const enterpriseWords = /cong ty|dntn|doanh nghiep|chi nhanh|tap doan|\bcty\b|co\., ?ltd|jsc|hop tac xa/;
const parkWords = /\bkcn\b|khu cong nghiep|khu kinh te|\bkkt\b|cum cong nghiep|\bccn\b|khu vuc/;

/** A name without the number of people behind it, and without a bracket whose other half has been cut off. */
function bare(part: string): string {
  const name = part.replace(/[\s–-]*\(?\d+ (lao động|người|LĐ)\)?\s*$/i, "").replace(/^[\s–,:-]+|[\s–,:-]+$/g, "");
  const opened = name.split("(").length - name.split(")").length;
  if (opened > 0) return name.replace(/^\(|\($/, "").trim();
  return opened < 0 ? name.replace(/\)$/, "").trim() : name;
}

/** What a section row names: an enterprise, a park, or both ("1. Công ty TNHH A (KCN Nomura)"). */
export function sectionOfNeeds(text: string): Record<string, string> {
  const folded = fold(text);
  const park = parkWords.exec(folded);
  if (!enterpriseWords.test(folded)) return park ? { park: bare(text) } : {};
  // Folding keeps the length of composed text, so that positions agree.
  if (!park || folded.length !== text.length) return { enterprise: bare(text) };
  return park.index === 0
    ? { park: bare(text) }
    : { enterprise: bare(text.slice(0, park.index)), park: bare(text.slice(park.index)) };
}

/** Needs of one enterprise, which is known. */
export const needsSheet: TableDescription = {
  kind: "NEEDS",
  fields: needFields,
  totals: ["headcount"],
  section: (text) => {
    const { park } = sectionOfNeeds(text);
    return park ? { park } : {};
  },
};

/** The annex of a letter: needs of many enterprises, as the Authority receives and sends it. */
export const annexSheet: TableDescription = {
  kind: "ANNEX",
  fields: [
    needField(
      "enterprise",
      "Doanh nghiệp",
      "Enterprise",
      readText(200),
      [
        "tên doanh nghiệp",
        "tên công ty",
        "công ty",
        "tên đơn vị",
        "đơn vị",
        "đơn vị tuyển dụng",
        "nhà đầu tư",
        "company",
        "company name",
      ],
      { spreads: true, example: "Công ty TNHH Mẫu" },
    ),
    needField(
      "taxCode",
      "Mã số thuế",
      "Tax code",
      readCode("taxCode", [10, 13], parseTaxCode),
      ["mst", "mã số dn", "mã số doanh nghiệp"],
      { spreads: "enterprise", example: "0200000000" },
    ),
    ...needFields,
  ],
  section: sectionOfNeeds,
  totals: ["headcount"],
};
