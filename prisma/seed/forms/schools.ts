import type { FormDefinitionInput } from "@/lib/reports/definition";
import { both, named, remark } from "./words";

const students = (key: string, vi: string, en: string) => ({
  kind: "integer" as const,
  key,
  label: both(vi, en),
  sum: true,
  unit: both("sinh viên", "students"),
});

/** The five points of the Authority's letter to schools of March 2023. */
export const schoolData: FormDefinitionInput = {
  sections: [
    {
      key: "numbers",
      title: both("1. Số lượng sinh viên", "1. Number of students"),
      help: both(
        "“Số lượng sinh viên hằng năm đang được đào tạo, số lượng sinh viên dự kiến đào tạo.”",
        "Students trained each year, and planned to be trained.",
      ),
      items: [
        {
          kind: "text",
          key: "school",
          label: both("Tên trường", "Name of the school"),
          required: true,
          prefill: "organisation.name",
        },
        { ...students("yearly", "Số sinh viên đào tạo hằng năm", "Students trained each year"), required: true },
        students("planned", "Số sinh viên dự kiến đào tạo", "Students planned to be trained"),
      ],
    },
    {
      key: "years",
      title: both("2. Theo năm học và thực tập", "2. By year, and internships"),
      help: both(
        "“Số lượng sinh viên đang được đào tạo năm thứ 1, 2, 3, 4; công tác phối hợp thực tập sinh tại các doanh nghiệp và số lượng sinh viên thực tập trong KCN, KKT.”",
        "Students in year 1, 2, 3, 4; cooperation on internships, and the number of interns in the parks.",
      ),
      items: [
        {
          kind: "table",
          key: "byYear",
          label: both("Sinh viên theo năm học", "Students by year"),
          columns: [{ kind: "integer", key: "count", label: both("Số sinh viên", "Students"), sum: true }],
          rows: {
            kind: "fixed",
            rows: [1, 2, 3, 4].map((year) => named(`year${year}`, `Năm thứ ${year}`, `Year ${year}`)),
          },
        },
        students("interns", "Số sinh viên thực tập trong KCN, KKT", "Interns in the parks"),
        remark("internships", "Công tác phối hợp thực tập tại doanh nghiệp", "Cooperation on internships"),
      ],
    },
    {
      key: "content",
      title: both("3. Nội dung đào tạo theo ngành", "3. Training by field"),
      help: both(
        "“Nội dung đào tạo theo ngành (ví dụ: ngành điện, điện tử, cơ khí…); khả năng hợp tác các trường quốc tế; đào tạo nâng cấp có phân bậc tay nghề không (ví dụ: Bậc 1, Bậc 2, Bậc 3…)”",
        "Training content by field (for example electricity, electronics, mechanics); cooperation with schools abroad; upgrade training with skill grades (1, 2, 3…).",
      ),
      items: [
        {
          kind: "table",
          key: "fields",
          label: both("Các ngành đào tạo", "Fields of training"),
          columns: [
            { kind: "text", key: "name", label: both("Ngành", "Field"), required: true, maxLength: 150 },
            { kind: "integer", key: "count", label: both("Số sinh viên", "Students"), sum: true },
            { kind: "longText", key: "content", label: both("Nội dung đào tạo", "Content"), maxLength: 1_000 },
          ],
          rows: { kind: "free", least: 1, most: 60 },
        },
        remark("partners", "Hợp tác với các trường quốc tế", "Partners abroad"),
        {
          kind: "yesNo",
          key: "graded",
          label: both("Có đào tạo nâng cấp phân bậc tay nghề", "Upgrade training with skill grades"),
        },
        {
          kind: "text",
          key: "grades",
          label: both("Các bậc", "Grades"),
          help: both("Ví dụ: Bậc 1, Bậc 2, Bậc 3", "For example: grade 1, 2, 3"),
        },
      ],
    },
    {
      key: "state",
      title: both("4. Thực trạng và khó khăn, vướng mắc", "4. Present state and difficulties"),
      items: [
        remark("presentState", "Thực trạng", "Present state"),
        remark("difficulties", "Khó khăn, vướng mắc trong quá trình đào tạo", "Difficulties in training"),
      ],
    },
    {
      key: "contact",
      title: both("5. Đầu mối liên hệ", "5. Contact point"),
      items: [
        { kind: "text", key: "contactName", label: both("Họ tên", "Name"), required: true, prefill: "contact.name" },
        { kind: "text", key: "contactTitle", label: both("Chức danh", "Title"), prefill: "contact.title" },
        {
          kind: "text",
          key: "contactPhone",
          label: both("Số điện thoại", "Telephone"),
          required: true,
          maxLength: 30,
          prefill: "contact.phone",
        },
      ],
    },
  ],
  rules: [
    { kind: "requiredWhen", field: "grades", when: "graded", is: { test: "equals", value: "yes" } },
    { kind: "requiredWhen", field: "internships", when: "interns", is: { test: "positive" } },
  ],
};
