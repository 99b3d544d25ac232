import { dayToDate } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import { type Policy, policyDefinition, trainingSupport, type Words } from "@/lib/subsidies/policy";

const both = (vi: string, en: string): Words => ({ vi, en });

const article = (vi: string, en: string): Words =>
  both(`${vi} Nghị quyết số 03/2024/NQ-HĐND`, `${en} of Resolution 03/2024/NQ-HĐND`);
const occupationsClause = article("Khoản 1 Điều 1", "Article 1, clause 1");
const groupsClause = article("Khoản 2 Điều 1", "Article 1, clause 2");
const ratesClause = article("Điều 2", "Article 2");
const conditionsClause = article("Điều 3", "Article 3");
/** Text of the resolution that was not seen: taken from sibling schemes, to be confirmed. */
const assumed = { clause: conditionsClause, verified: false };

/** `aliases`: other words by which people's tables name it. */
const occupation = (code: string, vi: string, en: string, ...aliases: string[]) => ({
  code,
  name: both(vi, en),
  aliases,
  clause: occupationsClause,
  verified: true,
});

type Paper = Policy["groups"][number]["papers"][number];
const paper = (code: string, vi: string, en: string, more: Partial<Paper> = {}): Paper => ({
  code,
  name: both(vi, en),
  help: null,
  per: "PERSON",
  required: true,
  ...assumed,
  ...more,
});

const application = paper("don-de-nghi", "Đơn đề nghị hỗ trợ", "Application form");
const confirmation = paper("xac-nhan-cua-truong", "Giấy xác nhận của cơ sở đào tạo", "Confirmation by the school");
const diploma = paper("ban-sao-bang", "Bản sao bằng tốt nghiệp", "Copy of the school-leaving diploma");
const priority = paper("giay-to-uu-tien", "Giấy tờ thuộc diện ưu tiên", "Paper of a priority group", {
  required: false,
});
const letter = paper("van-ban-de-nghi", "Văn bản đề nghị của đơn vị", "The organisation's letter of request", {
  per: "DOSSIER",
});

type Rate = Policy["rates"][number];
const rate = (
  code: string,
  vi: string,
  en: string,
  more: Pick<Rate, "kind" | "value" | "groups"> & Partial<Rate>,
): Rate => ({
  code,
  name: both(vi, en),
  permanentStaff: null,
  capPerPerson: null,
  capMonths: null,
  payee: "EITHER",
  once: "POLICY",
  dropOut: "MONTHS_ATTENDED",
  clause: ratesClause,
  verified: false,
  ...more,
});

const free = {
  educationFloor: null,
  lacksMatchingQualification: false,
  employed: false,
  localSchool: false,
  levels: [],
  listedOccupation: true,
} satisfies Policy["groups"][number]["conditions"];

/**
 * Resolution 03/2024/NQ-HĐND as far as the sources go: occupations and groups are its text, rates are told by secondary
 * sources, papers, payees, times and what happens on a drop-out come from sibling schemes. All but the first two are
 * unverified, and an amount that no source tells is null.
 */
