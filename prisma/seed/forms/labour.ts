import type { FormDefinitionInput } from "@/lib/reports/definition";
import { both, named, remark } from "./words";

/** Position groups of Form 01/PLI of Decree 145/2020/NĐ-CP. */
const positionGroups = [
  named("manager", "Nhà quản lý", "Managers"),
  named("highTechnical", "Chuyên môn kỹ thuật bậc cao", "Higher technical staff"),
  named("midTechnical", "Chuyên môn kỹ thuật bậc trung", "Mid-level technical staff"),
  named("other", "Lao động khác", "Other workers"),
];

const people = (key: string, vi: string, en: string) => ({
  kind: "integer" as const,
  key,
  label: both(vi, en),
  sum: true,
});

/** Counts by position group only: the form in force, with a line for each person, is still to be compared. */
export const labourChange: FormDefinitionInput = {
  nilAllowed: true,
  sections: [
    {
      key: "change",
      title: both("Tình hình thay đổi lao động", "Change of labour"),
      help: both(
        "Theo nhóm vị trí của Mẫu số 01/PLI, Nghị định 145/2020/NĐ-CP. Mẫu này cần được đối chiếu với biểu mẫu đang có hiệu lực trước khi dùng chính thức.",
        "By the position groups of Form 01/PLI, Decree 145/2020/NĐ-CP. To be checked against the form in force before official use.",
      ),
      items: [
        {
          kind: "table",
          key: "byPosition",
          label: both("Số lao động theo nhóm vị trí", "Persons employed by position group"),
          columns: [
            people("atStart", "Đầu kỳ", "At the start"),
            people("increase", "Tăng trong kỳ", "Joined"),
            people("decrease", "Giảm trong kỳ", "Left"),
            people("atEnd", "Cuối kỳ", "At the end"),
          ],
          rows: { kind: "fixed", rows: positionGroups },
        },
        {
          kind: "integer",
          key: "total",
          label: both("Tổng số lao động cuối kỳ", "Persons employed at the end, in all"),
          required: true,
          sum: true,
          prefill: "enterprise.headcount",
          unit: both("người", "people"),
        },
        remark("reasons", "Lý do tăng, giảm", "Reasons of the change"),
      ],
    },
  ],
  rules: [
    { kind: "sumEquals", within: "byPosition", total: "atEnd", parts: ["atStart", "increase"], minus: ["decrease"] },
    { kind: "sumEquals", total: "total", parts: ["byPosition.atEnd"] },
  ],
};

const qualification = [
  named("unskilled", "Lao động phổ thông", "No certificate needed"),
  named("elementary", "Sơ cấp", "Elementary vocational"),
  named("intermediate", "Trung cấp", "Intermediate vocational"),
  named("college", "Cao đẳng", "College"),
  named("university", "Đại học", "University"),
  named("postgraduate", "Trên đại học", "Postgraduate"),
];

export const skilledNeed: FormDefinitionInput = {
  nilAllowed: true,
  sections: [
    {
      key: "enterprise",
      title: both("Doanh nghiệp", "The enterprise"),
      items: [
        {
          kind: "integer",
          key: "headcount",
          label: both("Số lao động hiện có", "Persons employed now"),
          prefill: "enterprise.headcount",
          unit: both("người", "people"),
          sum: true,
        },
        {
          kind: "yesNo",
          key: "trainsItself",
          label: both("Doanh nghiệp tự đào tạo người lao động", "Trains its workers itself"),
        },
      ],
    },
    {
      key: "need",
      title: both("Nhu cầu nhân lực có kỹ năng nghề", "Need of skilled labour"),
      help: both(
        "Kế hoạch của thành phố, mục V.8: hằng năm, đề xuất yêu cầu, nhu cầu về nhân lực có kỹ năng nghề đối với loại hình doanh nghiệp.",
        "The city's plan, V.8: propose each year the need of skilled labour by type of enterprise.",
      ),
      items: [
        {
          kind: "integer",
          key: "needed",
          label: both("Tổng số người cần trong năm tới", "People needed next year, in all"),
          required: true,
          sum: true,
          unit: both("người", "people"),
        },
        {
          kind: "table",
          key: "byQualification",
          label: both("Theo trình độ", "By qualification"),
          columns: [
            {
              ...people("published", "Đã đăng tuyển trong kỳ", "Published in the period"),
              prefill: "vacancies.neededByQualification",
            },
            people("needed", "Cần trong năm tới", "Needed next year"),
          ],
          rows: { kind: "fixed", rows: qualification },
        },
        {
          kind: "table",
          key: "byOccupation",
          label: both("Theo nghề", "By occupation"),
          help: both("Mỗi nghề và trình độ một dòng.", "A row for each occupation and qualification."),
          columns: [
            { kind: "text", key: "occupation", label: both("Nghề", "Occupation"), required: true, maxLength: 150 },
            {
              kind: "choice",
              key: "qualification",
              label: both("Trình độ", "Qualification"),
              required: true,
              options: qualification.map(({ key, label }) => ({ value: key, label })),
            },
            { ...people("needed", "Số người cần", "People needed"), required: true, min: 1 },
            { kind: "text", key: "skills", label: both("Kỹ năng cần có", "Skills asked for") },
          ],
          rows: { kind: "free", most: 60, groupBy: "qualification" },
        },
      ],
    },
    {
      key: "remarks",
      title: both("Đề xuất", "Proposals"),
      items: [remark("proposals", "Đề xuất về đào tạo", "Proposals on training")],
    },
  ],
  rules: [
    { kind: "sumEquals", total: "needed", parts: ["byQualification.needed"] },
    { kind: "notMore", less: "byOccupation.needed", than: "needed" },
    { kind: "requiredWhen", field: "byOccupation", when: "needed", is: { test: "positive" } },
  ],
};
