import { env } from "@/lib/config/env";
import { href } from "@/lib/i18n/paths";

/** Where people of the enterprise read, complete and submit a need. */
export const deskUrl = (id: number): string => env().PUBLIC_URL + href("vi", "enterprise", "vacancies", id);
