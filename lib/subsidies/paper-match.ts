import { fold } from "@/lib/core/text";
import type { PolicyPaper } from "./policy";

type Person = { id: number; fullName: string; staffCode: string | null };

/** Where a file seems to belong; null: its name does not say, or says it of several. */
export type FilePlace = { personId: number | null; code: string | null };

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
const padded = (text: string): string => ` ${wordsOf(text).join(" ")} `;

/** The only one of a list that meets a test; null where none or several do. */
function only<T>(list: readonly T[], test: (one: T) => boolean): T | null {
  const found = list.filter(test);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The longest text of those found: a paper whose name holds another's is meant before it. */
const longest = <T extends { text: string }>(found: readonly T[]): T | null => {
  const most = Math.max(0, ...found.map(({ text }) => text.length));
  const best = found.filter(({ text }) => text.length === most);
  return best.length === 1 ? (best[0] ?? null) : null;
};

/**
 * Reads from file names whose paper each is and which: the staff number or the full name, the paper's code or name, in any
 * case, with or without diacritics, words apart by whatever sign ("NV0012_don-de-nghi.pdf", "Đơn đề nghị - Nguyễn Văn A.jpg").
 * It is a proposal: a name that fits several is nobody's.
 */
export function proposePlaces(
  names: readonly string[],
  persons: readonly Person[],
  papers: readonly PolicyPaper[],
): FilePlace[] {
  const codes = persons.flatMap(({ id, staffCode }) => (staffCode ? [{ id, text: padded(staffCode) }] : []));
  const full = persons.map(({ id, fullName }) => ({ id, text: padded(fullName) }));
  const kinds = papers.flatMap((paper) =>
    [paper.code, paper.name.vi, paper.name.en].map((text) => ({ paper, text: padded(text) })),
  );
  return names.map((name) => {
    const text = padded(name.replace(/\.[a-z0-9]{1,5}$/i, ""));
    const kind = longest(kinds.filter((one) => text.includes(one.text)));
    const byCode = only(codes, (one) => text.includes(one.text));
    const byName = byCode ?? only(full, (one) => text.includes(one.text));
    const own = kind?.paper.per === "DOSSIER" ? null : (byName?.id ?? null);
    const paper = kind?.paper ?? null;
    return { personId: own, code: paper?.code ?? null };
  });
}
