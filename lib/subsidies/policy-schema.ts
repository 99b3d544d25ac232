import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { type Policy, policyDefinition } from "./policy";

const id = z.coerce.number().int().positive();
const version = z.coerce.number().int().positive();
const reason = z.string().trim().min(5).max(1000);

export const aPolicy = z.object({ policyId: id });
export const policyVersionSeen = z.object({ id, version });

type Loose = Record<string, unknown>;
const isLoose = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const blank = (value: unknown) => value === null || (typeof value === "string" && value.trim() === "");

/** What the screen has a field for and the policy leaves out: help without words, choices that stand for "none"; words in a line. */
function tidied(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(tidied);
  if (!isLoose(raw)) return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => {
      if (key === "help" && isLoose(value) && blank(value.vi) && blank(value.en)) return [key, null];
      if (key === "educationFloor" && blank(value)) return [key, null];
      if (key === "aliases" && typeof value === "string")
        return [
          key,
          value
            .split(",")
            .map((word) => word.trim())
            .filter(Boolean),
        ];
      if (key === "permanentStaff")
        return [key, value === "yes" ? true : value === "no" ? false : blank(value) ? null : value];
      return [key, tidied(value)];
    }),
  );
}

/** A definition as the screen opens it: with a place for everything that may be left out. */
export function openedPolicy(policy: Policy): Loose {
  return {
    ...policy,
    occupations: policy.occupations.map((one) => ({ ...one, aliases: one.aliases.join(", ") })),
    groups: policy.groups.map((group) => ({
      ...group,
      conditions: { ...group.conditions, educationFloor: group.conditions.educationFloor ?? "" },
      papers: group.papers.map((paper) => ({ ...paper, help: paper.help ?? { vi: "", en: "" } })),
    })),
    rates: policy.rates.map((rate) => ({
      ...rate,
      permanentStaff: rate.permanentStaff === null ? "" : rate.permanentStaff ? "yes" : "no",
    })),
  };
}

const editedPolicy = z.preprocess(tidied, policyDefinition) as unknown as z.ZodType<Policy, unknown>;

/** The draft as it is typed; `note` says what the version is for. */
export const policyDraft = z.object({
  id,
  version,
  note: z.string().trim().max(1000).default(""),
  definition: editedPolicy,
});

/** Bringing a draft into force: from which day, on which paper, why. */
export const policyDecision = z.object({
  id,
  version,
  inForceFrom: z.string().refine(isDay, { params: { code: "date" } }),
  document: z.string().trim().min(3).max(300),
  reason,
});

export const policyRetirement = z.object({ id, version, reason });

export const rateRelease = z.object({ versionId: id, rateCode: z.string().trim().min(1).max(40), reason });
export const releaseRevocation = z.object({ releaseId: id, reason });

/** Which version's effect is counted on, after the dossier of which id. */
export const askedEffect = z.object({ id: z.int().positive(), after: z.int().nonnegative() });
