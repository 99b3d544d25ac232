import { fold } from "@/lib/core/text";
import type { TableDescription, TableField } from "@/lib/imports/description";
import { readDay } from "@/lib/imports/read-day";
import { type Reader, readCode, readCount, readText, readYesNo, shown, taken, unread } from "@/lib/imports/readers";
import { countryName, investorCountries } from "./countries";
import { parseTaxCode } from "./taxCode";

/** Names of countries as people write them, folded, to ISO 3166-1 alpha-2. */
const names = new Map<string, string>();
for (const code of investorCountries)
  for (const locale of ["vi", "en"] as const) names.set(fold(countryName(code, locale)), code);
for (const [name, code] of Object.entries({
  korea: "KR",
  "han quoc": "KR",
  "dai loan": "TW",
  "dai loan (tq)": "TW",
  taiwan: "TW",
  "trung quoc": "CN",
  china: "CN",
  "hong kong": "HK",
  hongkong: "HK",
  my: "US",
  "hoa ky": "US",
  usa: "US",
  "nhat ban": "JP",
  nhat: "JP",
  "viet nam": "VN",
  vietnam: "VN",
  vn: "VN",
  "trong nuoc": "VN",
  singapore: "SG",
  "xinh-ga-po": "SG",
  "thai lan": "TH",
  uc: "AU",
  duc: "DE",
  phap: "FR",
  anh: "GB",
  "ha lan": "NL",
  "thuy si": "CH",
  "thuy sy": "CH",
  "an do": "IN",
  malaysia: "MY",
  samoa: "WS",
  bvi: "VG",
  "bv islands": "VG",
}))
  names.set(name, code);

const readCountry: Reader<string> = (cell) => {
  const text = fold(shown(cell));
  const code = text.toUpperCase();
  const found = names.get(text) ?? (countryName(code, "en") === code ? undefined : code);
  return found ? taken(found) : unread("country");
};

const readVsic: Reader<string> = (cell) => {
  const code = /(?<!\d)(\d{2,5})(?!\d)/.exec(shown(cell))?.[1];
  return code ? taken(code) : unread("vsic");
};

const field = (
  key: string,
  vi: string,
  en: string,
  read: Reader,
  headers: string[],
  more: Omit<Partial<TableField>, "key"> = {},
): TableField => ({ key, names: { vi, en }, read, headers, ...more });

/** The register of enterprises: what an entry needs, and the paper that it rests on. */
export const registerSheet: TableDescription = {
  kind: "REGISTER",
  totals: ["headcount"],
  fields: [
    field("no", "STT", "No.", readText(20), ["tt", "số thứ tự", "#"]),
    field(
      "taxCode",
      "Mã số thuế",
      "Tax code",
      readCode("taxCode", [10, 13], parseTaxCode),
      ["mst", "mã số dn", "mã số doanh nghiệp", "mã dn"],
      { required: true, identifies: true, example: "0200000000" },
    ),
    field(
      "nameVi",
      "Tên doanh nghiệp",
      "Name",
      readText(200),
      ["tên công ty", "doanh nghiệp", "công ty", "tên dn", "tên tiếng việt", "company"],
      { required: true, identifies: true, example: "Công ty TNHH Mẫu" },
    ),
    field("nameEn", "Tên tiếng Anh", "English name", readText(200), ["tên nước ngoài", "tên giao dịch"]),
    field(
      "park",
      "Khu công nghiệp",
      "Industrial park",
      readText(120),
      ["kcn", "khu", "địa bàn", "kcn/kkt", "khu vực"],
      { required: true, spreads: true, example: "KCN Tràng Duệ" },
    ),
    field("address", "Địa chỉ", "Address", readText(300), ["trụ sở", "địa điểm", "địa chỉ trụ sở", "lô"]),
    field("vsicCode", "Mã ngành (VSIC)", "Industry (VSIC)", readVsic, [
      "mã ngành",
      "ngành nghề",
      "ngành nghề kinh doanh",
      "lĩnh vực",
    ]),
    field(
      "investorCountry",
      "Quốc gia đầu tư",
      "Investor country",
      readCountry,
      ["quốc tịch", "nước", "nhà đầu tư", "quốc tịch nhà đầu tư", "nước đầu tư", "quốc gia"],
      { required: true, example: "Hàn Quốc" },
    ),
    field(
      "headcount",
      "Số lao động",
      "Employees",
      readCount,
      ["lao động", "tổng số lao động", "số lđ", "số lượng lao động", "tổng lao động"],
      { amount: true },
    ),
    field("hasUnion", "Công đoàn", "Union", readYesNo, ["có công đoàn", "tổ chức công đoàn", "cđcs"]),
    field("hasAgreement", "Thỏa ước lao động tập thể", "Collective agreement", readYesNo, [
      "tưlđtt",
      "thỏa ước",
      "tultt",
    ]),
    field(
      "documentNumber",
      "Số giấy chứng nhận đầu tư",
      "Certificate number",
      readText(60),
      ["giấy chứng nhận đầu tư", "gcnđt", "số gcn", "giấy cnđt", "gcnđkđt", "số gcnđt", "mã dự án", "số giấy phép"],
      { required: true, example: "1234567890" },
    ),
    field(
      "documentDate",
      "Ngày cấp",
      "Issued on",
      readDay,
      ["ngày cấp gcn", "ngày gcn", "ngày cấp giấy chứng nhận", "cấp ngày", "ngày cấp gcnđt"],
      { required: true, example: "15/01/2020" },
    ),
  ],
  section: (text): Record<string, string> =>
    /\bkcn\b|khu cong nghiep|khu kinh te|\bkkt\b/.test(fold(text)) ? { park: text } : {},
};
