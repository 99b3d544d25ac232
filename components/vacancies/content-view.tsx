import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { contentSections } from "@/lib/vacancies/sections";
import { type ContentNames, FieldValue } from "./field-value";

/** Does a field have something to say beside the others? Zeroes, "no" and blanks of what is optional are left out. */
const says = (value: VacancyContent[keyof VacancyContent]) =>
  value !== null && value !== "" && value !== 0 && value !== false;

/**
 * A vacancy's whole content, section by section. `marked` fields are set off (what a reviewer asked to correct, or what
 * changed); `note` puts words under a field.
 */
export function ContentView({
  content,
  names,
  marked,
  note,
}: {
  content: VacancyContent;
  names: ContentNames;
  marked?: ReadonlySet<keyof VacancyContent> | undefined;
  note?: ((field: keyof VacancyContent) => React.ReactNode) | undefined;
}) {
  const t = useTranslations("vacancies");
  return (
    <div className="space-y-7">
      {contentSections.map((section) => {
        const shown = section.fields.filter((field) => says(content[field]) || marked?.has(field));
        if (shown.length === 0) return null;
        return (
          <section key={section.key}>
            <h3 className="mb-1 border-mist-200 border-b pb-1.5 font-semibold text-harbour-900">
              {t(`section.${section.key}`)}
            </h3>
            <dl>
              {shown.map((field) => (
                <div
                  key={field}
                  id={`content-${field}`}
                  className={classes(
                    "grid items-baseline gap-x-4 gap-y-0.5 border-mist-100 border-b py-2 last:border-b-0 sm:grid-cols-[minmax(9rem,32%)_1fr]",
                    marked?.has(field) && "-mx-3 rounded-control bg-amber-50 px-3",
                  )}
                >
                  <dt className="text-mist-600 text-sm">{t(`field.${field}`)}</dt>
                  <dd className="min-w-0 text-mist-900">
                    {says(content[field]) ? (
                      <FieldValue field={field} value={content[field]} names={names} />
                    ) : (
                      <span className="text-mist-600">{t("notSaid")}</span>
                    )}
                    {note?.(field)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
