"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";

const every = 1_500;

/** Work that goes on elsewhere: the page looks again every moment until it is done. */
export function ImportProgress({ state, rows }: { state: "READING" | "CHECKING" | "APPLYING"; rows: number }) {
  const t = useTranslations("imports.progress");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, every);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Card>
      <div className="flex items-start gap-3" role="status">
        <Icon name="hourglass" size={24} className="mt-0.5 text-harbour-600" />
        <div>
          <p className="font-semibold text-harbour-900 text-lg">{t(state)}</p>
          {rows > 0 && <p className="figures">{t("rows", { count: rows })}</p>}
          <p className="mt-1 text-mist-700 text-sm">{t("away")}</p>
        </div>
      </div>
    </Card>
  );
}
