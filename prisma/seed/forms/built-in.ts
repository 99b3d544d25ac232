import { schoolForm } from "@/lib/cohorts/school-form";
import type { Tx } from "@/lib/db/client";
import { type FormDefinitionInput, formDefinition } from "@/lib/reports/definition";
import { centreReport } from "./centre";
import { labourChange, skilledNeed } from "./labour";
import { training } from "./training";

type BuiltIn = { code: string; nameVi: string; nameEn: string; citation: string; definition: FormDefinitionInput };

/**
 * Forms that the portal brings along. None stands for a printed form that was compared word by word: each is `verified:
 * false` until somebody of the Authority says otherwise.
 */
export const builtInForms: readonly BuiltIn[] = [
  {
    code: "training-participation",
    nameVi: "Báo cáo người lao động tham gia đào tạo nghề",
    nameEn: "Report on workers taking part in vocational training",
    citation: "Kế hoạch của Ban Quản lý thực hiện Nghị quyết số 03/2024/NQ-HĐND ngày 19/7/2024, mục IV.A.2",
    definition: training,
  },
  {
    code: "labour-change",
    nameVi: "Báo cáo tình hình thay đổi lao động",
    nameEn: "Report on the change of labour",
    citation:
      "Nghị định số 145/2020/NĐ-CP, Điều 4 khoản 2 (sửa đổi bởi Nghị định số 35/2022/NĐ-CP, Điều 73), Mẫu số 01/PLI",
    definition: labourChange,
  },
  {
    code: "skilled-labour-need",
    nameVi: "Nhu cầu nhân lực có kỹ năng nghề hằng năm",
    nameEn: "Yearly need of skilled labour",
    citation: "Kế hoạch phát triển giáo dục nghề nghiệp của thành phố giai đoạn 2021–2030, mục V.8",
    definition: skilledNeed,
  },
  {
    code: "employment-centre",
    nameVi: "Báo cáo định kỳ của Trung tâm Dịch vụ việc làm – Đào tạo – Xúc tiến đầu tư",
    nameEn: "Periodic report of the employment centre",
    citation: "Kế hoạch của Ban Quản lý thực hiện Nghị quyết số 03/2024/NQ-HĐND ngày 19/7/2024, mục IV.B.5",
    definition: centreReport,
  },
  {
    code: "school-data",
    nameVi: "Cung cấp thông tin đào tạo của trường",
    nameEn: "School data call",
    citation: "Công văn của Ban Quản lý gửi các trường đại học, cao đẳng, trung cấp, tháng 3/2023",
    definition: schoolForm,
  },
];

/** Writes the built-in forms that are not there yet, in force. One that is there is kept by staff and left alone. */
export async function loadForms(tx: Tx): Promise<void> {
  const known = await tx.reportForm.findMany({
    where: { code: { in: builtInForms.map(({ code }) => code) } },
    select: { code: true },
  });
  for (const { definition, ...form } of builtInForms) {
    if (known.some(({ code }) => code === form.code)) continue;
    await tx.reportForm.create({
      data: {
        ...form,
        versions: {
          create: { no: 1, definition: formDefinition.parse(definition), state: "IN_FORCE", inForceAt: new Date() },
        },
      },
    });
  }
}
