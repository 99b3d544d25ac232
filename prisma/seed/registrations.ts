import type { Tx } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { hashPassword } from "@/lib/identity/password-hash";
import { rejectRegistration } from "@/lib/identity/registration-commands";
import { samplePassword } from "./accounts";
import { type SeededEnterprise, sampleTaxCode } from "./register";

const day = 86_400_000;

/**
 * Enterprises that registered themselves: one whose tax code stands in the register, one known only by its name, and one
 * that was told why it could not be verified (whose letter administrators can read).
 */
export async function seedRegistrations(
  tx: Tx,
  enterprises: SeededEnterprise[],
  officer: Person,
  now: Date,
): Promise<void> {
  const passwordHash = await hashPassword(samplePassword);
  const known = enterprises.at(-1);
  const alike = enterprises.at(-2);
  if (!known || !alike) throw new Error("no enterprises to register");
  const { taxCode } = await tx.enterprise.findUniqueOrThrow({ where: { id: known.id }, select: { taxCode: true } });
  const forms = [
    { name: "xin-doi-chieu", fullName: "Mướp Hương Non", taxCode, nameVi: known.nameVi, parkId: known.parkId },
    {
      name: "ten-gan-giong",
      fullName: "Bầu Sao Xanh",
      taxCode: sampleTaxCode(901),
      nameVi: alike.nameVi,
      parkId: null,
    },
    {
      name: "chua-xac-minh",
      fullName: "Ổi Găng Giòn",
      taxCode: sampleTaxCode(902),
      nameVi: "Công ty TNHH Mây Tre Lá Cọ",
      parkId: null,
    },
  ];
  for (const [at, { name, fullName, ...form }] of forms.entries()) {
    const email = `${name}@congtymau.example`;
    const applicant = await tx.user.create({ data: { email, fullName, passwordHash } });
    const registration = await tx.enterpriseRegistration.create({
      data: {
        ...form,
        phone: `0225 3 000 9${at}0`,
        applicantId: applicant.id,
        createdAt: new Date(now.getTime() - (at + 1) * day),
      },
    });
    if (name !== "chua-xac-minh") continue;
    const result = await rejectRegistration(
      officer,
      {
        registrationId: registration.id,
        version: registration.version,
        reason:
          "Doanh nghiệp không có dự án trong khu công nghiệp nào thuộc Ban Quản lý. Nếu vừa được cấp giấy chứng nhận đầu tư, mời đăng ký lại kèm tên khu công nghiệp.",
      },
      { now },
    );
    if (!result.ok) throw new Error(`sample registration: ${result.code}`);
  }
}
