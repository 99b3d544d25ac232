import type { FormDefinitionInput } from "@/lib/reports/definition";
import { both, remark } from "./words";

const count = (key: string, vi: string, en: string) => ({
  kind: "integer" as const,
  key,
  label: both(vi, en),
  sum: true,
});

/** What the plan gives the employment centre to do (IV.B.5), as questions. */
export const centreReport: FormDefinitionInput = {
  nilAllowed: true,
  sections: [
    {
      key: "work",
      title: both("Tình hình thực hiện trong kỳ", "Work in the period"),
      help: both(
        "Kế hoạch của Ban Quản lý, mục IV.B.5: tuyên truyền thông tin tới doanh nghiệp, người lao động; nắm bắt nhu cầu đào tạo của người lao động để tư vấn, hỗ trợ; “định kỳ báo cáo tình hình thực hiện về Ban Quản lý”.",
        "The Authority's plan, IV.B.5: inform enterprises and workers, learn what training workers need, advise and support them, and report periodically.",
      ),
      items: [
        count("enterprisesInformed", "Số doanh nghiệp được thông tin, tuyên truyền", "Enterprises informed"),
        count("workersInformed", "Số người lao động được thông tin, tuyên truyền", "Workers informed"),
        count("workersInNeed", "Số người lao động có nhu cầu đào tạo đã nắm được", "Workers known to need training"),
        count("workersAdvised", "Số người lao động được tư vấn, hỗ trợ", "Workers advised or supported"),
        { ...remark("state", "Tình hình thực hiện", "What was done"), required: true },
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
};
