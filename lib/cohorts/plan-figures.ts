import type { CohortFigures } from "./figures";

/** The plan whose targets the data of schools answer in part. */
export const planCitation =
  "Kế hoạch thực hiện Chiến lược phát triển giáo dục nghề nghiệp thành phố Hải Phòng giai đoạn 2021 - 2030, tầm nhìn đến năm 2045, mục II.2";

/** Levels of which the plan speaks (giáo dục nghề nghiệp). */
export const vocationalLevels = ["ELEMENTARY", "INTERMEDIATE", "COLLEGE"] as const;

type Known = {
  /** Of the vocational levels. */
  vocational: Pick<CohortFigures, "y1" | "w1" | "programmes">;
  /** Programmes of these levels that are accredited, in the country or abroad. */
  accredited: number;
  /** Workers trained up in the year. */
  upgraded: number;
};

/**
 * Targets of the plan with what the data say. `per`: percent that can be compared; `near`: a figure that comes near and is
 * not the target's own; neither: these data do not answer it.
 */
export type PlanLine = {
  key: "women" | "accreditedKey" | "retrained" | "accreditedSchools" | "graduatesIn" | "disabled" | "it" | "teachers";
  /** Percent by 2025 and by 2030, as the plan writes them. */
  targets: readonly [string, string];
  per?: number;
  near?: number;
  /** `near` is a percentage; otherwise persons. */
  nearPercent?: boolean;
};

const share = (part: number, whole: number): number | undefined =>
  whole > 0 ? Math.round((part / whole) * 1_000) / 10 : undefined;

const said = <K extends string>(key: K, value: number | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: number };

/** The plan's targets of part II.2 that concern schools and workers, in its order. */
export function planLines({ vocational, accredited, upgraded }: Known): PlanLine[] {
  return [
    { key: "graduatesIn", targets: ["40 - 45", "50 - 55"] },
    // New intake by sex is not asked for: the first year of study stands for it.
    { key: "women", targets: ["30", "40"], ...said("per", share(vocational.w1, vocational.y1)) },
    { key: "retrained", targets: ["25", "50"], near: upgraded },
    { key: "disabled", targets: ["35", "40"] },
    { key: "it", targets: ["80", "90"] },
    { key: "accreditedSchools", targets: ["30", "70"] },
    // Which programmes are key ones (trọng điểm) is not in the data: all programmes instead.
    {
      key: "accreditedKey",
      targets: ["50", "100"],
      ...said("near", share(accredited, vocational.programmes)),
      nearPercent: true,
    },
    { key: "teachers", targets: ["100", "100"] },
  ];
}
