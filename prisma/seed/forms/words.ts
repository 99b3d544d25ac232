/** Words in both languages, short to write. */
export const both = (vi: string, en: string) => ({ vi, en });

/** A row or column with its key and name. */
export const named = (key: string, vi: string, en: string) => ({ key, label: both(vi, en) });

/** A text of several lines that may stay empty. */
export const remark = (key: string, vi: string, en: string) => ({
  kind: "longText" as const,
  key,
  label: both(vi, en),
});
