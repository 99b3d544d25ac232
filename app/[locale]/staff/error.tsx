"use client";

import { useLocale } from "next-intl";
import { Failure } from "@/components/layout/failure";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure locale={useLocale()} error={error} retry={retry} />;
}
