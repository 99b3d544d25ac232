import type { TrainingField, TrainingLevel } from "./vocabulary";

/**
 * Which occupations (VSCO-2020 codes of any tier, by Quyết định 34/2020/QĐ-TTg) a field of training leads to: trades, for
 * which elementary and intermediate training suffice, technicians, and professionals. No document says so: drawn up from
 * the names of both classifications, not confirmed by the Authority, and the page says that, too.
 */
export const occupationFit = {
  verified: false,
  fields: {
    ELECTRICAL: { trades: ["741"], technicians: ["3113"], professionals: ["2151"] },
    ELECTRONICS: { trades: ["742", "8212"], technicians: ["3114"], professionals: ["2152", "2153"] },
    MECHANICAL: {
      trades: ["721", "722", "723", "8211"],
      technicians: ["3115", "3122"],
      professionals: ["2144", "2141"],
    },
    MECHATRONICS: {
      trades: ["7412", "7421", "7233", "8211", "8212"],
      technicians: ["3113", "3114", "3115", "3139"],
      professionals: ["2144", "2151", "2152"],
    },
    AUTOMOTIVE: { trades: ["7231", "8211"], technicians: ["3115"], professionals: ["2144"] },
    IT: { trades: ["7422"], technicians: ["351"], professionals: ["25"] },
    LOGISTICS: { trades: ["4321", "4323", "8344"], technicians: ["3331", "3323"], professionals: ["1324"] },
    MARITIME: { trades: ["835", "7212", "7214"], technicians: ["315"], professionals: ["2144"] },
    REFRIGERATION: { trades: ["7127"], technicians: ["3115"], professionals: ["2144"] },
    CHEMICAL: { trades: ["813", "814"], technicians: ["3116", "3111"], professionals: ["2145", "2143"] },
    TEXTILE: { trades: ["753", "815"], technicians: ["3119", "7543"], professionals: ["2141"] },
    CONSTRUCTION: { trades: ["711", "712"], technicians: ["3112"], professionals: ["2142"] },
    FOOD: { trades: ["751", "816"], technicians: ["3119", "7543"], professionals: ["2145"] },
    BUSINESS: { trades: ["431", "411"], technicians: ["331", "334"], professionals: ["241", "242", "243"] },
    LANGUAGES: { trades: ["422"], technicians: ["334"], professionals: ["2643"] },
    HOSPITALITY: { trades: ["512", "513"], technicians: ["3434"], professionals: ["141"] },
    OTHER: { trades: [], technicians: [], professionals: [] },
  } satisfies Record<TrainingField, Record<"trades" | "technicians" | "professionals", string[]>>,
};

const tiers = {
  ELEMENTARY: ["trades"],
  INTERMEDIATE: ["trades"],
  COLLEGE: ["trades", "technicians"],
  UNIVERSITY: ["technicians", "professionals"],
  POSTGRADUATE: ["professionals"],
} as const satisfies Record<TrainingLevel, readonly string[]>;

/** VSCO codes of any tier that fit who has learned a field up to a level; none where nothing is known. */
export function occupationsFor(field: string, level: string): string[] {
  const groups = occupationFit.fields[field as TrainingField];
  const wanted = tiers[level as TrainingLevel];
  if (!groups || !wanted) return [];
  return [...new Set(wanted.flatMap((tier) => groups[tier]))].sort();
}
