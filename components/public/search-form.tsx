import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { href } from "@/lib/i18n/paths";
import { parkShortName } from "@/lib/vacancies/listing";
import { wageSteps } from "@/lib/vacancies/search";
import { SuggestedInput } from "./suggested-input";

export type ParkChoice = { slug: string; shortNameVi: string; shortNameEn: string };

/** The control fills the whole cell, its name lies on it: everything in the cell can be tapped. */
const cell =
  "relative block min-w-0 rounded-control focus-within:outline-2 focus-within:outline-harbour-600 max-md:border-mist-200 max-md:border-b";
const inner =
  "block w-full min-w-0 appearance-none truncate rounded-control border-0 bg-transparent px-4 pt-7 pb-2 text-base text-mist-900 outline-none placeholder:text-mist-500";
const name = "pointer-events-none absolute top-2 left-4 text-mist-600 text-xs";

/** The one field of the home page: a form that the browser sends itself. */
export function HomeSearch({ parks }: { parks: readonly ParkChoice[] }) {
  const locale = useLocale();
  const t = useTranslations("public.search");
  return (
    <form
      action={href(locale, "jobs")}
      method="get"
      className="card grid gap-x-1 p-2 md:grid-cols-[1.6fr_1fr_0.8fr_auto] md:divide-x md:divide-mist-200"
    >
      <label className={cell} htmlFor="home-words">
        <span className={name}>{t("what")}</span>
        <SuggestedInput id="home-words" className={inner} placeholder={t("whatExample")} />
      </label>
      <label className={cell}>
        <span className={name}>{t("park")}</span>
        <select name="park" defaultValue="" className={inner}>
          <option value="">{t("all")}</option>
          {parks.map((park) => (
            <option key={park.slug} value={park.slug}>
              {parkShortName(park, locale)}
            </option>
          ))}
        </select>
      </label>
      <label className={classes(cell, "max-md:mb-2")}>
        <span className={name}>{t("wage")}</span>
        <select name="wage" defaultValue="" className={inner}>
          <option value="">{t("any")}</option>
          {wageSteps.map((step) => (
            <option key={step} value={step}>
              {t("million", { amount: step })}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" variant="primary" size="lg" className="md:ml-2">
        {t("submit")}
      </Button>
    </form>
  );
}
