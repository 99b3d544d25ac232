import type { FormDefinitionInput } from "@/lib/reports/definition";
import {
  accreditations,
  difficultyThemes,
  gradeScales,
  skillGrades,
  type Term,
  terms,
  trainingFields,
  trainingLevels,
} from "./vocabulary";

const both = (vi: string, en: string) => ({ vi, en });
const optionsOf = (list: readonly Term[]) => list.map(({ value, label }) => ({ value, label }));

const text = (key: string, vi: string, en: string, maxLength = 200) => ({
  kind: "text" as const,
  key,
  label: both(vi, en),
  maxLength,
});
const choice = (key: string, vi: string, en: string, list: readonly Term[]) => ({
  kind: "choice" as const,
  key,
  label: both(vi, en),
  options: optionsOf(list),
});
const persons = (key: string, vi: string, en: string) => ({
  kind: "integer" as const,
  key,
  label: both(vi, en),
  sum: true,
  max: 100_000,
});
const required = { required: true as const };
const yearColumns = [1, 2, 3, 4].flatMap((year) => [
  persons(`y${year}`, `Năm ${year}`, `Year ${year}`),
  persons(`w${year}`, `Năm ${year}: nữ`, `Year ${year}: women`),
]);

/**
 * The five points of the Authority's letter to schools of March 2023 (lib/cohorts/answer.ts reads answers by these keys).
 * A programme is one row with all that is counted of it, as schools keep it; what comes several times for a programme (months
 * of graduation, internships) names it by its code.
 */
