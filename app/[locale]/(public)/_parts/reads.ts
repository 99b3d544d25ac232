import { dayOf } from "@/lib/core/day";
import { supportPolicyTag, trainingSupport } from "@/lib/subsidies/policy";
import { policyInForce } from "@/lib/subsidies/policy-queries";
import { parkDirectory } from "@/lib/vacancies/directory-queries";
import { listingById, similarListings } from "@/lib/vacancies/listing-queries";
import { cached } from "@/lib/web/cached";

/** The day as the public pages count it; a page is made anew every few minutes, so it is never long behind. */
export const today = (): string => dayOf(new Date());

/** All parks with what is open in them. */
export const readParks = (day: string) => cached("parks", [day], () => parkDirectory(day), ["vacancies"]);

/** A listing that the public has once seen. */
export const readListing = (id: number) => cached("listing", [id], () => listingById(id), [`vacancy:${id}`]);

/** What one may take instead of a listing. */
export const readSimilar = (
  listing: { id: number; parkId: number; occupation: { code: string } | null },
  day: string,
) =>
  cached("similar", [listing.id, day], () => similarListings(listing, day, 4), ["vacancies", `vacancy:${listing.id}`]);

/** The support policy in force on a day. */
export const readSupportPolicy = (day: string) =>
  cached("support-policy", [day], () => policyInForce(day, trainingSupport), [supportPolicyTag]);
