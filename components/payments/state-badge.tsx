import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { PaymentBatchState, PaymentState } from "@/lib/db/generated/enums";

const batchTones: Record<PaymentBatchState, Tone> = {
  GATHERED: "neutral",
  PROPOSED: "waiting",
  CHECKED: "waiting",
  SENT: "done",
  DISSOLVED: "refused",
};
const lineTones: Record<PaymentState, Tone> = {
  HELD: "neutral",
  SENT: "waiting",
  PAID: "done",
  FAILED: "refused",
  DISPUTED: "hot",
  DROPPED: "neutral",
};

export function BatchBadge({ state }: { state: PaymentBatchState }) {
  return <Badge tone={batchTones[state]}>{useTranslations("payments.batchState")(state)}</Badge>;
}
export function LineBadge({ state }: { state: PaymentState }) {
  return <Badge tone={lineTones[state]}>{useTranslations("payments.lineState")(state)}</Badge>;
}