export const knownPolicy: Policy = policyDefinition.parse({
  citation: both(
    "Nghị quyết số 03/2024/NQ-HĐND ngày 19/7/2024 của Hội đồng nhân dân thành phố Hải Phòng quy định chính sách hỗ trợ đào tạo một số nghề trên địa bàn thành phố giai đoạn 2024-2030",
    "Resolution 03/2024/NQ-HĐND of 19 July 2024 of the People's Council of Hải Phòng on support for training in certain occupations, 2024-2030",
  ),
  validity: {
    from: "2024-07-19",
    to: "2030-12-31",
    clause: both(
      "Kế hoạch của Ban Quản lý, mục II.6: từ khi Nghị quyết có hiệu lực (lấy ngày ban hành) đến hết 31/12/2030",
      "The Authority's plan, II.6: from the resolution's entry into force (taken as its date) to 31 December 2030",
    ),
    verified: false,
  },
  occupations: [
    occupation("logistics", "Logistics", "Logistics", "kho vận"),
    occupation("electronics", "Điện tử công nghiệp", "Industrial electronics", "điện tử"),
    occupation("electricity", "Điện công nghiệp", "Industrial electricity", "điện CN", "điện"),
    occupation("welding", "Hàn", "Welding", "thợ hàn", "nghề hàn"),
    occupation("automotive", "Công nghệ ô tô", "Automotive technology", "ô tô", "sửa chữa ô tô"),
    occupation(
      "software",
      "Công nghệ thông tin (ứng dụng phần mềm)",
      "Information technology (software applications)",
      "CNTT",
      "công nghệ thông tin",
      "ứng dụng phần mềm",
      "tin học",
    ),
    occupation("hotel", "Quản trị khách sạn", "Hotel management", "khách sạn"),
    occupation("nursing", "Điều dưỡng", "Nursing"),
    occupation(
      "aquaculture",
      "Nuôi trồng thủy sản nước mặn, nước lợ",
      "Marine and brackish-water aquaculture",
      "nuôi trồng thủy sản",
      "nuôi trồng thuỷ sản nước mặn và nước lợ",
      "thủy sản",
    ),
  ],
  groups: [
    {
      code: "a",
      name: both(
        "a) Người lao động trong doanh nghiệp, tốt nghiệp THCS trở lên, chưa có văn bằng phù hợp với công việc",
        "a) Workers of enterprises, lower-secondary graduates or above, without a qualification that matches the job",
      ),
      plain: both(
        "Bạn đang làm việc tại một doanh nghiệp của thành phố, đã tốt nghiệp trung học cơ sở trở lên và chưa có bằng cấp phù hợp với công việc đang làm.",
        "You work for an enterprise of the city, have finished lower secondary school or more, and hold no qualification that matches your job.",
      ),
      person: "WORKER",
      applicants: ["ENTERPRISE"],
      conditions: {
        ...free,
        educationFloor: "LOWER_SECONDARY",
        lacksMatchingQualification: true,
        employed: true,
        levels: ["INTERMEDIATE", "COLLEGE"],
      },
      papers: [application, confirmation, diploma, priority, letter],
      clause: groupsClause,
      verified: true,
    },
    {
      code: "b",
      name: both(
        "b) Người tốt nghiệp THCS, THPT học trung cấp, cao đẳng tại các trường của thành phố",
        "b) Lower and upper-secondary graduates at intermediate or college level in the city's schools",
      ),
      plain: both(
        "Bạn đã tốt nghiệp trung học cơ sở hoặc trung học phổ thông và đang học trung cấp, cao đẳng tại một trường của thành phố.",
        "You have finished lower or upper secondary school and study at intermediate or college level in a school of the city.",
      ),
      person: "STUDENT",
      applicants: ["SCHOOL"],
      conditions: {
        ...free,
        educationFloor: "LOWER_SECONDARY",
        localSchool: true,
        levels: ["INTERMEDIATE", "COLLEGE"],
      },
      papers: [application, diploma, priority, letter],
      clause: groupsClause,
      verified: true,
    },
    {
      code: "c",
      name: both("c) Nhà giáo chưa có chứng chỉ kỹ năng nghề", "c) Teachers without the required skill certificate"),
      plain: both(
        "Bạn dạy nghề và chưa có chứng chỉ kỹ năng nghề theo yêu cầu.",
        "You teach an occupation and lack the skill certificate that is required.",
      ),
      person: "TEACHER",
      applicants: ["SCHOOL"],
      conditions: free,
      papers: [application, confirmation, letter],
      clause: groupsClause,
      verified: true,
    },
    {
      code: "d",
      name: both(
        "d) Cán bộ kỹ thuật của doanh nghiệp, nghệ nhân cấp tỉnh trở lên tham gia giảng dạy",
        "d) Technicians of enterprises, artisans of provincial level or above, who teach",
      ),
      plain: both(
        "Bạn là cán bộ kỹ thuật của doanh nghiệp hoặc nghệ nhân cấp tỉnh trở lên và muốn tham gia giảng dạy.",
        "You are a technician of an enterprise or an artisan of provincial level or above and want to teach.",
      ),
      person: "EXPERT",
      applicants: ["ENTERPRISE", "SCHOOL"],
      conditions: free,
      papers: [application, confirmation, letter],
      clause: groupsClause,
      verified: true,
    },
  ],
  rates: [
    rate("hoc-phi", "Hỗ trợ 50% học phí", "Half of the tuition", {
      kind: "PERCENT_OF_TUITION",
      value: 50,
      groups: ["a", "b"],
    }),
    rate("hang-thang", "Hỗ trợ 900.000 đồng/tháng", "900,000 VND a month", {
      kind: "PER_MONTH",
      value: 900_000,
      groups: ["b"],
      payee: "LEARNER",
    }),
    rate("nha-giao-co-huu", "Hỗ trợ nhà giáo cơ hữu, mỗi khóa", "Permanent teachers, each course", {
      kind: "PER_COURSE",
      value: 10_000_000,
      groups: ["c"],
      permanentStaff: true,
      once: "COURSE",
    }),
    rate("nha-giao-thinh-giang", "Hỗ trợ nhà giáo thỉnh giảng, mỗi khóa", "Guest teachers, each course", {
      kind: "PER_COURSE",
      value: null,
      groups: ["c"],
      permanentStaff: false,
      once: "COURSE",
    }),
    rate("nguoi-day-nghe", "Hỗ trợ cán bộ kỹ thuật, nghệ nhân, mỗi khóa", "Technicians and artisans, each course", {
      kind: "PER_COURSE",
      value: null,
      groups: ["d"],
      once: "COURSE",
    }),
  ],
  processing: { workingDays: 10, ...assumed },
  correction: { workingDays: 10, ...assumed },
  reports: [
    {
      day: 15,
      month: 2,
      clause: both("Kế hoạch của Ban Quản lý, mục IV.A.2", "The Authority's plan, IV.A.2"),
      verified: false,
    },
    {
      day: 15,
      month: 9,
      clause: both("Kế hoạch của Ban Quản lý, mục IV.A.2", "The Authority's plan, IV.A.2"),
      verified: false,
    },
  ],
});

/**
 * Writes the policy and its first version where they are missing. It is in force from the resolution's day, unverified:
 * nothing that rests on an unverified rate is granted without a leader's release. What is there belongs to staff.
 */
export async function loadSupportPolicy(tx: Tx): Promise<void> {
  const code = trainingSupport;
  if (await tx.supportPolicy.findUnique({ where: { code } })) return;
  const { from, to } = knownPolicy.validity;
  await tx.supportPolicy.create({
    data: {
      code,
      nameVi: "Hỗ trợ đào tạo nghề theo Nghị quyết 03/2024/NQ-HĐND",
      nameEn: "Training support under Resolution 03/2024/NQ-HĐND",
      citation: knownPolicy.citation.vi,
      validFrom: dayToDate(from),
      validTo: dayToDate(to),
      versions: {
        create: {
          no: 1,
          definition: knownPolicy,
          state: "IN_FORCE",
          inForceFrom: dayToDate(from),
          decidedAt: dayToDate(from),
          note: "Bản đầu tiên theo các nguồn đang có; mức hỗ trợ và thành phần hồ sơ chưa được xác nhận.",
        },
      },
    },
  });
}
