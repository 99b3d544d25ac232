import { columnLetters } from "@/lib/documents/table";
import { type Delimiter, type Encoding, encode, toText, toXlsx, type Value } from "./encode";

/** A need as it is, before somebody makes a table of it. */
export type Need = {
  enterprise: string;
  title: string;
  unskilled: number;
  college: number;
  university: number;
  wage: { min: number; max: number } | null;
  deadline: string;
  meals: boolean;
};

/** How somebody lays out the table: each part of the layout by choice. */
export type LayoutChoice = {
  file: { kind: "xlsx" } | { kind: "text"; encoding: Encoding; delimiter: Delimiter };
  titles: 0 | 1 | 3;
  header: "one" | "two" | "three";
  letters: "full" | "plain" | "upper" | "nfd";
  numbering: boolean;
  serial: boolean;
  enterprises: "merged" | "blank" | "repeated" | "section";
  totals: boolean;
  notes: boolean;
  blanks: boolean;
  count: "number" | "grouped" | "comma" | "people";
  wage: "range" | "dong" | "short" | "two columns";
  day: "date" | "serial" | "slashes" | "dashes" | "iso" | "words";
  /** Order of the columns, by rank. */
  order: number[];
  coverSheet: boolean;
};

type Column = { name: string; parent?: string; value: (need: Need) => Value };

const grouped = (value: number, by: string) => String(value).replace(/\B(?=(\d{3})+$)/g, by);
const millions = (dong: number) => String(dong / 1_000_000).replace(".", ",");

function countOf(value: number, style: LayoutChoice["count"], text: boolean): Value {
  if (style === "number") return text ? String(value) : value;
  if (style === "grouped") return grouped(value, ".");
  return style === "comma" ? grouped(value, ",") : `${grouped(value, ".")} người`;
}

function wageOf(wage: Need["wage"], style: LayoutChoice["wage"]): string {
  if (!wage) return "Thỏa thuận";
  if (style === "range") return `${millions(wage.min)}-${millions(wage.max)} triệu`;
  if (style === "dong") return `${grouped(wage.min, ".")} - ${grouped(wage.max, ".")}đ`;
  return `từ ${millions(wage.min)}tr đến ${millions(wage.max)}tr`;
}

function dayOf(day: string, style: LayoutChoice["day"], text: boolean): Value {
  const [year = "", month = "", date = ""] = day.split("-");
  if (style === "date" && !text) return new Date(`${day}T00:00:00Z`);
  if (style === "serial" && !text) return Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000);
  if (style === "dashes") return `${date}-${month}-${year.slice(2)}`;
  if (style === "words") return `đến hết ngày ${Number(date)} tháng ${Number(month)} năm ${year}`;
  return style === "iso" ? day : `${Number(date)}/${Number(month)}/${year}`;
}

function columnsOf(choice: LayoutChoice): Column[] {
  const text = choice.file.kind === "text";
  const count = (value: number) => countOf(value, choice.count, text);
  const sum = (need: Need) => need.unskilled + need.college + need.university;
  const columns: Column[] = [
    { name: "Vị trí tuyển dụng", value: (need) => need.title },
    { name: "Tổng số", parent: "Số lượng cần tuyển", value: (need) => count(sum(need)) },
    { name: "Lao động phổ thông", parent: "Số lượng cần tuyển", value: (need) => count(need.unskilled) },
    { name: "Cao đẳng", parent: "Số lượng cần tuyển", value: (need) => count(need.college) },
    { name: "Đại học", parent: "Số lượng cần tuyển", value: (need) => count(need.university) },
    { name: "Hạn nộp hồ sơ", value: (need) => dayOf(need.deadline, choice.day, text) },
    { name: "Ăn ca", parent: "Chế độ", value: (need) => (need.meals ? "x" : "") },
  ];
  if (choice.wage === "two columns")
    columns.push(
      { name: "Lương thấp nhất", value: (need) => (need.wage ? grouped(need.wage.min, ".") : null) },
      { name: "Lương cao nhất", value: (need) => (need.wage ? grouped(need.wage.max, ".") : null) },
    );
  else columns.push({ name: "Mức lương", value: (need) => wageOf(need.wage, choice.wage) });
  // Children of one parent stay together, in the order that their first has got.
  const ranked = columns.map((column, at) => ({ column, rank: choice.order[at] ?? at }));
  const rankOf = (one: (typeof ranked)[number]) =>
    Math.min(
      ...ranked
        .filter(({ column }) => (column.parent ?? column.name) === (one.column.parent ?? one.column.name))
        .map(({ rank }) => rank),
    );
  return ranked
    .sort((a, b) => rankOf(a) - rankOf(b) || columns.indexOf(a.column) - columns.indexOf(b.column))
    .map(({ column }) => column);
}

