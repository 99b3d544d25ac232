import { fold } from "@/lib/core/text";
import type { TableDescription } from "@/lib/imports/description";
import { groupedInteger, type Reader, readText, shown, taken, unread } from "@/lib/imports/readers";

export type Verdict = "PAID" | "FAILED";

const failed =
  /khong thanh cong|chua thanh cong|that bai|khong chi|khong hop le|tu choi|hoan tra|tra lai|bi tra|\bloi\b|\bhuy\b|\bsai\b|fail|reject|return|error|cancel|unsuccess/;
const paid = /thanh cong|da chi|da tra|da chuyen|da hach toan|hoan thanh|success|paid|complete|\bok\b|\bdone\b/;

/** What the payer says of a transfer: "Thành công", "Không thành công", "Success", "00" … */
export const readVerdict: Reader<Verdict> = (cell) => {
  const text = fold(shown(cell));
  if (failed.test(text)) return taken("FAILED");
  return paid.test(text) || /^0{1,4}$/.test(text) ? taken("PAID") : unread("verdict");
};

const readDong: Reader<number> = (cell) => {
  if (cell.kind === "number") {
    const value = Math.round(Number(cell.value));
    return Number.isSafeInteger(value) && value >= 0 ? taken(value) : unread("wholeNumber");
  }
  const value = groupedInteger(
    fold(shown(cell))
      .replace(/(vnd|dong|d)\.?$/, "")
      .trim(),
  );
  return value !== null && Number.isSafeInteger(value) ? taken(value) : unread("wholeNumber");
};

/** The payer's answer: which transfer by its reference, and what became of it. */
export const payerSheet: TableDescription = {
  kind: "PAYER",
  fields: [
    {
      key: "ref",
      names: { vi: "Mã tham chiếu", en: "Reference" },
      headers: [
        "mã tham chiếu",
        "tham chiếu",
        "số tham chiếu",
        "mã lệnh",
        "mã giao dịch của khách hàng",
        "reference",
        "ref",
        "ref no",
      ],
      read: readText(60),
      required: true,
      identifies: true,
    },
    {
      key: "status",
      names: { vi: "Kết quả", en: "Result" },
      headers: ["kết quả", "trạng thái", "tình trạng", "trạng thái giao dịch", "kết quả xử lý", "status", "result"],
      read: readVerdict,
      required: true,
    },
    {
      key: "amount",
      names: { vi: "Số tiền", en: "Amount" },
      headers: ["số tiền", "số tiền (đồng)", "số tiền vnd", "amount"],
      read: readDong,
    },
    {
      key: "payeeName",
      names: { vi: "Tên người thụ hưởng", en: "Payee" },
      headers: [
        "tên người thụ hưởng",
        "người thụ hưởng",
        "tên đơn vị thụ hưởng",
        "người nhận",
        "tên chủ tài khoản",
        "beneficiary name",
        "payee",
      ],
      read: readText(140),
    },
    {
      key: "account",
      names: { vi: "Số tài khoản", en: "Account number" },
      headers: ["số tài khoản", "tài khoản thụ hưởng", "số tk", "stk", "account number", "beneficiary account"],
      read: readText(40),
    },
    {
      key: "reason",
      names: { vi: "Lý do", en: "Reason" },
      headers: ["lý do", "nguyên nhân", "ghi chú", "mô tả lỗi", "lý do lỗi", "reason", "description", "remark"],
      read: readText(300),
    },
    {
      key: "day",
      names: { vi: "Ngày giao dịch", en: "Date" },
      headers: ["ngày giao dịch", "ngày hạch toán", "ngày thực hiện", "ngày", "transaction date", "value date"],
      read: readText(40),
    },
  ],
};
