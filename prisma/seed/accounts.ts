import type { MembershipRole, OrganisationKind, StaffRole } from "@/lib/db/generated/enums";

/** One password for all sample accounts: they exist only where sample data was asked for. */
export const samplePassword = "phuong-do-ben-cang";

export type SampleAccount = {
  email: string;
  password: string;
  fullName: string;
  /** What a person does, for the list that the launcher prints. */
  role: string;
  staffRole?: StaffRole;
  /** `first` and `second` are the seed's first two organisations of that kind. */
  organisation?: { kind: OrganisationKind; which: "first" | "second"; role: MembershipRole }[];
};

const of = (
  name: string,
  fullName: string,
  role: string,
  more: Pick<SampleAccount, "staffRole" | "organisation">,
): SampleAccount => ({ email: `${name}@hezaworks.example`, password: samplePassword, fullName, role, ...more });

const member = (kind: OrganisationKind, role: MembershipRole, ...which: ("first" | "second")[]) => ({
  organisation: which.map((one) => ({ kind, which: one, role })),
});

/** A sample person for every role; invented, with names after flowers and fruit so that nobody takes them for real. */
export const sampleAccounts: SampleAccount[] = [
  of("quan-tri", "Hoa Mười Giờ", "Quản trị", { staffRole: "ADMIN" }),
  of("chuyen-vien", "Bưởi Năm Roi", "Chuyên viên Phòng Quản lý lao động", { staffRole: "LABOUR_OFFICER" }),
  of("truong-phong", "Sen Hồ Tây", "Trưởng phòng Quản lý lao động", { staffRole: "LABOUR_HEAD" }),
  of("dau-tu", "Quất Tứ Liên", "Phòng Quản lý đầu tư", { staffRole: "INVESTMENT" }),
  of("giam-sat", "Vải Thiều Sớm", "Phòng Quản lý doanh nghiệp và Giám sát", { staffRole: "SUPERVISION" }),
  of("van-phong", "Cau Cao Nhân", "Văn phòng", { staffRole: "OFFICE" }),
  of("trung-tam", "Na Chí Linh", "Trung tâm Dịch vụ việc làm", { staffRole: "EMPLOYMENT_CENTRE" }),
  of("lanh-dao", "Phượng Vĩ Đỏ", "Lãnh đạo Ban", { staffRole: "LEADER" }),
  of("doanh-nghiep", "Cúc Họa Mi", "Doanh nghiệp, chủ tài khoản", member("ENTERPRISE", "OWNER", "first")),
  of("nhan-su", "Táo Gia Lộc", "Doanh nghiệp, nhân viên", member("ENTERPRISE", "MEMBER", "first")),
  of(
    "tap-doan",
    "Đào Thất Thốn",
    "Doanh nghiệp, hai công ty một tập đoàn",
    member("ENTERPRISE", "OWNER", "second", "first"),
  ),
  of("nha-truong", "Nhãn Lồng Ngọt", "Nhà trường, chủ tài khoản", member("SCHOOL", "OWNER", "first")),
  of("giao-vien", "Khế Chua Ngọt", "Nhà trường, nhân viên", member("SCHOOL", "MEMBER", "first")),
];
