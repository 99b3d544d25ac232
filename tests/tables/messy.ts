import type { TableDescription } from "@/lib/imports/description";
import { registerSheet } from "@/lib/organisations/sheet";
import { annexSheet, needsSheet } from "@/lib/vacancies/sheet";
import { encode, toText, toXlsx, type Value } from "./encode";

/**
 * Tables as they reach the Authority, each with the rows that must come out. Enterprises and people are invented; the
 * habits are those of real tables. `rows` names for each record the fields that matter; `errors` its refused cells.
 */
export type MessyTable = {
  name: string;
  description: TableDescription;
  bytes: () => Promise<Buffer> | Buffer;
  rows: Record<string, unknown>[];
  /** `address code`, in order. */
  errors?: string[];
  notes?: string[];
  /** Kinds of the rows that are no records. */
  passed?: string[];
};

const text = (lines: string[]) => `${lines.join("\r\n")}\r\n`;
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const wage = (min: number | null, max: number | null, negotiable = false) => ({ min, max, negotiable });

/** The form of "Bảng chi tiết nhu cầu tuyển dụng … đợt 2 tháng 7/2024", annexed to the Authority's progress report. */
const annexRows: Value[][] = [
  ["UBND THÀNH PHỐ HẢI PHÒNG", null, null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
  ["BAN QUẢN LÝ KHU KINH TẾ HẢI PHÒNG", null, null, null, "Độc lập - Tự do - Hạnh phúc"],
  [],
  ["BẢNG CHI TIẾT NHU CẦU TUYỂN DỤNG LAO ĐỘNG CỦA CÁC DOANH NGHIỆP TRONG CÁC KHU CÔNG NGHIỆP, KHU KINH TẾ"],
  ["Đợt 2 tháng 7/2024 (Kèm theo Báo cáo số …/BC-BQL)"],
  [
    "STT",
    "Tên doanh nghiệp",
    "Vị trí tuyển dụng",
    "Số lượng cần tuyển",
    null,
    null,
    null,
    null,
    "Mức lương",
    "Liên hệ",
    "Hạn nộp hồ sơ",
  ],
  [null, null, null, "Tổng số", "LĐPT", "Trung cấp", "Cao đẳng", "Đại học", null, null, null],
  ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"],
  ["I. Khu công nghiệp Tràng Duệ"],
  [
    1,
    "Công ty TNHH Mẫu Hoa Phượng",
    "Công nhân sản xuất",
    120,
    120,
    null,
    null,
    null,
    "7-10 triệu",
    "Phòng nhân sự 0225 000 0001",
    "30/7/2024",
  ],
  [null, null, "Kỹ thuật viên", 10, null, 4, 6, null, "từ 9tr", null, "30/7/2024"],
  [
    2,
    "Công ty TNHH Mẫu Sông Cấm",
    "Kỹ sư quy trình",
    5,
    null,
    null,
    null,
    5,
    "Thỏa thuận",
    "nhansu@songcam.example",
    "hết tháng 8",
  ],
  [null, "Cộng khu vực I", null, 135, 120, 4, 6, 5],
  ["II. Khu công nghiệp Nomura"],
  [
    3,
    "Công ty Cổ phần Mẫu Đồ Sơn",
    "Công nhân may",
    "1.200",
    "1.200",
    null,
    null,
    null,
    "9.500.000 - 12.000.000đ",
    "Chị Mẫu 0912.000.003",
    "31-07-24",
  ],
  [null, "Tổng cộng", null, "1.335"],
  ["Ghi chú: số liệu do doanh nghiệp cung cấp."],
];

export const messyTables: MessyTable[] = [
  {
    name: "the annex form of 2024: titles, two-row header, numbering, sections, merged enterprise, sums, a note",
    description: annexSheet,
    bytes: () =>
      toXlsx([
        {
          name: "Đợt 2",
          rows: annexRows,
          merges: [
            "A4:K4",
            "A5:K5",
            "D6:H6",
            "A6:A7",
            "B6:B7",
            "C6:C7",
            "I6:I7",
            "J6:J7",
            "K6:K7",
            "A9:K9",
            "A14:K14",
            "A10:A11",
            "B10:B11",
            "J10:J11",
          ],
          formulas: { D13: "SUM(D10:D12)" },
        },
      ]),
    rows: [
      {
        enterprise: "Công ty TNHH Mẫu Hoa Phượng",
        park: "Khu công nghiệp Tràng Duệ",
        titleVi: "Công nhân sản xuất",
        headcount: 120,
        unskilled: 120,
        wage: wage(7e6, 10e6),
        deadline: "2024-07-30",
      },
      {
        enterprise: "Công ty TNHH Mẫu Hoa Phượng",
        titleVi: "Kỹ thuật viên",
        headcount: 10,
        intermediate: 4,
        college: 6,
        wage: wage(9e6, null),
        contact: { name: "Phòng nhân sự", phone: "0225 000 0001", email: null },
      },
      {
        enterprise: "Công ty TNHH Mẫu Sông Cấm",
        titleVi: "Kỹ sư quy trình",
        university: 5,
        wage: wage(null, null, true),
        deadline: "2024-08-31",
      },
      {
        enterprise: "Công ty Cổ phần Mẫu Đồ Sơn",
        park: "Khu công nghiệp Nomura",
        headcount: 1_200,
        wage: wage(9.5e6, 12e6),
        deadline: "2024-07-31",
        contact: { name: "Chị Mẫu", phone: "0912.000.003", email: null },
      },
    ],
    notes: ["K12 yearAssumed"],
    passed: ["numbering", "section", "total", "section", "total", "note"],
  },
  {
    name: "headers without diacritics, numbers with words, abbreviations",
    description: needsSheet,
    bytes: () =>
      Buffer.from(
        text([
          "STT,VI TRI,SL,TRINH DO,LUONG,HAN NOP HO SO",
          "1,Cong nhan lap rap,15 người,LĐPT,từ 8tr,30/7/2024",
          "2,Tho han,02,Trung cấp,8tr5 - 10tr,15.8.2024",
        ]),
      ),
    rows: [
      {
        titleVi: "Cong nhan lap rap",
        headcount: 15,
        qualification: "unskilled",
        wage: wage(8e6, null),
        deadline: "2024-07-30",
      },
      {
        titleVi: "Tho han",
        headcount: 2,
        qualification: "intermediate",
        wage: wage(8.5e6, 10e6),
        deadline: "2024-08-15",
      },
    ],
  },
  {
    name: "pasted from Excel: tabs, a cell with a line break in quotes",
    description: needsSheet,
    bytes: () =>
      Buffer.from('Vị trí\tSố lượng\tYêu cầu\tMức lương\nCông nhân\t20\t"Đủ 18 tuổi\nSức khỏe tốt"\ttrên 10 triệu\n'),
    rows: [{ titleVi: "Công nhân", headcount: 20, requirements: "Đủ 18 tuổi\nSức khỏe tốt", wage: wage(10e6, null) }],
  },
  {
    name: "UTF-16 with semicolons, as Excel saves 'Unicode text' in a Vietnamese Windows",
    description: needsSheet,
    bytes: () => encode(text(["Chức danh;Số lượng;Thu nhập", "Nhân viên QC;7;9,5 - 11 triệu đồng/tháng"]), "utf-16le"),
    rows: [{ titleVi: "Nhân viên QC", headcount: 7, wage: wage(9.5e6, 11e6) }],
  },
  {
    name: "Windows-1258 with tones apart",
    description: needsSheet,
    bytes: () =>
      encode(text(["Vị trí tuyển dụng;Số lượng cần tuyển", "Thợ điện – nước;3", "Kỹ sư cơ khí;2"]), "windows-1258"),
    rows: [
      { titleVi: "Thợ điện – nước", headcount: 3 },
      { titleVi: "Kỹ sư cơ khí", headcount: 2 },
    ],
  },
  {
    name: "decomposed letters (a Mac's NFD)",
    description: needsSheet,
    bytes: () => Buffer.from(text(["Vị trí,Số lượng,Ca làm việc", "Công nhân đóng gói,40,3 ca"]).normalize("NFD")),
    rows: [{ titleVi: "Công nhân đóng gói", headcount: 40, shift: "THREE_SHIFTS" }],
  },
  {
    name: "tax codes that lost their zero, telephone numbers too",
    description: annexSheet,
    bytes: () =>
      toXlsx([
        {
          name: "Sheet1",
          rows: [
            ["MST", "Công ty", "Vị trí", "Số lượng", "SĐT"],
            [200000007, "Công ty TNHH Mẫu A", "Công nhân", 5, 912000004],
            ["0200000007-001", "Chi nhánh Mẫu A", "Thủ kho", 1, "(0225) 000.0005"],
          ],
        },
      ]),
    rows: [
      { taxCode: "0200000007", headcount: 5, contactPhone: "0912000004" },
      { taxCode: "0200000007-001", headcount: 1, contactPhone: "0225 000.0005" },
    ],
    notes: ["A2 leadingZero", "E2 leadingZero"],
  },
  {
    name: "foreign money, daily wages and amounts without a unit are asked back",
    description: needsSheet,
    bytes: () =>
      Buffer.from(
        text([
          "Vị trí;Số lượng;Mức lương",
          "Quản lý;1;1.500 USD",
          "Bốc xếp;5;350.000đ/ngày",
          "Bảo vệ;2;7500",
          "Tạp vụ;2;Thỏa thuận",
          "Lái xe;3;12 - 9 triệu",
          "Phiên dịch;1;khá",
        ]),
      ),
    rows: [
      { titleVi: "Quản lý" },
      { titleVi: "Bốc xếp" },
      { titleVi: "Bảo vệ" },
      { titleVi: "Tạp vụ", wage: wage(null, null, true) },
      { titleVi: "Lái xe" },
      { titleVi: "Phiên dịch" },
    ],
    errors: ["C2 wageCurrency", "C3 wagePeriod", "C4 wageUnit", "C6 wageOrder", "C7 wage"],
  },
  {
    name: "days in every way, one of them no day",
    description: needsSheet,
    bytes: () =>
      toXlsx([
        {
          name: "Hạn",
          rows: [
            ["Vị trí", "Số lượng", "Hạn nộp"],
            ["A1 thợ", 1, day("2024-07-30")],
            ["A2 thợ", 1, 45503],
            ["A3 thợ", 1, "hết tháng 8/2024"],
            ["A4 thợ", 1, "ngày 5 tháng 9 năm 2024"],
            ["A5 thợ", 1, "31/2/2024"],
            ["A6 thợ", 1, "7/30/2024"],
            ["A7 thợ", 1, "Tuyển liên tục"],
            ["A8 thợ", 1, "1/7 - 15/8/2024"],
          ],
        },
      ]),
    rows: [
      { deadline: "2024-07-30" },
      { deadline: "2024-07-30" },
      { deadline: "2024-08-31" },
      { deadline: "2024-09-05" },
      {},
      { deadline: "2024-07-30" },
      {},
      { deadline: "2024-08-15" },
    ],
    errors: ["C6 date", "C8 noEnd"],
    notes: ["C7 monthFirst"],
  },
  {
    name: "several sheets: a cover, a hidden old table, the one that is meant",
    description: needsSheet,
    bytes: () =>
      toXlsx([
        { name: "Bìa", rows: [["Kính gửi: Ban Quản lý Khu kinh tế"], ["Danh sách kèm theo"]] },
        {
          name: "Cũ",
          hidden: true,
          rows: [
            ["Vị trí tuyển dụng", "Số lượng", "Mức lương"],
            ["Cũ", 9, "5 triệu"],
          ],
        },
        {
          name: "Tháng 7",
          rows: [
            ["Vị trí tuyển dụng", "Số lượng", "Mức lương"],
            ["Công nhân", 30, "8 triệu"],
          ],
        },
      ]),
    rows: [{ titleVi: "Công nhân", headcount: 30, wage: wage(8e6, 8e6) }],
  },
  {
    name: "formulas: their results count; an error is told; a formula text is read as text",
    description: needsSheet,
    bytes: () =>
      toXlsx([
        {
          name: "S",
          rows: [
            ["Vị trí", "Số lượng", "LĐPT", "Đại học"],
            ["Công nhân", 12, 10, 2],
            ["Kỹ sư", "#REF!", null, 3],
          ],
          formulas: { B2: "C2+D2" },
        },
      ]),
    rows: [
      { headcount: 12, unskilled: 10, university: 2 },
      { titleVi: "Kỹ sư", university: 3 },
    ],
    errors: ["B3 cellError"],
  },
  {
    name: "blank rows, sections without numbers, a repeated header in the middle, signatures",
    description: needsSheet,
    bytes: () =>
      Buffer.from(
        text([
          "DANH SÁCH NHU CẦU TUYỂN DỤNG",
          "",
          "TT,Vị trí việc làm,Số lượng tuyển",
          ",,",
          "Khu vực xưởng 1,,",
          "1,Công nhân vận hành,10",
          "",
          "TT,Vị trí việc làm,Số lượng tuyển",
          "2,Công nhân kho,4",
          ",Tổng cộng,14",
          "",
          ",,GIÁM ĐỐC",
          ",,(Ký tên và đóng dấu)",
        ]),
      ),
    rows: [
      { titleVi: "Công nhân vận hành", headcount: 10 },
      { titleVi: "Công nhân kho", headcount: 4 },
    ],
    passed: ["section", "header", "total", "note", "note"],
  },
  {
    name: "a count merged over three positions cannot be divided",
    description: needsSheet,
    bytes: () =>
      toXlsx([
        {
          name: "S",
          rows: [
            ["Vị trí", "Số lượng", "Hạn nộp"],
            ["Thợ tiện", 20, "30/7/2024"],
            ["Thợ phay", null, null],
            ["Thợ hàn", null, null],
          ],
          merges: ["B2:B4", "C2:C4"],
        },
      ]),
    rows: [
      { titleVi: "Thợ tiện", headcount: 20, deadline: "2024-07-30" },
      { titleVi: "Thợ phay", deadline: "2024-07-30" },
      { titleVi: "Thợ hàn", deadline: "2024-07-30" },
    ],
    errors: ["B3 mergedAmount", "B4 mergedAmount"],
  },
  {
    name: "men and women, yes and no, gender words, experience",
    description: needsSheet,
    bytes: () =>
      toXlsx([
        {
          name: "S",
          rows: [
            ["Vị trí", "Số lượng", null, null, "Giới tính", "Kinh nghiệm", "Chế độ", null],
            [null, "Tổng", "Nam", "Nữ", null, null, "Xe đưa đón", "Ăn ca"],
            ["Công nhân", 10, 4, 6, "Nam/Nữ", "Không yêu cầu", "Tuyến Kiến An", "x"],
            ["Lễ tân", 1, null, null, "Nữ", "2 năm", "không", "Có, 2 bữa"],
          ],
          merges: ["A1:A2", "B1:D1", "E1:E2", "F1:F2", "G1:H1"],
        },
      ]),
    rows: [
      {
        headcount: 10,
        menQuota: 4,
        womenQuota: 6,
        experience: 0,
        bus: { yes: true, detail: "Tuyến Kiến An" },
        meals: { yes: true, detail: null },
      },
      { headcount: 1, experience: 24, bus: { yes: false, detail: null }, meals: { yes: true, detail: "2 bữa" } },
    ],
    notes: ["E4 genderWords"],
  },
  {
    name: "a column in millions, with one cell in đồng",
    description: needsSheet,
    bytes: () =>
      toXlsx([
        {
          name: "S",
          rows: [
            ["Vị trí", "Số lượng", "Mức lương (triệu đồng)"],
            ["A thợ", 1, 8.5],
            ["B thợ", 1, "7 - 9"],
            ["C thợ", 1, 9_500_000],
          ],
        },
      ]),
    rows: [{ wage: wage(8.5e6, 8.5e6) }, { wage: wage(7e6, 9e6) }, { wage: wage(9.5e6, 9.5e6) }],
  },
  {
    name: "counts that are ranges, decimals and words",
    description: needsSheet,
    bytes: () =>
      Buffer.from(
        text(["Vị trí\tSố lượng", "A thợ\t10-15", "B thợ\t2,5", "C thợ\tnhiều", "D thợ\tkhoảng 20 người", "E thợ\t"]),
      ),
    rows: [{}, {}, {}, { headcount: 20 }, {}],
    errors: ["B2 countRange", "B3 wholeNumber", "B4 wholeNumber", "B6 required"],
    notes: ["B5 approximate"],
  },
  {
    name: "the register: countries in words, unions, certificates",
    description: registerSheet,
    bytes: () =>
      toXlsx([
        {
          name: "DN",
          rows: [
            ["DANH SÁCH DOANH NGHIỆP TRONG KCN, KKT"],
            ["TT", "Tên công ty", "MST", "Quốc tịch", "KCN", "Số lao động", "Công đoàn", "Số GCNĐT", "Ngày cấp"],
            [
              1,
              "Công ty TNHH Mẫu Hoa Phượng",
              "0200000007",
              "Hàn Quốc",
              "Tràng Duệ",
              "1.250 người",
              "Có",
              9876543210,
              day("2019-03-05"),
            ],
            [2, "Công ty TNHH Mẫu Cát Hải", "0200000005", "Sao Hỏa", "Đình Vũ", 80, "Chưa", "123/GP", "5/3/19"],
          ],
          merges: ["A1:I1"],
        },
      ]),
    rows: [
      {
        nameVi: "Công ty TNHH Mẫu Hoa Phượng",
        investorCountry: "KR",
        headcount: 1_250,
        hasUnion: { yes: true, detail: null },
        documentNumber: "9876543210",
        documentDate: "2019-03-05",
      },
      { nameVi: "Công ty TNHH Mẫu Cát Hải", headcount: 80, documentDate: "2019-03-05" },
    ],
    errors: ["C4 taxCode", "D4 country"],
  },
  {
    name: "typing mistakes in headers, a column that nobody knows",
    description: needsSheet,
    bytes: () =>
      Buffer.from(
        toText(
          [
            ["Vị tri tuyễn dụng", "Số lựơng", "Mức lưong", "Mã nội bộ"],
            ["Công nhân", "5", "8 triệu", "X-1"],
          ],
          ";",
        ),
      ),
    rows: [{ titleVi: "Công nhân", headcount: 5, wage: wage(8e6, 8e6) }],
  },
  {
    name: "sections that bear the enterprise, with its park",
    description: annexSheet,
    bytes: () =>
      Buffer.from(
        text([
          "Vị trí;Số lượng;Trình độ",
          "1. Công ty TNHH Mẫu Hoa Phượng (KCN Tràng Duệ);;",
          "Công nhân;50;THPT",
          "2. Công ty TNHH Mẫu Sông Cấm - KCN Nomura;;",
          "Kế toán;1;Đại học",
        ]),
      ),
    rows: [
      {
        enterprise: "Công ty TNHH Mẫu Hoa Phượng",
        park: "KCN Tràng Duệ",
        titleVi: "Công nhân",
        qualification: "unskilled",
      },
      { enterprise: "Công ty TNHH Mẫu Sông Cấm", park: "KCN Nomura", titleVi: "Kế toán", qualification: "university" },
    ],
    passed: ["section", "section"],
  },
];
