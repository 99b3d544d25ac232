import type { Locale } from "@/lib/i18n/paths";
import { type Listing, named, titleOf } from "./listing";
import type { Qualification } from "./schema";

const html = (text: string): string =>
  text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => `<p>${line.trim().replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")}</p>`)
    .join("");

/** schema.org's credentials; the Vietnamese levels in between have none of their own. */
const credentials: Record<Qualification, string | null> = {
  unskilled: null,
  elementary: "professional certificate",
  intermediate: "professional certificate",
  college: "associate degree",
  university: "bachelor degree",
  postgraduate: "postgraduate degree",
};

/**
 * JobPosting by schema.org and Google's rules for job postings (developers.google.com/search/docs/appearance/structured-data/
 * job-posting). Honest: no salary where none is stated, the real last day, and null for what is not open.
 */
export function jobPosting(
  listing: Listing,
  locale: Locale,
  url: string,
  open: boolean,
): Record<string, unknown> | null {
  if (!open) return null;
  const english = locale === "en";
  const description = (english && listing.descriptionEn) || listing.descriptionVi;
  const requirements = (english && listing.requirementsEn) || listing.requirementsVi;
  const { wageMin, wageMax } = listing;
  const credential = listing.lowest && credentials[listing.lowest];
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: titleOf(listing, locale),
    description: html(`${description}\n${requirements}`),
    url,
    identifier: { "@type": "PropertyValue", name: "HEZA", value: listing.verifyCode },
    datePosted: listing.publishedOn,
    validThrough: `${listing.deadline}T23:59:59+07:00`,
    employmentType: listing.contractType === "SEASONAL" ? "TEMPORARY" : "FULL_TIME",
    hiringOrganization: { "@type": "Organization", name: named(listing.enterprise, locale) },
    jobLocation: {
      "@type": "Place",
      address: {
        "@type": "PostalAddress",
        streetAddress: [listing.workplace ?? listing.address.street, named(listing.park, locale)]
          .filter(Boolean)
          .join(", "),
        ...(listing.address.unitVi && {
          addressLocality: (english && listing.address.unitEn) || listing.address.unitVi,
        }),
        addressRegion: "Hải Phòng",
        addressCountry: "VN",
      },
    },
    ...((wageMin !== null || wageMax !== null) && {
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: "VND",
        value: {
          "@type": "QuantitativeValue",
          ...(wageMin !== null && wageMin === wageMax
            ? { value: wageMin }
            : { ...(wageMin !== null && { minValue: wageMin }), ...(wageMax !== null && { maxValue: wageMax }) }),
          unitText: "MONTH",
        },
      },
    }),
    totalJobOpenings: listing.left,
    directApply: false,
    ...(listing.experienceMonths > 0
      ? {
          experienceRequirements: {
            "@type": "OccupationalExperienceRequirements",
            monthsOfExperience: listing.experienceMonths,
          },
        }
      : { experienceRequirements: "no requirements" }),
    ...(listing.lowest === "unskilled" && { educationRequirements: "no requirements" }),
    ...(credential && {
      educationRequirements: { "@type": "EducationalOccupationalCredential", credentialCategory: credential },
    }),
    ...(listing.occupation && {
      occupationalCategory: `${listing.occupation.code} ${named(listing.occupation, locale)}`,
    }),
  };
}

/** JSON for inside a script element: nothing in it can end the element or be read as markup. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
