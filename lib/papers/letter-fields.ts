import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { inVietnameseWords } from "@/lib/core/number-words";
import { PositionGroup } from "@/lib/db/generated/enums";
import type { FieldNames } from "@/lib/documents/template-check";
import type { FieldValues } from "@/lib/documents/word-template";
import { batchName } from "@/lib/vacancies/batch-rules";
import { qualifications } from "@/lib/vacancies/schema";
import { wageText } from "@/lib/vacancies/wage";
import { type BatchPaper, publicAddress, spokenAddress } from "./paper";
import { wordsOf } from "./words";

/** What a letter may ask for, in the order in which the screen lists it. Names are Vietnamese: officers type them into Word. */
export const letterFields = {
  so_ky_hieu: null,
  ngay: null,
  thang: null,
  nam: null,
  dot: null,
  so_dot: null,
  thang_dot: null,
  nam_dot: null,
  ngay_so_lieu: null,
  tong_doanh_nghiep: null,
  tong_vi_tri: null,
  tong_lao_dong: null,
  tong_lao_dong_bang_chu: null,
  tong_khu: null,
  dia_chi_trang: null,
  chuc_vu_ky: null,
  nguoi_ky: null,
  nhom_vi_tri: { ten: null, so_luong: null },
  trinh_do: { ten: null, so_luong: null },
  khu_cong_nghiep: { stt: null, ten: null, so_vi_tri: null, so_luong: null },
  doanh_nghiep: { stt: null, ten: null, so_vi_tri: null, so_luong: null },
  chi_tiet: {
    stt: null,
    doanh_nghiep: null,
    khu: null,
    vi_tri: null,
    nhom: null,
    so_luong: null,
    muc_luong: null,
    han_nop: null,
  },
} as const satisfies FieldNames;

type Field = keyof typeof letterFields;

/** Whoever signs for the head of the Authority unless the register says otherwise. */
export const usualSigner = "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN";
const usualSymbol = "BQL-LĐ";
const blank = "      ";

/** The values of a batch's letter. Letters are Vietnamese. Without a number, its place and the day are left to be written. */
export function letterValues(paper: BatchPaper): Record<Field, FieldValues[string]> {
  const { batch, letter, totals } = paper;
  const words = wordsOf("vi");
  const number = (value: number) => formatCount(value, "vi");
  const [year, month, day] = letter?.issuedOn.split("-") ?? [String(batch.year), blank, blank];
  const summed = (row: { nameVi: string; vacancies: number; headcount: number }, at: number) => ({
    stt: String(at + 1),
    ten: row.nameVi,
    so_vi_tri: number(row.vacancies),
    so_luong: number(row.headcount),
  });
  return {
    so_ky_hieu: letter ? `${letter.no}/${letter.symbol}` : `${blank}/${usualSymbol}`,
    ngay: day ?? blank,
    // Months 1 and 2 take a zero before them, as days below 10 do (NĐ 30/2020, Phụ lục I).
    thang: letter && Number(month) > 2 ? String(Number(month)) : (month ?? blank),
    nam: year ?? "",
    dot: batchName("vi", batch),
    so_dot: String(batch.no),
    thang_dot: String(batch.month),
    nam_dot: String(batch.year),
    ngay_so_lieu: formatDay(batch.asOf),
    tong_doanh_nghiep: number(totals.enterprises),
    tong_vi_tri: number(totals.vacancies),
    tong_lao_dong: number(totals.headcount),
    tong_lao_dong_bang_chu: inVietnameseWords(totals.headcount),
    tong_khu: number(totals.byPark.length),
    dia_chi_trang: spokenAddress(publicAddress(paper, "vi")),
    chuc_vu_ky: letter?.signerTitle ?? usualSigner,
    nguoi_ky: letter?.signerName ?? "",
    nhom_vi_tri: Object.values(PositionGroup)
      .filter((group) => totals.byPositionGroup[group] > 0)
      .map((group) => ({ ten: words.group(group), so_luong: number(totals.byPositionGroup[group]) })),
    trinh_do: qualifications
      .filter((level) => totals.byQualification[level] > 0)
      .map((level) => ({ ten: words.level(level), so_luong: number(totals.byQualification[level]) })),
    khu_cong_nghiep: totals.byPark.map(summed),
    doanh_nghiep: totals.byEnterprise.map(summed),
    chi_tiet: paper.lines.map(({ position, content }) => ({
      stt: String(position),
      doanh_nghiep: content.enterprise.nameVi,
      khu: content.park.shortNameVi,
      vi_tri: content.titleVi,
      nhom: words.group(content.positionGroup),
      so_luong: number(content.headcount),
      muc_luong: wageText(content, "vi"),
      han_nop: content.deadline ? formatDay(content.deadline) : "",
    })),
  };
}
