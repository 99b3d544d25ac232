import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { locales } from "@/lib/i18n/paths";
import { parseTaxCode } from "@/lib/organisations/taxCode";

/** A mail address as written; PostgreSQL compares it without regard to case. */
export const email = z.string().trim().max(254).pipe(z.email());
export const fullName = z.string().transform(tidy).pipe(z.string().min(1).max(120));
export const locale = z.enum(locales);
export const id = z.coerce.number().int().positive();
export const version = z.coerce.number().int().positive();
/** A password as typed; whether it may be chosen is decided by `passwordProblem`. */
export const password = z.string().min(1).max(1_000);
export const token = z.string().min(20).max(100);

export const taxCode = z
  .string()
  .min(1)
  .max(40)
  .transform((text, context) => {
    const code = parseTaxCode(text);
    if (code) return code;
    context.addIssue({ code: "custom", params: { code: "taxCode" } });
    return z.NEVER;
  });

/** A Vietnamese or international number: 8 to 15 digits, with the signs that people put between them. */
export const phone = z
  .string()
  .transform(tidy)
  .refine(
    (text) =>
      /^\+?[\d\s.()-]+$/.test(text) && text.replace(/\D/g, "").length >= 8 && text.replace(/\D/g, "").length <= 15,
    {
      params: { code: "phone" },
    },
  );

export const staffRoles = [
  "LABOUR_OFFICER",
  "LABOUR_HEAD",
  "INVESTMENT",
  "SUPERVISION",
  "OFFICE",
  "EMPLOYMENT_CENTRE",
  "LEADER",
  "ADMIN",
] as const;
export const staffRole = z.enum(staffRoles);
export const membershipRoles = ["OWNER", "MEMBER"] as const;
export const membershipRole = z.enum(membershipRoles);

/** What a browser says of itself, kept so that a person recognises the session in the list. */
export const userAgent = z
  .string()
  .transform((text) => text.slice(0, 300))
  .optional();
