/**
 * Why a file is refused: values, whose words are `files.problems.*`. All may say `name`; `not_what_it_says` says `said` (the
 * extension) and `found` (an extension), `kind_unknown` nothing more, `kind_not_wanted` `found`, `too_large` `maximum` in
 * megabytes, `too_many_pixels` `width` and `height`, `infected` `virus`.
 */
export const fileProblems = [
  "empty",
  "too_large",
  "kind_unknown",
  "kind_not_wanted",
  "not_what_it_says",
  "truncated",
  "damaged",
  "too_many_pixels",
  "infected",
] as const;

export type FileProblem = (typeof fileProblems)[number];

/** A file as forms, lists and the upload field show it. */
export type FileFacts = {
  key: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Bytes that have come. */
  received: number;
  state: "UPLOADING" | "CHECKING" | "READY" | "REFUSED";
  kind: string | null;
  problem: string | null;
  params: Record<string, string | number>;
};
