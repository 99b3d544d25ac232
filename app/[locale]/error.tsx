"use client";

import { useParams } from "next/navigation";
import { Failure } from "@/components/layout/failure";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const { locale } = useParams();
  return <Failure locale={locale === "en" ? "en" : "vi"} error={error} retry={retry} />;
}
