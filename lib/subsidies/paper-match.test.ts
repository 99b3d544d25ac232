import { expect, it } from "vitest";
import { knownPolicy } from "@/prisma/seed/support-policy";
import { proposePlaces } from "./paper-match";
import { groupOf } from "./policy";

const papers = groupOf(knownPolicy, "a")?.papers ?? [];
const persons = [
  { id: 1, fullName: "Nguyễn Văn Mẫu", staffCode: "NV-0012" },
  { id: 2, fullName: "Trần Thị Mẫu", staffCode: "NV-0013" },
  { id: 3, fullName: "Trần Thị Mẫu", staffCode: null },
  { id: 4, fullName: "Lê Thử", staffCode: null },
];

it.each([
  ["NV-0012_don-de-nghi.pdf", 1, "don-de-nghi"],
  ["nv 0013 Bản sao bằng tốt nghiệp.JPG", 2, "ban-sao-bang"],
  ["Đơn đề nghị hỗ trợ - Lê Thử.heic", 4, "don-de-nghi"],
  // Two people of that name: nobody's.
  ["Trần Thị Mẫu - don de nghi.pdf", null, "don-de-nghi"],
  ["van-ban-de-nghi NV-0012.pdf", null, "van-ban-de-nghi"],
  ["NV-0012.pdf", 1, null],
  ["NV-00125_don-de-nghi.pdf", null, "don-de-nghi"],
  ["IMG_2031.jpg", null, null],
])("%s belongs to %s as %s", (name, personId, code) => {
  expect(proposePlaces([name], persons, papers)).toEqual([{ personId, code }]);
});
