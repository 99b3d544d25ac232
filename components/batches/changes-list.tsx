import { useTranslations } from "next-intl";
import { formatDay } from "@/lib/core/day";
import { type ChangedLine, changesOf } from "@/lib/vacancies/batch-changes";

/** What has become of a batch's lines since they were frozen, one line a vacancy. */
export function ChangesList({ lines, limit }: { lines: readonly ChangedLine[]; limit: number }) {
  const t = useTranslations("batches.changes");
  if (lines.length === 0) return <p className="text-mist-700">{t("none")}</p>;
  return (
    <>
      <ul className="divide-y divide-mist-100">
        {lines.map((line) => (
          <li key={line.position} className="py-2.5">
            <p>
              <span className="figures text-mist-600">{line.position}. </span>
              <span className="font-semibold text-harbour-900">{line.content.titleVi}</span>
              <span className="text-mist-600"> · {line.content.enterprise.nameVi}</span>
            </p>
            <p className="text-mist-800 text-sm">
              {changesOf(line)
                .map(({ code, params }) =>
                  t(code, {
                    ...params,
                    ...(code === "extended" && { before: formatDay(params.before), after: formatDay(params.after) }),
                  }),
                )
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {lines.length >= limit && <p className="mt-2 text-mist-600 text-sm">{t("more", { count: limit })}</p>}
    </>
  );
}
