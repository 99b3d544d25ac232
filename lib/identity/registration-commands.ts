import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import { tidy } from "@/lib/core/text";
import { command } from "@/lib/db/command";
import { href, locales } from "@/lib/i18n/paths";
import { queueMail } from "@/lib/notifications/mail";
import { pagesOf } from "@/lib/organisations/public-pages";
import { anyone, userIdOf } from "./actor";
import { momentText } from "./moment";
import { permissions } from "./permissions";
import { email, fullName, id, locale, phone, taxCode, version } from "./schema";
import { newToken } from "./tokens";

const confirmDays = 3;

/** What an enterprise fills in to register itself. */
export const signUpInput = z.object({
  taxCode,
  nameVi: z.string().transform(tidy).pipe(z.string().min(3).max(200)),
  parkId: id.optional(),
  fullName,
  email,
  phone,
  locale,
});

/**
 * An enterprise registers itself: mails a link that confirms the address. The answer and the work are the same whether or
 * not the tax code or the address has an account already. Call it within `letterLimits`.
 */
export const signUpEnterprise = command({
  name: "identity.signUpEnterprise",
  input: signUpInput,
  may: anyone,
  run: async ({ tx, now, input, about }) => {
    if (input.parkId && !(await tx.industrialPark.findUnique({ where: { id: input.parkId }, select: { id: true } })))
      return refuse("invalid_input", { fields: [{ path: ["parkId"], code: "choice" }] });
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(now.getTime() + confirmDays * 86_400_000);
    const { parkId, ...given } = input;
    const signUp = await tx.enterpriseSignUp.create({
      data: { ...given, parkId: parkId ?? null, tokenHash, createdAt: now, expiresAt },
    });
    about({ type: "signUp", id: signUp.id });
    await queueMail(tx, {
      to: input.email,
      locale: input.locale,
      template: "registrationConfirm",
      params: { enterprise: input.nameVi, taxCode: input.taxCode, expires: momentText(expiresAt) },
      dedupeKey: `registrationConfirm:${signUp.id}`,
      path: href(input.locale, "register", token),
      secret: token,
      now,
    });
    return ok(null);
  },
});

/**
 * Matches a registration to an enterprise of the register: the applicant becomes its owner, the enterprise counts as
 * verified.
 */
export const verifyRegistration = command({
  name: "identity.verifyRegistration",
  input: z.object({ registrationId: id, enterpriseId: id, version }),
  may: permissions.decideRegistrations,
  run: async ({ tx, actor, now, input, about, changed }) => {
    const registration = await tx.enterpriseRegistration.findUnique({
      where: { id: input.registrationId },
      include: { applicant: true },
    });
    const enterprise = await tx.enterprise.findUnique({ where: { id: input.enterpriseId } });
    if (!registration || !enterprise) return refuse("not_found");
    about({ type: "registration", id: registration.id }, { enterpriseId: enterprise.id });
    if (registration.status !== "PENDING") return refuse("not_allowed_now");
    const { applicant } = registration;
    if (applicant.staffRole) return refuse("other_kind");
    const decidedById = userIdOf(actor);
    const { count } = await tx.enterpriseRegistration.updateMany({
      where: { id: registration.id, status: "PENDING", version: input.version },
      data: {
        status: "MATCHED",
        enterpriseId: enterprise.id,
        decidedById,
        decidedAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse("changed_meanwhile");
    await tx.membership.upsert({
      where: { userId_organisationId: { userId: applicant.id, organisationId: enterprise.id } },
      create: { userId: applicant.id, organisationId: enterprise.id, role: "OWNER", createdAt: now },
      update: { role: "OWNER" },
    });
    if (!enterprise.verifiedAt) {
      await tx.enterprise.update({
        where: { id: enterprise.id },
        data: { verifiedAt: now, verifiedById: decidedById, version: { increment: 1 } },
      });
      changed(...pagesOf(enterprise.id, enterprise.parkId));
    }
    const language = locales.find((known) => known === applicant.locale) ?? "vi";
    await queueMail(tx, {
      to: applicant.email,
      locale: language,
      template: "registrationMatched",
      params: { enterprise: enterprise.nameVi },
      dedupeKey: `registrationMatched:${registration.id}`,
      path: href(language, "enterprise"),
      now,
    });
    return ok(null);
  },
});

/** Rejects a registration; the applicant is told why by mail and may register again. */
export const rejectRegistration = command({
  name: "identity.rejectRegistration",
  input: z.object({
    registrationId: id,
    reason: z.string().trim().pipe(z.string().min(10).max(1_000)),
    version,
  }),
  may: permissions.decideRegistrations,
  run: async ({ tx, actor, now, input, about }) => {
    const registration = await tx.enterpriseRegistration.findUnique({
      where: { id: input.registrationId },
      include: { applicant: true },
    });
    if (!registration) return refuse("not_found");
    about({ type: "registration", id: registration.id });
    if (registration.status !== "PENDING") return refuse("not_allowed_now");
    const { count } = await tx.enterpriseRegistration.updateMany({
      where: { id: registration.id, status: "PENDING", version: input.version },
      data: {
        status: "REJECTED",
        reason: input.reason,
        decidedById: userIdOf(actor),
        decidedAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse("changed_meanwhile");
    const { applicant } = registration;
    const language = locales.find((known) => known === applicant.locale) ?? "vi";
    await queueMail(tx, {
      to: applicant.email,
      locale: language,
      template: "registrationRejected",
      params: { enterprise: registration.nameVi, taxCode: registration.taxCode, reason: input.reason },
      dedupeKey: `registrationRejected:${registration.id}`,
      path: href(language, "register"),
      now,
    });
    return ok(null);
  },
});
