/** A park as the public site lists it. `listings` and `places` count what is open. */
export type ParkEntry = {
  id: number;
  slug: string;
  nameVi: string;
  nameEn: string;
  shortNameVi: string;
  shortNameEn: string;
  areaHa: number | null;
  formerDistrict: string | null;
  latitude: number | null;
  longitude: number | null;
  zone: { nameVi: string; nameEn: string } | null;
  listings: number;
  places: number;
  enterprises: number;
};

/** An enterprise as the public site lists it: operating and verified. */
export type EnterpriseEntry = {
  id: number;
  slug: string;
  nameVi: string;
  nameEn: string | null;
  investorCountry: string;
  park: { slug: string; shortNameVi: string; shortNameEn: string };
  listings: number;
  places: number;
};

export type EnterpriseProfile = Omit<EnterpriseEntry, "listings" | "places" | "park"> & {
  park: { id: number; slug: string; nameVi: string; nameEn: string };
  taxCode: string;
  address: string | null;
  unit: { nameVi: string; nameEn: string } | null;
  website: string | null;
  introductionVi: string | null;
  introductionEn: string | null;
  hasUnion: boolean;
  hasAgreement: boolean;
  verifiedOn: string | null;
};

/** A web address that may be linked to: http or https only, whatever was typed. */
export function safeLink(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}

export const enterprisesPerPage = 60;
