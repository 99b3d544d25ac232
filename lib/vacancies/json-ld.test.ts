import { describe, expect, it } from "vitest";
import { listingFeed, xml } from "./feed";
import { jobPosting, scriptJson } from "./json-ld";
import { idOfSegment, type Listing, listingSegment, listingState } from "./listing";
import { sitemap } from "./sitemap";

const listing: Listing = {
  id: 12,
  slug: "tho-han",
  status: "PUBLISHED",
  titleVi: "Thợ hàn",
  titleEn: "Welder",
  enterprise: { slug: "bien-dong", nameVi: "Công ty CP Biển Đông", nameEn: null },
  park: { slug: "vsip", nameVi: "KCN VSIP", nameEn: "VSIP Park", shortNameVi: "VSIP", shortNameEn: "VSIP" },
  positionGroup: "OTHER",
  headcount: 10,
  left: 7,
  lowest: "unskilled",
  split: { unskilled: 10, elementary: 0, intermediate: 0, college: 0, university: 0, postgraduate: 0 },
  wageBase: 5_500_000,
  wageMin: 8_000_000,
  wageMax: 10_000_000,
  wageNegotiable: false,
  allowancesVi: null,
  allowancesEn: null,
  otherBenefitsVi: null,
  otherBenefitsEn: null,
  busRoutes: null,
  contractType: "FIXED_TERM",
  shift: "DAY",
  experienceMonths: 0,
  meals: true,
  bus: false,
  dormitory: false,
  insurance: true,
  openToDisabled: false,
  openToDemobilised: false,
  menQuota: null,
  womenQuota: null,
  workplace: null,
  descriptionVi: "Hàn khung.\n<b>Ca ngày</b>",
  descriptionEn: null,
  requirementsVi: "Có sức khỏe.",
  requirementsEn: null,
  contactName: null,
  contactPhone: "0225 3 000 111",
  contactEmail: null,
  verifyCode: "ABCDEFGHJK",
  withdrawalNote: null,
  occupation: null,
  batch: { year: 2026, no: 10, month: 10 },
  address: { street: "Lô 5", unitVi: "Xã An Dương", unitEn: "An Duong Commune" },
  publishedOn: "2026-11-01",
  deadline: "2026-12-31",
  parkId: 1,
  enterpriseId: 2,
};
const posting = (more: Partial<Listing> = {}) =>
  jobPosting({ ...listing, ...more }, "vi", "https://x.example/viec-lam/tho-han-12", true);

describe("JobPosting", () => {
  it("says what a reader of the page sees", () => {
    expect(posting()).toMatchObject({
      "@type": "JobPosting",
      title: "Thợ hàn",
      description: "<p>Hàn khung.</p><p>&lt;b&gt;Ca ngày&lt;/b&gt;</p><p>Có sức khỏe.</p>",
      datePosted: "2026-11-01",
      validThrough: "2026-12-31T23:59:59+07:00",
      employmentType: "FULL_TIME",
      totalJobOpenings: 7,
      directApply: false,
      hiringOrganization: { name: "Công ty CP Biển Đông" },
      jobLocation: {
        address: { streetAddress: "Lô 5, KCN VSIP", addressLocality: "Xã An Dương", addressCountry: "VN" },
      },
      baseSalary: { currency: "VND", value: { minValue: 8_000_000, maxValue: 10_000_000, unitText: "MONTH" } },
    });
  });

  it("says no salary where none is stated", () => {
    expect(posting({ wageMin: null, wageMax: null, wageNegotiable: true })).not.toHaveProperty("baseSalary");
    expect(posting({ wageMax: null })).toMatchObject({ baseSalary: { value: { minValue: 8_000_000 } } });
  });

  it("is only of open jobs", () => {
    expect(jobPosting(listing, "vi", "https://x.example", false)).toBeNull();
  });

  it("cannot end the script that holds it", () => {
    const text = scriptJson(posting({ titleVi: "</script><script>alert(1)</script>\u2028" }));
    expect(text).not.toMatch(/[<>\u2028]/);
    expect(JSON.parse(text).title).toBe("</script><script>alert(1)</script>\u2028");
  });
});

describe("the state of a listing", () => {
  const on = (status: Listing["status"], today: string, publishedOn: string | null = "2026-11-01") =>
    listingState({ status, deadline: "2026-12-31", publishedOn }, today);
  it("is open through its last day", () => {
    expect([on("PUBLISHED", "2026-12-31"), on("PUBLISHED", "2027-01-01")]).toEqual(["open", "expired"]);
  });
  it("is nothing to the public before publication", () => {
    expect([on("APPROVED", "2026-12-01"), on("WITHDRAWN", "2026-12-01", null), on("DRAFT", "2026-12-01")]).toEqual([
      null,
      null,
      null,
    ]);
    expect([on("WITHDRAWN", "2026-12-01"), on("FILLED", "2026-12-01")]).toEqual(["withdrawn", "filled"]);
  });
});

describe("addresses and files", () => {
  it("finds the id at the end", () => {
    expect(idOfSegment(listingSegment(listing))).toBe(12);
    expect(["12", "tho-han", "x-0", "x-99999999999", "x-12/"].map(idOfSegment)).toEqual([null, null, null, null, null]);
  });

  it("writes feeds and site maps that stay XML whatever stands in a title", () => {
    const feed = listingFeed({
      locale: "vi",
      title: "A & B",
      description: "d",
      page: "https://x.example/viec-lam?q=a&park=b",
      self: "https://x.example/viec-lam/rss",
      address: (path) => `https://x.example${path}`,
      items: [{ ...listing, titleVi: 'Hàn <3G> & "TIG"\u0000' }],
    });
    expect(feed).toContain("<title>Hàn &lt;3G&gt; &amp; &quot;TIG&quot;</title>");
    expect(feed).toContain("<link>https://x.example/viec-lam?q=a&amp;park=b</link>");
    expect(feed).toContain("<pubDate>Sat, 31 Oct 2026 17:00:00 GMT</pubDate>");
    expect(xml("a\u0001b")).toBe("ab");
    expect(
      sitemap([{ vi: "https://x.example/a", en: "https://x.example/en/a", changed: "2026-11-01T00:00:00.000Z" }]),
    ).toContain(
      '<url><loc>https://x.example/en/a</loc><lastmod>2026-11-01T00:00:00.000Z</lastmod><xhtml:link rel="alternate" hreflang="vi" href="https://x.example/a"/>',
    );
  });
});
