/**
 * Every address of the portal, once, in both languages. Public addresses are a contract with the readers, the printed
 * leaflets and the search engines: change one only together with a permanent redirect.
 */
export const locales = ["vi", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "vi";

/** One row a place: the Vietnamese address, the English one, and the route that renders both (without its locale). */
const table = {
  home: { vi: "/", en: "/en", route: "/" },
  jobs: { vi: "/viec-lam", en: "/en/jobs", route: "/viec-lam" },
  batches: { vi: "/dot-tuyen-dung", en: "/en/batches", route: "/dot-tuyen-dung" },
  enterprises: { vi: "/doanh-nghiep", en: "/en/enterprises", route: "/doanh-nghiep" },
  parks: { vi: "/khu-cong-nghiep", en: "/en/parks", route: "/khu-cong-nghiep" },
  schools: { vi: "/truong", en: "/en/schools", route: "/truong" },
  verify: { vi: "/xac-minh", en: "/en/verify", route: "/xac-minh" },
  training: { vi: "/ho-tro-dao-tao", en: "/en/training-support", route: "/ho-tro-dao-tao" },
  eligibility: {
    vi: "/ho-tro-dao-tao/kiem-tra",
    en: "/en/training-support/eligibility",
    route: "/ho-tro-dao-tao/kiem-tra",
  },
  signIn: { vi: "/dang-nhap", en: "/en/sign-in", route: "/dang-nhap" },
  secondStep: { vi: "/buoc-hai", en: "/en/second-step", route: "/buoc-hai" },
  register: { vi: "/dang-ky", en: "/en/register", route: "/dang-ky" },
  invitation: { vi: "/loi-moi", en: "/en/invitation", route: "/loi-moi" },
  reset: { vi: "/quen-mat-khau", en: "/en/reset-password", route: "/quen-mat-khau" },
  learning: { vi: "/dang-ky-hoc-nghe", en: "/en/training-registration", route: "/dang-ky-hoc-nghe" },
  my: { vi: "/my", en: "/en/my", route: "/my" },
  enterprise: { vi: "/enterprise", en: "/en/enterprise", route: "/enterprise" },
  school: { vi: "/school", en: "/en/school", route: "/school" },
  staff: { vi: "/staff", en: "/en/staff", route: "/staff" },
} as const;

export type Place = keyof typeof table;
export const places = table;

/** The address of a place in a language; `rest` is appended as path segments, each encoded. */
export function href(locale: Locale, place: Place, ...rest: (string | number)[]): string {
  const base = table[place][locale];
  const tail = rest.map((segment) => encodeURIComponent(String(segment))).join("/");
  if (!tail) return base;
  return base === "/" ? `/${tail}` : `${base}/${tail}`;
}

/** The same place in the other language, for the language switch and hreflang: `/viec-lam/x` ↔ `/en/jobs/x`. */
export function translatePath(path: string, to: Locale): string {
  const rows = Object.values(table).flatMap((row) => locales.map((locale) => ({ from: row[locale], to: row[to] })));
  const fits = (from: string) => path === from || (from !== "/" && path.startsWith(`${from}/`));
  const best = rows.filter((row) => fits(row.from)).sort((a, b) => b.from.length - a.from.length)[0];
  if (!best) return path;
  const rest = path.slice(best.from === "/" ? 0 : best.from.length).replace(/^\/$/, "");
  return (best.to === "/" ? rest : best.to + rest) || "/";
}
