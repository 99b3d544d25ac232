import { type Day, formatDay } from "@/lib/core/day";
import type { Actor } from "@/lib/identity/actor";
import { startImport } from "@/lib/imports/import-commands";
import type { SeededEnterprise } from "./register";

/** A need as an enterprise's people write it: a title row, amounts as text, one row wrong, a sum. */
const ownTable = (until: string) => `NHU CẦU TUYỂN DỤNG QUÝ TỚI;;;;
STT;Vị trí tuyển dụng;Số lượng;Mức lương;Hạn nộp hồ sơ
1;Công nhân lắp ráp linh kiện;30 người;7-10 triệu;${until}
2;Nhân viên kho;5;từ 8tr;${until}
3;Kỹ sư quy trình;2;1.200 USD;${until}
;Tổng cộng;37;;
`;

const annex = (names: string[], until: string) => `PHỤ LỤC: NHU CẦU TUYỂN DỤNG LAO ĐỘNG;;;;
STT;Tên doanh nghiệp;Vị trí;Số lượng;Hạn nộp hồ sơ
${names.map((name, at) => `${at + 1};${name};Công nhân sản xuất;${(at + 1) * 10};${until}`).join("\n")}
`;

/** Programmes as a school's training office keeps them: a header of two levels, a year where a count should be, a sum. */
const programmes = `TỔNG HỢP HỌC SINH, SINH VIÊN;;;;;;
TT;Mã nghề;Tên nghề;Năm thứ nhất;Năm thứ hai;Chỉ tiêu tuyển sinh;Hệ đào tạo
1;6520227;Điện công nghiệp;45 em;41;50;CĐ
2;6520123;Hàn;2026;22;30;CĐ
3;5540205;May thời trang;38;;40;TC
;Tổng cộng;;99;63;120;
`;

/**
 * Three tables as they were handed in, of an enterprise, of the Authority and of a school that a data call asks; the worker
 * reads them when it runs.
 */
export async function seedImports(
  owner: Actor,
  officer: Actor,
  school: Actor,
  enterprises: SeededEnterprise[],
  until: Day,
  now: Date,
): Promise<void> {
  const names = enterprises.slice(0, 3).map(({ nameVi }) => nameVi);
  for (const [actor, kind, name, text] of [
    [owner, "NEEDS", "nhu-cau-quy-toi.csv", ownTable(formatDay(until))],
    [officer, "ANNEX", "phu-luc.csv", annex([...names, "Công ty TNHH Không Có Trong Danh Mục"], formatDay(until))],
    [school, "COHORTS", "nganh-dao-tao.csv", programmes],
  ] as const) {
    const result = await startImport(actor, { kind, name, bytes: new Uint8Array(Buffer.from(text)) }, { now });
    if (!result.ok) throw new Error(`the sample table ${name} was refused: ${result.code}`);
  }
}
