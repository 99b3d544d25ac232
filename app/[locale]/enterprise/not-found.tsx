import { getLocale } from "next-intl/server";
import { NotFoundState } from "@/components/layout/not-found-state";
import { href } from "@/lib/i18n/paths";

export default async function NotFound() {
  return <NotFoundState home={href(await getLocale(), "enterprise")} />;
}
