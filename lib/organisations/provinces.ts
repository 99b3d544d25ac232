/**
 * Provinces and centrally governed cities with their codes, after Quyết định 19/2025/QĐ-TTg of 30/6/2025. Not verified: read
 * from copies that agree with each other, not compared with the decision itself.
 */
export const provincesSource = { citation: "Quyết định 19/2025/QĐ-TTg ngày 30/6/2025", verified: false } as const;

const names = {
  "01": "Hà Nội",
  "04": "Cao Bằng",
  "08": "Tuyên Quang",
  "11": "Điện Biên",
  "12": "Lai Châu",
  "14": "Sơn La",
  "15": "Lào Cai",
  "19": "Thái Nguyên",
  "20": "Lạng Sơn",
  "22": "Quảng Ninh",
  "24": "Bắc Ninh",
  "25": "Phú Thọ",
  "31": "Hải Phòng",
  "33": "Hưng Yên",
  "37": "Ninh Bình",
  "38": "Thanh Hóa",
  "40": "Nghệ An",
  "42": "Hà Tĩnh",
  "44": "Quảng Trị",
  "46": "Huế",
  "48": "Đà Nẵng",
  "51": "Quảng Ngãi",
  "52": "Gia Lai",
  "56": "Khánh Hòa",
  "66": "Đắk Lắk",
  "68": "Lâm Đồng",
  "75": "Đồng Nai",
  "79": "Hồ Chí Minh",
  "80": "Tây Ninh",
  "82": "Đồng Tháp",
  "86": "Vĩnh Long",
  "91": "An Giang",
  "92": "Cần Thơ",
  "96": "Cà Mau",
} as const;
export type Province = keyof typeof names;

/** Codes, in the decision's order. Objects order keys that look like numbers first: hence the sorting. */
export const provinces = (Object.keys(names) as Province[]).sort();

/** What a province is called; Vietnamese in both languages, as on maps. The code itself when it is none. */
export const provinceName = (code: string): string => names[code as Province] ?? code;
