import type { TableDescription } from "@/lib/imports/description";
import { type Reader, readText, shown, taken, unread } from "@/lib/imports/readers";
import { parseAccountNumber } from "./account";

/** A number that a spreadsheet holds as a number may have lost its zeros in front: taken, with a word about it. */
const readAccountNumber: Reader<string> = (cell) => {
  if (cell.kind === "number") {
    const value = Number(cell.value);
    const number = Number.isSafeInteger(value) && value > 0 ? parseAccountNumber(String(value)) : null;
    return number ? taken(number, "accountZeros") : unread("accountNumber");
  }
  const number = parseAccountNumber(shown(cell));
  return number ? taken(number) : unread("accountNumber");
};

/** A table of learners' accounts: the person by dossier and position, or by the employer's own number of the person. */
export const accountSheet: TableDescription = {
  kind: "ACCOUNTS",
  fields: [
    {
      key: "dossier",
      names: { vi: "Mã hồ sơ", en: "Dossier" },
      headers: ["mã hồ sơ", "số hồ sơ", "hồ sơ", "dossier", "dossier code"],
      read: readText(20),
      spreads: true,
      example: "2026-000123",
    },
    {
      key: "position",
      names: { vi: "Số thứ tự trong hồ sơ", en: "Position in the dossier" },
      headers: ["stt trong hồ sơ", "số thứ tự trong hồ sơ", "vị trí", "position", "thứ tự"],
      read: readText(10),
      example: 1,
    },
    {
      key: "staffCode",
      names: { vi: "Mã nhân viên", en: "Employee code" },
      headers: [
        "mã nhân viên",
        "mã nv",
        "mã số nhân viên",
        "employee code",
        "staff code",
        "mã học viên",
        "mã sinh viên",
      ],
      read: readText(40),
      example: "NV0001",
    },
    {
      key: "holderName",
      names: { vi: "Tên chủ tài khoản", en: "Account holder" },
      headers: [
        "tên chủ tài khoản",
        "chủ tài khoản",
        "tên tài khoản",
        "họ và tên",
        "họ tên",
        "account holder",
        "account name",
      ],
      read: readText(140),
      required: true,
      example: "NGUYEN VAN MAU",
    },
    {
      key: "accountNumber",
      names: { vi: "Số tài khoản", en: "Account number" },
      headers: ["số tài khoản", "stk", "số tk", "tài khoản", "account number", "account no"],
      read: readAccountNumber,
      required: true,
      identifies: true,
      example: "0123456789",
    },
    {
      key: "bankName",
      names: { vi: "Ngân hàng", en: "Bank" },
      headers: ["ngân hàng", "tên ngân hàng", "mở tại ngân hàng", "tại ngân hàng", "bank", "bank name"],
      read: readText(140),
      required: true,
      spreads: true,
      example: "Ngân hàng Mẫu",
    },
    {
      key: "bankBranch",
      names: { vi: "Chi nhánh", en: "Branch" },
      headers: ["chi nhánh", "phòng giao dịch", "branch"],
      read: readText(140),
      example: "Hải Phòng",
    },
  ],
};
