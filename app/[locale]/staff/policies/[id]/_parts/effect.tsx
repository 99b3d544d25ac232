import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { RowTitle, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/core/money";
import type { Locale } from "@/lib/i18n/paths";
import type { Policy } from "@/lib/subsidies/policy";
import { effectOfPolicy } from "@/lib/subsidies/policy-effect-queries";

/** What the draft would change in the open dossiers, if they were judged by it. */
export async function Effect({
  version,
  after,
  here,
  locale,
}: {
  version: { policyId: number; definition: Policy };
  after: number;
  here: string;
  locale: Locale;
}) {
  const [t, effect] = await Promise.all([getTranslations("policies.effect"), effectOfPolicy(version, after)]);
  const count = (value: number) => formatCount(value, locale);
  const signed = (value: number) => (value > 0 ? `+${count(value)}` : count(value));
  const { changed, judged, total, more } = effect;
  return (
    <>
      <Notice
        kind={changed > 0 ? "waiting" : "done"}
        title={
          changed === 0
            ? t("nothing", { judged })
            : t("changes", {
                changed,
                judged,
                difference: signed(total.after - total.before),
                gained: total.gained,
                lost: total.lost,
              })
        }
      >
        {t("body")}
      </Notice>
      {effect.lines.length > 0 && (
        <Card flush as="div">
          <Table
            caption={t("caption")}
            rows={effect.lines}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "dossier",
                label: t("dossier"),
                primary: true,
                cell: ({ code, id, organisation }) => (
                  <RowTitle title={code ?? t("draft", { id })} detail={organisation} />
                ),
              },
              { key: "before", label: t("before"), numeric: true, cell: (line) => count(line.before) },
              { key: "after", label: t("after"), numeric: true, cell: (line) => count(line.after) },
              {
                key: "difference",
                label: t("difference"),
                numeric: true,
                cell: (line) => signed(line.after - line.before),
              },
              { key: "gained", label: t("gained"), numeric: true, cell: (line) => count(line.gained) },
              { key: "lost", label: t("lost"), numeric: true, cell: (line) => count(line.lost) },
            ]}
          />
        </Card>
      )}
      {more !== null && (
        <p>
          <LinkButton as={Link} href={`${here}?view=effect&after=${more}`}>
            {t("more", { judged })}
          </LinkButton>
        </p>
      )}
    </>
  );
}
