/** A paper's file name before batch and year, and its form. Letters and annexes in Word leave the house in Vietnamese only. */
type Kind = { file: string; extension: "docx" | "xlsx" | "pdf" | "txt" | "xml"; vietnamese?: true };

/** All that a batch is sent out with, by the name in its address: one list for screen, download and test. */
export const kinds = {
  letter: { file: "cong-van", extension: "docx", vietnamese: true },
  "annex-word": { file: "phu-luc", extension: "docx", vietnamese: true },
  "annex-excel": { file: "phu-luc", extension: "xlsx" },
  leaflet: { file: "to-roi-a5", extension: "pdf" },
  poster: { file: "ap-phich-a3", extension: "pdf" },
  social: { file: "bai-dang", extension: "txt" },
  radio: { file: "bai-phat-thanh", extension: "txt" },
  rss: { file: "rss", extension: "xml" },
} as const satisfies Record<string, Kind>;

export type PaperKind = keyof typeof kinds;
export const paperKinds = Object.keys(kinds) as PaperKind[];

/** What an address names; null for what there is not. */
export const paperKindOf = (text: string): PaperKind | null => paperKinds.find((kind) => kind === text) ?? null;

/** Does the paper exist in Vietnamese only? */
export const onlyVietnamese = (kind: PaperKind): boolean => "vietnamese" in kinds[kind];