export const schoolForm: FormDefinitionInput = {
  sections: [
    {
      key: "programmes",
      title: both("1–2. Ngành đào tạo và số sinh viên", "1–2. Programmes and students"),
      help: both(
        "“Số lượng sinh viên hằng năm đang được đào tạo, số lượng sinh viên dự kiến đào tạo… số lượng sinh viên đang được đào tạo năm thứ 1, 2, 3, 4.” Để trống là không có.",
        "Students in training and planned, and those in year 1, 2, 3, 4. Empty means none.",
      ),
      items: [
        { ...text("school", "Tên trường", "Name of the school"), ...required, prefill: "organisation.name" },
        {
          kind: "table",
          key: "programmes",
          label: both("Ngành, nghề đào tạo", "Programmes"),
          columns: [
            { ...text("code", "Mã ngành", "Code", 20), ...required },
            { ...text("name", "Tên ngành, nghề", "Name"), ...required },
            { ...choice("field", "Lĩnh vực", "Field", trainingFields), ...required },
            { ...choice("level", "Trình độ", "Level", trainingLevels), ...required },
            ...yearColumns,
            persons("intake", "Dự kiến tuyển sinh", "Planned intake"),
            {
              kind: "choices",
              key: "grades",
              label: both("Bậc tay nghề đào tạo", "Skill grades offered"),
              options: optionsOf(skillGrades),
            },
            text("partner", "Đối tác quốc tế", "Partner abroad"),
            choice("accreditation", "Kiểm định", "Accreditation", accreditations),
          ],
          rows: { kind: "free", least: 1, most: 80, groupBy: "field" },
        },
      ],
    },
    {
      key: "graduates",
      title: both("1. Dự kiến tốt nghiệp theo tháng", "1. Expected graduates by month"),
      items: [
        {
          kind: "table",
          key: "graduates",
          label: both("Dự kiến tốt nghiệp", "Expected graduates"),
          columns: [
            { ...text("programme", "Mã ngành", "Programme's code", 20), ...required },
            { kind: "integer", key: "month", label: both("Tháng", "Month"), min: 1, max: 12, ...required },
            {
              kind: "integer",
              key: "year",
              label: both("Năm", "Year"),
              min: 2000,
              max: 2100,
              plain: true,
              ...required,
            },
            { ...persons("count", "Số sinh viên", "Students"), ...required },
            persons("women", "Nữ", "Women"),
          ],
          rows: { kind: "free", least: 0, most: 300, groupBy: null },
        },
      ],
    },
    {
      key: "internships",
      title: both("2. Thực tập tại doanh nghiệp", "2. Internships"),
      help: both(
        "“Công tác phối hợp thực tập sinh tại các doanh nghiệp và số lượng sinh viên thực tập trong KCN, KKT.” Ghi mã số thuế thì doanh nghiệp trong khu được nhận ra chắc chắn.",
        "Cooperation on internships, and the number of interns in the parks. With the tax code an enterprise of the parks is known for sure.",
      ),
      items: [
        {
          kind: "table",
          key: "internships",
          label: both("Thực tập theo doanh nghiệp và học kỳ", "Internships by enterprise and term"),
          columns: [
            text("programme", "Mã ngành", "Programme's code", 20),
            { ...text("enterprise", "Doanh nghiệp", "Enterprise"), ...required },
            text("taxCode", "Mã số thuế", "Tax code", 14),
            { kind: "yesNo", key: "inParks", label: both("Trong KCN, KKT", "In the parks"), ...required },
            { ...choice("term", "Học kỳ", "Term", terms), ...required },
            { ...persons("count", "Số sinh viên", "Students"), ...required },
          ],
          rows: { kind: "free", least: 0, most: 200, groupBy: null },
        },
        {
          kind: "longText",
          key: "cooperation",
          label: both("Công tác phối hợp thực tập", "Cooperation on internships"),
        },
      ],
    },
    {
      key: "upgrades",
      title: both("3. Đào tạo nâng cấp, phân bậc tay nghề", "3. Upgrade training by skill grade"),
      help: both(
        "“Đào tạo và đào tạo nâng cấp các kỹ sư, lao động kỹ thuật có phân bậc tay nghề không? (ví dụ: Bậc 1, Bậc 2, Bậc 3…)”",
        "Upgrade training of engineers and technical workers with skill grades (grade 1, 2, 3…).",
      ),
      items: [
        {
          kind: "table",
          key: "upgrades",
          label: both("Lao động được đào tạo nâng bậc trong năm", "Workers trained up in the year"),
          columns: [
            { ...choice("field", "Lĩnh vực", "Field", trainingFields), ...required },
            { ...choice("scale", "Thang bậc", "Scale", gradeScales), ...required },
            { kind: "integer", key: "grade", label: both("Bậc", "Grade"), min: 1, max: 7, ...required },
            { ...persons("workers", "Số lao động", "Workers"), ...required },
          ],
          rows: { kind: "free", least: 0, most: 60, groupBy: "field" },
        },
      ],
    },
    {
      key: "state",
      title: both("4. Thực trạng và khó khăn, vướng mắc", "4. Present state and difficulties"),
      items: [
        { kind: "longText", key: "presentState", label: both("Thực trạng", "Present state") },
        {
          kind: "table",
          key: "difficulties",
          label: both("Khó khăn, vướng mắc", "Difficulties"),
          columns: [
            { ...choice("theme", "Nhóm vấn đề", "Theme", difficultyThemes), ...required },
            {
              kind: "longText",
              key: "text",
              label: both("Nội dung và đề xuất", "What it is, and what is proposed"),
              maxLength: 1_000,
              ...required,
            },
          ],
          rows: { kind: "free", least: 0, most: 20, groupBy: "theme" },
        },
      ],
    },
    {
      key: "contact",
      title: both("5. Đầu mối liên hệ", "5. Contact point"),
      items: [
        { ...text("contactName", "Họ tên", "Name"), ...required, prefill: "contact.name" },
        { ...text("contactTitle", "Chức danh", "Title"), prefill: "contact.title" },
        { ...text("contactPhone", "Số điện thoại", "Telephone", 30), ...required, prefill: "contact.phone" },
        { ...text("contactEmail", "Thư điện tử", "E-mail"), prefill: "contact.email" },
      ],
    },
  ],
  rules: [
    ...[1, 2, 3, 4].map((year) => ({
      kind: "notMore" as const,
      within: "programmes",
      less: `w${year}`,
      than: `y${year}`,
    })),
    { kind: "notMore", within: "graduates", less: "women", than: "count" },
  ],
};
