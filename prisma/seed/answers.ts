import type { Answers } from "@/lib/reports/answers";

type Dice = () => number;
const upTo = (random: Dice, most: number) => Math.floor(random() * (most + 1));

/** Splits a number over some of the keys. */
function split(random: Dice, total: number, keys: readonly string[]): Map<string, number> {
  const parts = new Map<string, number>();
  let left = total;
  for (const [at, key] of keys.entries()) {
    const part = at === keys.length - 1 ? left : upTo(random, left);
    if (part > 0) parts.set(key, part);
    left -= part;
  }
  return parts;
}

const occupations = ["electronics", "electricity", "welding", "logistics", "automotive", "software"];

/** Workers in training: sums by occupation and by group agree, as the form asks. */
function training(random: Dice, headcount: number): Answers {
  const participants = Math.min(headcount, upTo(random, Math.max(3, Math.round(headcount * 0.04))));
  const byOccupation = split(random, participants, occupations.slice(upTo(random, 3)));
  const byGroup = split(random, participants, ["experts", "workers"]);
  const complete = Math.floor(participants * random());
  /** So many of a table's participants, from its first row on. */
  const rows = (parts: Map<string, number>) => {
    let left = complete;
    return Object.fromEntries(
      [...parts].map(([key, part]) => {
        const dossiersComplete = Math.min(part, left);
        left -= dossiersComplete;
        return [key, { participants: part, dossiersComplete }];
      }),
    );
  };
  return { headcount, participants, byOccupation: rows(byOccupation), byGroup: rows(byGroup) };
}

function labourChange(random: Dice, headcount: number): Answers {
  const increase = upTo(random, Math.round(headcount * 0.15));
  const decrease = Math.min(upTo(random, Math.round(headcount * 0.12)), headcount);
  const fixed = { manager: 0.02, highTechnical: 0.05, midTechnical: 0.08 };
  const counts = Object.entries(fixed).map(([key, share]) => {
    const count = Math.floor((headcount - decrease) * share);
    return [key, { atStart: count, increase: 0, decrease: 0, atEnd: count }] as const;
  });
  const others = headcount - decrease - counts.reduce((sum, [, { atEnd }]) => sum + atEnd, 0);
  const other = { atStart: others + decrease, increase, decrease, atEnd: others + increase };
  return {
    byPosition: { ...Object.fromEntries(counts), other },
    total: counts.reduce((sum, [, { atEnd }]) => sum + atEnd, 0) + other.atEnd,
    reasons: increase > decrease ? "Mở thêm chuyền sản xuất." : null,
  };
}

const wanted: [occupation: string, qualification: string][] = [
  ["Công nhân lắp ráp điện tử", "unskilled"],
  ["Thợ hàn", "elementary"],
  ["Kỹ thuật viên điện", "intermediate"],
  ["Kỹ thuật viên cơ điện tử", "college"],
  ["Kỹ sư tự động hóa", "university"],
];

function skilledNeed(random: Dice, headcount: number): Answers {
  const needed = upTo(random, Math.max(4, Math.round(headcount * 0.1)));
  const parts = split(
    random,
    needed,
    wanted.map(([, qualification]) => qualification),
  );
  return {
    headcount,
    trainsItself: random() < 0.4 ? "yes" : "no",
    needed,
    byQualification: Object.fromEntries([...parts].map(([key, part]) => [key, { needed: part }])),
    byOccupation: wanted
      .filter(([, qualification]) => parts.has(qualification))
      .map(([occupation, qualification]) => ({
        occupation,
        qualification,
        needed: parts.get(qualification) ?? 0,
      })),
  };
}

const centre = (random: Dice): Answers => ({
  enterprisesInformed: 20 + upTo(random, 60),
  workersInformed: 300 + upTo(random, 1_500),
  workersInNeed: 40 + upTo(random, 200),
  workersAdvised: 20 + upTo(random, 150),
  state: "Đã phối hợp với Phòng Quản lý Lao động tuyên truyền chính sách tại các khu công nghiệp.",
});

/** What a sample organisation answers on a built-in form. Invented numbers in the size of the enterprise. */
export function sampleAnswers(form: string, random: Dice, who: { name: string; headcount: number }): Answers {
  if (form === "training-participation") return training(random, who.headcount);
  if (form === "labour-change") return labourChange(random, who.headcount);
  if (form === "skilled-labour-need") return skilledNeed(random, who.headcount);
  return centre(random);
}
