import type { Choice } from "@/lib/imports/readers";

/** How people write the values of a vacancy's columns, the usual word first; compared without diacritics and case. */
export const groupWords: readonly Choice[] = [
  { value: "MANAGER", words: ["nhà quản lý", "quản lý", "lãnh đạo", "cán bộ quản lý", "manager", "management"] },
  {
    value: "HIGH_TECHNICAL",
    words: ["chuyên môn kỹ thuật bậc cao", "CMKT bậc cao", "bậc cao", "kỹ thuật cao", "kỹ sư", "high-level technical"],
  },
  {
    value: "MID_TECHNICAL",
    words: ["chuyên môn kỹ thuật bậc trung", "CMKT bậc trung", "bậc trung", "kỹ thuật viên", "mid-level technical"],
  },
  { value: "OTHER", words: ["khác", "lao động phổ thông", "LĐPT", "phổ thông", "công nhân", "lao động khác", "other"] },
];

export const qualificationWords: readonly Choice[] = [
  {
    value: "unskilled",
    words: [
      "lao động phổ thông",
      "LĐPT",
      "phổ thông",
      "chưa qua đào tạo",
      "không yêu cầu",
      "không yêu cầu bằng cấp",
      "không",
      "THCS",
      "THPT",
      "tốt nghiệp THPT",
      "tốt nghiệp THCS",
      "12/12",
      "9/12",
      "cấp 3",
      "cấp 2",
      "unskilled",
    ],
  },
  { value: "elementary", words: ["sơ cấp", "sơ cấp nghề", "SC", "chứng chỉ nghề", "elementary"] },
  { value: "intermediate", words: ["trung cấp", "TC", "trung cấp nghề", "TCN", "trung học nghề", "intermediate"] },
  { value: "college", words: ["cao đẳng", "CĐ", "cao đẳng nghề", "CĐN", "college"] },
  { value: "university", words: ["đại học", "ĐH", "kỹ sư", "cử nhân", "university", "bachelor"] },
  {
    value: "postgraduate",
    words: ["trên đại học", "sau đại học", "thạc sĩ", "tiến sĩ", "thạc sỹ", "postgraduate", "master"],
  },
];

export const contractWords: readonly Choice[] = [
  {
    value: "INDEFINITE",
    words: ["không xác định thời hạn", "KXĐTH", "không thời hạn", "dài hạn", "lâu dài", "indefinite", "permanent"],
  },
  {
    value: "FIXED_TERM",
    words: [
      "xác định thời hạn",
      "có thời hạn",
      "XĐTH",
      "1 năm",
      "2 năm",
      "3 năm",
      "12 tháng",
      "24 tháng",
      "36 tháng",
      "fixed term",
    ],
  },
  { value: "SEASONAL", words: ["thời vụ", "mùa vụ", "ngắn hạn", "seasonal", "dưới 12 tháng"] },
  { value: "PROBATION", words: ["thử việc", "probation"] },
];

export const shiftWords: readonly Choice[] = [
  { value: "DAY", words: ["hành chính", "giờ hành chính", "ca ngày", "HC", "ca hành chính", "day"] },
  {
    value: "TWO_SHIFTS",
    words: ["2 ca", "hai ca", "ca 2", "2 ca/ngày", "ca ngày/đêm", "ca ngày và ca đêm", "2 shifts"],
  },
  { value: "THREE_SHIFTS", words: ["3 ca", "ba ca", "3 ca 4 kíp", "3 shifts"] },
  { value: "NIGHT", words: ["ca đêm", "đêm", "night"] },
  { value: "FLEXIBLE", words: ["linh hoạt", "theo ca linh hoạt", "flexible"] },
];
