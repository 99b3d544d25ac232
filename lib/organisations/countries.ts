/** Where the parks' investors come from; ISO 3166-1 alpha-2, most frequent first. Others may be added freely. */
export const investorCountries = [
  "VN",
  "KR",
  "JP",
  "CN",
  "TW",
  "HK",
  "SG",
  "US",
  "DE",
  "FR",
  "BE",
  "NL",
  "GB",
  "IT",
  "FI",
  "CH",
  "AU",
  "MY",
  "TH",
  "IN",
  "VG",
  "WS",
  "KY",
  "SC",
] as const;

/** Names as the Authority's documents write them, where they differ from the usual ones. */
const written: Record<"vi" | "en", Record<string, string>> = {
  vi: { TW: "Đài Loan (Trung Quốc)", HK: "Hồng Kông (Trung Quốc)" },
  en: { TW: "Taiwan (China)", HK: "Hong Kong (China)" },
};

const usual = {
  vi: new Intl.DisplayNames(["vi"], { type: "region", fallback: "code" }),
  en: new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }),
};

/** The name of a country by its code; the code itself when it is none. */
export function countryName(code: string, locale: "vi" | "en"): string {
  const known = written[locale][code];
  if (known) return known;
  return /^[A-Z]{2}$/.test(code) ? (usual[locale].of(code) ?? code) : code;
}
