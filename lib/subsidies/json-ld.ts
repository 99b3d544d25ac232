import type { Policy } from "./policy";

/** The policy as schema.org's GovernmentService, for search engines. Texts are those of the page's language. */
export const governmentService = (
  policy: Policy,
  locale: "vi" | "en",
  page: { name: string; description: string; provider: string; url: string },
): Record<string, unknown> => ({
  "@context": "https://schema.org",
  "@type": "GovernmentService",
  name: page.name,
  description: page.description,
  url: page.url,
  inLanguage: locale,
  serviceType: "Vocational training support",
  provider: { "@type": "GovernmentOrganization", name: page.provider },
  areaServed: { "@type": "City", name: "Hải Phòng" },
  audience: policy.groups.map(({ name }) => ({ "@type": "Audience", audienceType: name[locale] })),
  isBasedOn: policy.citation[locale],
});
