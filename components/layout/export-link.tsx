import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";

/** Takes the list that a page shows away as an Excel file: `query` is the page's own, with its filters. */
export function ExportLink({
  list,
  query = {},
}: {
  list: string;
  query?: Readonly<Record<string, unknown>> | undefined;
}) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const params = new URLSearchParams({ locale });
  // The page that is shown says nothing of what is taken away: all of it.
  const paging = new Set(["page", "size", "before", "cursor", "locale"]);
  for (const [key, value] of Object.entries(query)) {
    if (paging.has(key) || value === undefined || value === null || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) params.append(key, String(one));
  }
  return (
    <LinkButton href={`/api/exports/lists/${list}?${params}`} icon="download" variant="quiet" download>
      {t("button")}
    </LinkButton>
  );
}
