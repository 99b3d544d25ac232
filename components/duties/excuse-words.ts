/** Why a report is not owed: the register's reason in words, or a reviewer's own. */
export const excuseWords = (t: (key: "excused.closed" | "excused.notOwed") => string, text: string | null): string =>
  text === "closed" || text === "notOwed" ? t(`excused.${text}`) : (text ?? "");