function written(text: string, letters: LayoutChoice["letters"]): string {
  if (letters === "upper") return text.toUpperCase();
  if (letters === "nfd") return text.normalize("NFD");
  if (letters === "plain") return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  return text;
}

/** The table's rows and merged ranges by a choice of layout. */
export function layOut(needs: Need[], choice: LayoutChoice): { rows: Value[][]; merges: string[] } {
  const columns = columnsOf(choice);
  if (choice.enterprises !== "section") columns.unshift({ name: "Tên doanh nghiệp", value: (need) => need.enterprise });
  if (choice.serial) columns.unshift({ name: "STT", value: () => null });
  const merging = choice.file.kind === "xlsx";
  const rows: Value[][] = [];
  const merges: string[] = [];
  const width = columns.length;
  const address = (row: number, column: number) => `${columnLetters(column)}${row}`;
  const title = [
    "BAN QUẢN LÝ KHU KINH TẾ HẢI PHÒNG",
    "NHU CẦU TUYỂN DỤNG LAO ĐỘNG",
    "(Kèm theo Công văn số 12/BQL-LĐ)",
  ];
  for (const text of title.slice(0, choice.titles)) {
    rows.push([text]);
    if (merging) merges.push(`A${rows.length}:${address(rows.length, width - 1)}`);
  }
  if (choice.blanks && choice.titles > 0) rows.push([]);

  const depth = { one: 1, two: 2, three: 3 }[choice.header];
  const top = rows.length + 1;
  for (let level = 0; level < depth; level++)
    rows.push(
      columns.map(({ name, parent }, at) => {
        const levels = parent && depth > 1 ? [parent, name] : [name];
        if (level >= levels.length) return null;
        const before = columns[at - 1];
        const same = level === 0 && levels.length > 1 && before?.parent === parent;
        return same ? null : written(levels[level] ?? "", choice.letters);
      }),
    );
  if (merging && depth > 1)
    columns.forEach(({ parent }, at) => {
      if (!parent) merges.push(`${address(top, at)}:${address(top + depth - 1, at)}`);
      else if (columns[at - 1]?.parent !== parent) {
        const span = columns.filter((column) => column.parent === parent).length;
        if (span > 1) merges.push(`${address(top, at)}:${address(top, at + span - 1)}`);
      }
      if (parent && depth === 3) merges.push(`${address(top + 1, at)}:${address(top + 2, at)}`);
    });
  if (choice.numbering) rows.push(columns.map((_, at) => `(${at + 1})`));

  const place = columns.findIndex(({ name }) => name === "Tên doanh nghiệp");
  let current = "";
  let began = 0;
  const endMerge = () => {
    if (merging && choice.enterprises === "merged" && rows.length > began && began > 0)
      merges.push(`${address(began, place)}:${address(rows.length, place)}`);
  };
  needs.forEach((need, index) => {
    const another = need.enterprise !== current;
    if (another) {
      endMerge();
      if (choice.blanks) rows.push([]);
      if (choice.enterprises === "section") rows.push([`${index + 1}. ${need.enterprise}`]);
      current = need.enterprise;
    }
    rows.push(columns.map((column) => column.value(need)));
    const row = rows.at(-1) ?? [];
    if (choice.serial) row[0] = choice.file.kind === "text" ? String(index + 1) : index + 1;
    if (another) began = rows.length;
    else if (place >= 0 && (choice.enterprises === "merged" || choice.enterprises === "blank")) row[place] = null;
  });
  endMerge();
  if (choice.totals) {
    const total = needs.reduce((sum, need) => sum + need.unskilled + need.college + need.university, 0);
    const at = columns.findIndex(({ name }) => name === "Tổng số");
    rows.push(
      columns.map((_, column) =>
        column === 0 ? "Tổng cộng" : column === at ? countOf(total, choice.count, !merging) : null,
      ),
    );
  }
  if (choice.notes) rows.push([], ["Ghi chú: mức lương chưa gồm thưởng Tết."], ["", "", "NGƯỜI LẬP BIỂU"]);
  return { rows, merges };
}

/** A file with these needs in this layout. */
export async function writeTable(needs: Need[], choice: LayoutChoice): Promise<Buffer> {
  const { rows, merges } = layOut(needs, choice);
  if (choice.file.kind === "text") return encode(toText(rows, choice.file.delimiter), choice.file.encoding);
  const table = { name: "Nhu cầu", rows, merges };
  return toXlsx(choice.coverSheet ? [{ name: "Bìa", rows: [["Kính gửi: Ban Quản lý"]] }, table] : [table]);
}
