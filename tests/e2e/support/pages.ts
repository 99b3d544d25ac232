import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { addDays, dayOf } from "@/lib/core/day";

/** How a page is visited: by whom (nobody: the public), and at which address. */
export type Visit = {
  as?: string;
  /** The Vietnamese address; or a list page and the link on it that leads here. */
  at: string | { on: string; link: RegExp };
  /** Only in this language, where the other has an address of its own. */
  only?: "vi" | "en";
};

/** The sample's present batch was published twelve days ago and is numbered by its month; it fills two pages. */
const present = addDays(dayOf(new Date()), -12);

/**
 * Every page of the portal and who looks at it. A page without a row fails the suite (`pages.test.ts`), so that no page
 * goes unseen.
 */
export const visits: Record<string, Visit> = {
  "/": { at: "/" },
  "/viec-lam": { at: "/viec-lam" },
  "/viec-lam/[slug]": { at: { on: "/viec-lam", link: /^\/viec-lam\/[a-z0-9-]+-\d+$/ } },
  "/viec-lam/[slug]/to-roi": { at: { on: "/viec-lam/[slug]", link: /\/to-roi$/ }, only: "vi" },
  "/viec-lam/[slug]/leaflet": { at: { on: "/viec-lam/[slug]", link: /\/leaflet$/ }, only: "en" },
  "/dot-tuyen-dung": { at: "/dot-tuyen-dung" },
  "/dot-tuyen-dung/[year]/[no]": { at: "/dot-tuyen-dung/2024/2" },
  "/dot-tuyen-dung/[year]/[no]/[part]": {
    at: `/dot-tuyen-dung/${present.slice(0, 4)}/${Number(present.slice(5, 7))}/trang-2`,
  },
  "/doanh-nghiep": { at: "/doanh-nghiep" },
  "/doanh-nghiep/[slug]": { at: { on: "/doanh-nghiep", link: /^\/doanh-nghiep\/[a-z0-9-]+$/ } },
  "/khu-cong-nghiep": { at: "/khu-cong-nghiep" },
  "/khu-cong-nghiep/[slug]": { at: { on: "/khu-cong-nghiep", link: /^\/khu-cong-nghiep\/[a-z0-9-]+$/ } },
  "/ho-tro-dao-tao": { at: "/ho-tro-dao-tao" },
  "/ho-tro-dao-tao/kiem-tra": { at: "/ho-tro-dao-tao/kiem-tra?group=b&ask=1" },
  "/truong": { at: "/truong" },
  "/truong/[slug]": { at: { on: "/truong", link: /^\/truong\/[a-z0-9-]+$/ } },
  "/xac-minh": { at: "/xac-minh" },
  "/xac-minh/[code]": { at: { on: "/viec-lam/[slug]", link: /^\/xac-minh\/.+$/ } },
  "/khong-tim-thay": { at: "/khong-co-trang-nay" },
  "/buoc-hai": { at: "/buoc-hai" },
  "/dang-nhap": { at: "/dang-nhap" },
  "/dang-ky": { at: "/dang-ky" },
  // The pages of mailed links with a link that works are in `people.spec.ts`.
  "/dang-ky/[token]": { at: "/dang-ky/khong-con-dung-duoc" },
  "/loi-moi/[token]": { at: "/loi-moi/khong-con-dung-duoc" },
  "/quen-mat-khau": { at: "/quen-mat-khau" },
  "/quen-mat-khau/[token]": { at: "/quen-mat-khau/khong-con-dung-duoc" },
  "/my/second-step": { as: "tap-doan", at: "/my/second-step" },
  "/my": { as: "tap-doan", at: "/my" },
  "/my/notices": { as: "tap-doan", at: "/my/notices" },
  "/enterprise": { as: "doanh-nghiep", at: "/enterprise" },
  "/enterprise/api-keys": { as: "doanh-nghiep", at: "/enterprise/api-keys" },
  "/enterprise/members": { as: "doanh-nghiep", at: "/enterprise/members" },
  "/enterprise/vacancies": { as: "doanh-nghiep", at: "/enterprise/vacancies" },
  "/enterprise/vacancies/[id]": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/vacancies", link: /^\/enterprise\/vacancies\/\d+$/ },
  },
  "/enterprise/vacancies/[id]/edit": { as: "doanh-nghiep", at: { on: "/enterprise", link: /\/vacancies\/\d+\/edit$/ } },
  "/enterprise/imports": { as: "doanh-nghiep", at: "/enterprise/imports" },
  "/enterprise/imports/[id]": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/imports", link: /^\/enterprise\/imports\/\d+$/ },
  },
  "/enterprise/reports": { as: "doanh-nghiep", at: "/enterprise/reports" },
  "/enterprise/reports/[id]": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/reports", link: /^\/enterprise\/reports\/\d+$/ },
  },
  "/enterprise/profile": { as: "doanh-nghiep", at: "/enterprise/profile" },
  // A link that works, and the status behind it, are in `registration.spec.ts`.
  "/dang-ky-hoc-nghe/[code]": { at: "/dang-ky-hoc-nghe/khong-con-dung" },
  "/dang-ky-hoc-nghe/trang-thai/[token]": { at: "/dang-ky-hoc-nghe/trang-thai/khong-con-dung-duoc" },
  "/enterprise/registrations": { as: "doanh-nghiep", at: "/enterprise/registrations" },
  "/school/registrations": { as: "nha-truong", at: "/school/registrations" },
  "/enterprise/controls": { as: "doanh-nghiep", at: "/enterprise/controls" },
  "/enterprise/payee-account": { as: "doanh-nghiep", at: "/enterprise/payee-account" },
  "/enterprise/dossiers": { as: "doanh-nghiep", at: "/enterprise/dossiers" },
  "/enterprise/dossiers/new": { as: "doanh-nghiep", at: "/enterprise/dossiers/new" },
  "/enterprise/dossiers/[id]": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/dossiers", link: /^\/enterprise\/dossiers\/\d+$/ },
  },
  "/school/controls": { as: "nha-truong", at: "/school/controls" },
  "/school/payee-account": { as: "nha-truong", at: "/school/payee-account" },
  "/school/dossiers": { as: "nha-truong", at: "/school/dossiers" },
  "/school/dossiers/new": { as: "nha-truong", at: "/school/dossiers/new" },
  "/school/dossiers/[id]": {
    as: "nha-truong",
    at: { on: "/school/dossiers", link: /^\/school\/dossiers\/\d+$/ },
  },
  "/enterprise/internships": { as: "doanh-nghiep", at: "/enterprise/internships" },
  "/enterprise/internships/new": { as: "doanh-nghiep", at: "/enterprise/internships/new" },
  "/enterprise/internships/[id]": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/internships", link: /^\/enterprise\/internships\/\d+$/ },
  },
  "/school/internships": { as: "nha-truong", at: "/school/internships" },
  "/school/internships/[id]": {
    as: "nha-truong",
    at: { on: "/school/internships", link: /^\/school\/internships\/\d+$/ },
  },
  "/school/outcomes": { as: "nha-truong", at: "/school/outcomes" },
  "/staff/internships": { as: "chuyen-vien", at: "/staff/internships?by=park" },
  "/staff/outcomes": { as: "chuyen-vien", at: "/staff/outcomes" },
  "/enterprise/workers": { as: "doanh-nghiep", at: "/enterprise/workers" },
  "/enterprise/workers/new": { as: "doanh-nghiep", at: "/enterprise/workers/new" },
  "/enterprise/workers/[id]": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/workers", link: /^\/enterprise\/workers\/\d+$/ },
  },
  "/enterprise/workers/[id]/edit": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/workers/[id]", link: /\/workers\/\d+\/edit$/ },
  },
  "/enterprise/courses": { as: "doanh-nghiep", at: "/enterprise/courses" },
  "/enterprise/courses/new": { as: "doanh-nghiep", at: "/enterprise/courses/new" },
  "/enterprise/courses/[id]": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/courses", link: /^\/enterprise\/courses\/\d+$/ },
  },
  "/enterprise/courses/[id]/edit": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/courses/[id]", link: /\/courses\/\d+\/edit$/ },
  },
  "/enterprise/courses/[id]/people": {
    as: "doanh-nghiep",
    at: { on: "/enterprise/courses/[id]", link: /\/courses\/\d+\/people$/ },
  },
  "/school/courses": { as: "nha-truong", at: "/school/courses" },
  "/school/courses/new": { as: "nha-truong", at: "/school/courses/new" },
  "/school/courses/[id]": { as: "nha-truong", at: { on: "/school/courses", link: /^\/school\/courses\/\d+$/ } },
  "/school/courses/[id]/edit": { as: "nha-truong", at: { on: "/school/courses/[id]", link: /\/courses\/\d+\/edit$/ } },
  "/school/courses/[id]/people": {
    as: "nha-truong",
    at: { on: "/school/courses/[id]", link: /\/courses\/\d+\/people$/ },
  },
  "/school/people": { as: "nha-truong", at: "/school/people" },
  "/school/people/new": { as: "nha-truong", at: "/school/people/new" },
  "/school/people/[id]": { as: "nha-truong", at: { on: "/school/people", link: /^\/school\/people\/\d+$/ } },
  "/school/people/[id]/edit": { as: "nha-truong", at: { on: "/school/people/[id]", link: /\/people\/\d+\/edit$/ } },
  "/school": { as: "nha-truong", at: "/school" },
  "/school/answers": { as: "nha-truong", at: "/school/answers" },
  "/school/reports": { as: "nha-truong", at: "/school/reports" },
  "/school/reports/[id]": { as: "nha-truong", at: "/school/reports/1" },
  "/school/members": { as: "nha-truong", at: "/school/members" },
  "/school/imports": { as: "nha-truong", at: "/school/imports" },
  "/school/imports/[id]": { as: "nha-truong", at: { on: "/school/imports", link: /^\/school\/imports\/\d+$/ } },
  "/staff": { as: "truong-phong", at: "/staff" },
  "/staff/audit": { as: "quan-tri", at: "/staff/audit" },
  "/staff/batches": { as: "truong-phong", at: "/staff/batches" },
  "/staff/batches/new": { as: "truong-phong", at: "/staff/batches/new" },
  "/staff/batches/[id]": { as: "truong-phong", at: { on: "/staff/batches", link: /^\/staff\/batches\/\d+$/ } },
  "/staff/batches/[id]/print": { as: "truong-phong", at: "/staff/batches/1/print" },
  "/staff/batches/[id]/publish": { as: "truong-phong", at: "/staff/batches/1/publish" },
  "/staff/duties": { as: "trung-tam", at: "/staff/duties" },
  "/staff/duties/[id]": { as: "trung-tam", at: "/staff/duties/3" },
  "/staff/budget/estimates": { as: "truong-phong", at: "/staff/budget/estimates" },
  "/staff/budget/estimates/[id]": { as: "truong-phong", at: "/staff/budget/estimates/1" },
  "/staff/budget/settlements": { as: "van-phong", at: "/staff/budget/settlements" },
  "/staff/budget/settlements/[id]": { as: "van-phong", at: "/staff/budget/settlements/1" },
  "/staff/school-calls": { as: "chuyen-vien", at: "/staff/school-calls" },
  "/staff/school-calls/new": { as: "chuyen-vien", at: "/staff/school-calls/new" },
  "/staff/school-calls/[id]": { as: "truong-phong", at: "/staff/school-calls/1" },
  "/staff/school-figures": { as: "lanh-dao", at: "/staff/school-figures?by=programme" },
  "/staff/difficulties": { as: "chuyen-vien", at: "/staff/difficulties" },
  "/staff/schools": { as: "chuyen-vien", at: "/staff/schools" },
  "/staff/schools/new": { as: "chuyen-vien", at: "/staff/schools/new" },
  "/staff/schools/[slug]": { as: "chuyen-vien", at: "/staff/schools/truong-cao-dang-nghe-ben-thuyen-giay" },
  "/staff/support-figures": { as: "chuyen-vien", at: "/staff/support-figures?by=enterprise" },
  "/staff/oversight": { as: "lanh-dao", at: "/staff/oversight" },
  "/staff/reports": { as: "chuyen-vien", at: "/staff/reports" },
  "/staff/reports/[id]": { as: "chuyen-vien", at: { on: "/staff/reports", link: /^\/staff\/reports\/\d+$/ } },
  "/staff/imports": { as: "chuyen-vien", at: "/staff/imports" },
  "/staff/imports/[id]": { as: "chuyen-vien", at: { on: "/staff/imports", link: /^\/staff\/imports\/\d+$/ } },
  "/staff/mail": { as: "quan-tri", at: "/staff/mail" },
  "/staff/mail/[id]": { as: "quan-tri", at: { on: "/staff/mail", link: /^\/staff\/mail\/\d+$/ } },
  "/staff/people": { as: "quan-tri", at: "/staff/people" },
  "/staff/people/[id]": { as: "quan-tri", at: { on: "/staff/people", link: /^\/staff\/people\/\d+$/ } },
  "/staff/registrations": { as: "chuyen-vien", at: "/staff/registrations" },
  "/staff/registrations/[id]": {
    as: "chuyen-vien",
    at: { on: "/staff/registrations?tab=decided", link: /^\/staff\/registrations\/\d+$/ },
  },
  "/staff/deadlines/late": { as: "chuyen-vien", at: "/staff/deadlines/late" },
  "/staff/deadlines/late/[id]": {
    as: "chuyen-vien",
    at: { on: "/staff/deadlines/late", link: /^\/staff\/deadlines\/late\/\d+$/ },
  },
  "/staff/deadlines/preview/[id]": {
    as: "truong-phong",
    at: { on: "/staff/obligations/[id]", link: /^\/staff\/deadlines\/preview\/\d+$/ },
  },
  "/staff/deadlines/calls": { as: "chuyen-vien", at: "/staff/deadlines/calls" },
  "/staff/deadlines/letters": { as: "chuyen-vien", at: "/staff/deadlines/letters" },
  "/staff/documents": { as: "chuyen-vien", at: "/staff/documents" },
  "/staff/documents/sendings": { as: "chuyen-vien", at: "/staff/documents/sendings" },
  "/staff/policies": { as: "lanh-dao", at: "/staff/policies" },
  "/staff/policies/[id]": { as: "lanh-dao", at: { on: "/staff/policies", link: /^\/staff\/policies\/\d+$/ } },
  "/staff/forms": { as: "chuyen-vien", at: "/staff/forms" },
  "/staff/forms/[id]": { as: "truong-phong", at: "/staff/forms/1" },
  "/staff/forms/versions/[id]": { as: "truong-phong", at: "/staff/forms/versions/1" },
  "/staff/documents/templates": { as: "truong-phong", at: "/staff/documents/templates" },
  "/staff/obligations": { as: "truong-phong", at: "/staff/obligations" },
  "/staff/obligations/new": { as: "truong-phong", at: "/staff/obligations/new" },
  "/staff/obligations/[id]": {
    as: "truong-phong",
    at: { on: "/staff/obligations", link: /^\/staff\/obligations\/\d+$/ },
  },
  "/staff/obligations/[id]/edit": {
    as: "truong-phong",
    at: { on: "/staff/obligations/[id]", link: /^\/staff\/obligations\/\d+\/edit$/ },
  },
  "/staff/calendar": { as: "truong-phong", at: "/staff/calendar" },
  "/staff/calendar/new": { as: "truong-phong", at: "/staff/calendar/new?year=2029&by=law" },
  "/staff/calendar/[id]": {
    as: "truong-phong",
    at: { on: "/staff/calendar", link: /^\/staff\/calendar\/\d+\?/ },
  },
  "/staff/enterprises": { as: "dau-tu", at: "/staff/enterprises" },
  "/staff/enterprises/new": { as: "dau-tu", at: "/staff/enterprises/new" },
  "/staff/enterprises/[id]": {
    as: "dau-tu",
    at: { on: "/staff/enterprises", link: /^\/staff\/enterprises\/\d+$/ },
  },
  "/staff/enterprises/[id]/edit": { as: "dau-tu", at: "/staff/enterprises/1/edit" },
  "/staff/periods": { as: "chuyen-vien", at: "/staff/periods" },
  "/staff/periods/[id]": { as: "truong-phong", at: { on: "/staff/periods", link: /^\/staff\/periods\/\d+$/ } },
  "/staff/periods/[id]/answers": {
    as: "truong-phong",
    at: { on: "/staff/periods/[id]", link: /^\/staff\/periods\/\d+\/answers/ },
  },
  "/staff/places": { as: "dau-tu", at: "/staff/places" },
  "/staff/places/units": { as: "dau-tu", at: "/staff/places/units" },
  "/staff/places/wages": { as: "dau-tu", at: "/staff/places/wages" },
  "/staff/places/[id]": { as: "dau-tu", at: { on: "/staff/places", link: /^\/staff\/places\/\d+$/ } },
  "/staff/dossiers": { as: "chuyen-vien", at: "/staff/dossiers" },
  "/staff/dossiers/[id]": { as: "chuyen-vien", at: { on: "/staff/dossiers", link: /^\/staff\/dossiers\/\d+$/ } },
  "/staff/opinions": { as: "dau-tu", at: "/staff/opinions" },
  "/staff/payments": { as: "van-phong", at: "/staff/payments" },
  "/staff/payments/[id]": { as: "van-phong", at: { on: "/staff/payments", link: /^\/staff\/payments\/\d+$/ } },
  "/staff/payments/answers": { as: "van-phong", at: "/staff/payments/answers" },
  "/staff/controls": { as: "van-phong", at: "/staff/controls" },
  "/staff/controls/[id]": { as: "van-phong", at: { on: "/staff/controls", link: /^\/staff\/controls\/\d+$/ } },
  "/staff/payees": { as: "van-phong", at: "/staff/payees?tab=missing" },
  "/staff/approvals": { as: "truong-phong", at: "/staff/approvals" },
  "/staff/approvals/[id]": {
    as: "chuyen-vien",
    at: { on: "/staff/approvals?state=GATHERING", link: /^\/staff\/approvals\/\d+$/ },
  },
  "/staff/approvals/delegations": { as: "truong-phong", at: "/staff/approvals/delegations" },
  "/staff/budget": { as: "van-phong", at: "/staff/budget" },
  "/staff/budget/[year]": { as: "van-phong", at: { on: "/staff/budget", link: /^\/staff\/budget\/\d+$/ } },
  "/staff/budget/[year]/people": {
    as: "lanh-dao",
    at: { on: "/staff/budget/[year]", link: /^\/staff\/budget\/\d+\/people\?account=RESERVED$/ },
  },
  "/staff/review": { as: "chuyen-vien", at: "/staff/review" },
  "/staff/review/[id]": { as: "chuyen-vien", at: { on: "/staff/review?tab=returned", link: /^\/staff\/review\/\d+$/ } },
};

/** The pages that there are, by their route without language and groups: `/viec-lam/[slug]`. */
export function pagesOf(app: string): string[] {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("/page.tsx"));
  const hidden = (part: string) => part === "page.tsx" || part === "[locale]" || part.startsWith("(");
  return files.map(
    (file) =>
      `/${file
        .split("/")
        .filter((part) => !hidden(part))
        .join("/")}`,
  );
}

/** The Vietnamese address of a visit, found by following links where the sample's ids are not known. */
export async function addressOf({ at }: Visit, page: Page): Promise<string> {
  if (typeof at === "string") return at;
  const on = visits[at.on];
  await page.goto(on ? await addressOf(on, page) : at.on);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const found = links.find((link) => link && at.link.test(link));
  if (!found) throw new Error(`no link ${at.link} on ${page.url()}`);
  return found;
}
