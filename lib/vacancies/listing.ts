import type { ContractType, PositionGroup, ShiftPattern, VacancyStatus } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/paths";
import { type Qualification, qualifications } from "./schema";

/** A listing in two lines: what, where, how much, what comes with it, until when. Days as `YYYY-MM-DD`, đồng a month. */
export type ListingCard = {
  id: number;
  slug: string;
  titleVi: string;
  titleEn: string | null;
  enterprise: { slug: string; nameVi: string; nameEn: string | null };
  park: { slug: string; nameVi: string; nameEn: string; shortNameVi: string; shortNameEn: string };
  positionGroup: PositionGroup;
  headcount: number;
  /** Places not yet filled. */
  left: number;
  /** The lowest qualification with places; null where the split is empty. */
  lowest: Qualification | null;
  wageMin: number | null;
  wageMax: number | null;
  wageNegotiable: boolean;
  shift: ShiftPattern | null;
  meals: boolean;
  bus: boolean;
  dormitory: boolean;
  insurance: boolean;
  openToDisabled: boolean;
  openToDemobilised: boolean;
  publishedOn: string;
  deadline: string;
};

/** The lowest qualification that has places. */
export const lowestQualification = (split: Record<Qualification, number>): Qualification | null =>
  qualifications.find((name) => split[name] > 0) ?? null;

/** A name in the reader's language; Vietnamese where there is no English one. */
export const named = (names: { nameVi: string; nameEn: string | null }, locale: Locale): string =>
  (locale === "en" && names.nameEn) || names.nameVi;

/** The short name of a park in the reader's language. */
export const parkShortName = (park: { shortNameVi: string; shortNameEn: string }, locale: Locale): string =>
  locale === "en" ? park.shortNameEn : park.shortNameVi;

/** A listing's title in the reader's language; Vietnamese where there is no English one. */
export const titleOf = (listing: { titleVi: string; titleEn: string | null }, locale: Locale): string =>
  (locale === "en" && listing.titleEn) || listing.titleVi;

/** The last part of a listing's address: `cong-nhan-lap-rap-12`. */
export const listingSegment = (listing: { slug: string; id: number }): string => `${listing.slug}-${listing.id}`;

/** The id in `cong-nhan-lap-rap-12`; null when there is none that a listing could have. */
export function idOfSegment(segment: string): number | null {
  const digits = /-(\d{1,10})$/.exec(segment)?.[1];
  const id = Number(digits);
  return digits !== undefined && id >= 1 && id <= 2_147_483_647 ? id : null;
}

/** Closing in so few days that the card says so instead of the date. */
export const closesSoon = 3;

/** What became of a listing that the public has seen. */
export type ListingState = "open" | "filled" | "expired" | "withdrawn";

/** The state on a day: a listing past its last day counts as expired even before the worker has said so. */
export function listingState(
  listing: { status: VacancyStatus; deadline: string; publishedOn: string | null },
  today: string,
): ListingState | null {
  if (listing.publishedOn === null) return null;
  switch (listing.status) {
    case "PUBLISHED":
      return listing.deadline >= today ? "open" : "expired";
    case "FILLED":
      return "filled";
    case "EXPIRED":
      return "expired";
    case "WITHDRAWN":
      return "withdrawn";
    default:
      return null;
  }
}

/** Everything that a job page shows. Days as `YYYY-MM-DD`. */
export type Listing = ListingCard & {
  status: VacancyStatus;
  verifyCode: string;
  descriptionVi: string;
  descriptionEn: string | null;
  requirementsVi: string;
  requirementsEn: string | null;
  wageBase: number | null;
  allowancesVi: string | null;
  allowancesEn: string | null;
  otherBenefitsVi: string | null;
  otherBenefitsEn: string | null;
  busRoutes: string | null;
  contractType: ContractType | null;
  experienceMonths: number;
  split: Record<Qualification, number>;
  menQuota: number | null;
  womenQuota: number | null;
  workplace: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  withdrawalNote: string | null;
  occupation: { code: string; nameVi: string; nameEn: string } | null;
  batch: { year: number; no: number; month: number } | null;
  address: { street: string | null; unitVi: string | null; unitEn: string | null };
  parkId: number;
  enterpriseId: number;
};
