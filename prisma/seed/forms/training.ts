import type { FormDefinitionInput } from "@/lib/reports/definition";
import { both, named, remark } from "./words";

/** Resolution 03/2024/NQ-HĐND, Article 1 clause 1. */
const occupations = [
  named("logistics", "Logistics", "Logistics"),
  named("electronics", "Điện tử công nghiệp", "Industrial electronics"),
  named("electricity", "Điện công nghiệp", "Industrial electricity"),
  named("welding", "Hàn", "Welding"),
  named("automotive", "Công nghệ ô tô", "Automotive technology"),
  named("software", "Công nghệ thông tin (ứng dụng phần mềm)", "Information technology (software applications)"),
  named("hotel", "Quản trị khách sạn", "Hotel management"),
  named("nursing", "Điều dưỡng", "Nursing"),
  named("aquaculture", "Nuôi trồng thủy sản nước mặn, nước lợ", "Marine and brackish-water aquaculture"),
];

/** Article 1 clause 2. */
const groups = [
  named(
    "workers",
    "a) Người lao động trong doanh nghiệp, tốt nghiệp THCS trở lên, chưa có văn bằng phù hợp với công việc",
    "a) Workers of enterprises, lower-secondary graduates or above, without a qualification that matches the job",
  ),
  named(
    "graduates",
    "b) Người tốt nghiệp THCS, THPT học trung cấp, cao đẳng tại các trường của thành phố",
    "b) Lower and upper-secondary graduates at intermediate or college level in the city's schools",
  ),
  named("teachers", "c) Nhà giáo chưa có chứng chỉ kỹ năng nghề", "c) Teachers without the required skill certificate"),
  named(
    "experts",
    "d) Cán bộ kỹ thuật của doanh nghiệp, nghệ nhân cấp tỉnh trở lên tham gia giảng dạy",
    "d) Technicians of enterprises, artisans of provincial level or above, who teach",
  ),
];

/** What is counted in each row, begun with what the support dossiers of the period say. */
const columnsBy = (what: "Occupation" | "Group") => [
  {
    kind: "integer" as const,
    key: "participants",
    label: both("Số người tham gia học tập", "People taking part"),
    sum: true,
    prefill: `training.participantsBy${what}`,
  },
  {
    kind: "integer" as const,
    key: "dossiersComplete",
    label: both("Đã hoàn thiện hồ sơ", "Dossiers complete"),
    sum: true,
    prefill: `training.completeBy${what}`,
  },
];

export const training: FormDefinitionInput = {
  nilAllowed: true,
  sections: [
    {
      key: "participation",
      title: both("Người lao động tham gia học tập", "Workers taking part in training"),
      help: both(
        "Kế hoạch của Ban Quản lý, mục IV.A.2: “thống kê báo cáo số lượng người lao động tham gia học tập và hoàn thiện hồ sơ của người lao động gửi tới Ban Quản lý”. Chỉ tính trong kỳ báo cáo.",
        "The Authority's plan, IV.A.2: report the number of workers taking part in training and the completion of their dossiers. Count the reporting period only.",
      ),
      items: [
        {
          kind: "integer",
          key: "headcount",
          label: both("Tổng số lao động của doanh nghiệp", "Persons employed"),
          prefill: "enterprise.headcount",
          unit: both("người", "people"),
        },
        {
          kind: "integer",
          key: "participants",
          label: both("Tổng số người lao động tham gia học tập", "Workers taking part in training, in all"),
          prefill: "training.participants",
          required: true,
          sum: true,
          unit: both("người", "people"),
        },
        {
          kind: "table",
          key: "byOccupation",
          label: both(
            "Theo nghề (Nghị quyết 03/2024/NQ-HĐND, Điều 1 khoản 1)",
            "By occupation (Resolution 03/2024/NQ-HĐND, Article 1.1)",
          ),
          columns: columnsBy("Occupation"),
          rows: { kind: "fixed", rows: occupations },
        },
        {
          kind: "table",
          key: "byGroup",
          label: both("Theo nhóm đối tượng (Điều 1 khoản 2)", "By beneficiary group (Article 1.2)"),
          columns: columnsBy("Group"),
          rows: { kind: "fixed", rows: groups },
        },
      ],
    },
    {
      key: "remarks",
      title: both("Khó khăn và đề xuất", "Difficulties and proposals"),
      items: [
        remark("difficulties", "Khó khăn, vướng mắc", "Difficulties"),
        remark("proposals", "Đề xuất, kiến nghị", "Proposals"),
      ],
    },
  ],
  rules: [
    { kind: "sumEquals", total: "participants", parts: ["byOccupation.participants"] },
    { kind: "sumEquals", total: "participants", parts: ["byGroup.participants"] },
    { kind: "sumEquals", total: "byOccupation.dossiersComplete", parts: ["byGroup.dossiersComplete"] },
    { kind: "notMore", within: "byOccupation", less: "dossiersComplete", than: "participants" },
    { kind: "notMore", within: "byGroup", less: "dossiersComplete", than: "participants" },
    { kind: "notMore", less: "participants", than: "headcount" },
  ],
};
