import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { RegistrationStatus } from "@/lib/db/generated/enums";

const tones: Record<RegistrationStatus, Tone> = { PENDING: "waiting", MATCHED: "done", REJECTED: "refused" };

/** State of an enterprise's registration. */
export function RegistrationBadge({ status }: { status: RegistrationStatus }) {
  const t = useTranslations("account.registrationStatus");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
