import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";

const id = z.number().int().positive();
const day = z.string().refine(isDay, { params: { code: "date" } });
const citation = z.string().transform(tidy).pipe(z.string().min(5).max(200));
const monthly = z.number().int().min(1_000_000).max(100_000_000);

export const wageRegions = ["I", "II", "III", "IV"] as const;

/**
 * A decree on minimum wages, đồng a month by region. `latest` is the first day of the latest decree that the person saw:
 * a decree that somebody entered meanwhile makes the form lose.
 */
export const wageDecree = z.object({
  citation,
  validFrom: day,
  verified: z.boolean(),
  I: monthly,
  II: monthly,
  III: monthly,
  IV: monthly,
  latest: day.nullable(),
});

/** The wage region of a park from a day on; `latest` as in `wageDecree`. */
export const parkRegion = z.object({
  parkId: id,
  region: z.enum(wageRegions),
  validFrom: day,
  citation,
  verified: z.boolean(),
  latest: day.nullable(),
});

const names = z.array(z.string()).max(20);

/** Other names under which people look for a park, one a line; `known` are those that the person saw. */
export const parkAliases = z.object({
  parkId: id,
  aliases: z
    .string()
    .max(2_000)
    .transform((text) => [...new Set(text.split("\n").map(tidy).filter(Boolean))])
    .pipe(names.refine((all) => all.every((name) => name.length <= 100), { params: { code: "aliasTooLong" } })),
  known: names,
});
