import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { EnterpriseLifecycle } from "@/lib/db/generated/enums";
import type { ObligationContent } from "@/lib/deadlines/schema";

let count = 0;

/** A form with one version in force that asks for one number. */
export async function createForm(): Promise<number> {
  const form = await db().reportForm.create({
    data: {
      ...{ code: `thu-${++count}-${Date.now()}`, nameVi: "Biểu thử", nameEn: "Trial form" },
      versions: { create: { no: 1, state: "IN_FORCE", inForceAt: new Date(), definition: trialDefinition } },
    },
  });
  return form.id;
}

const trialDefinition = {
  nilAllowed: true,
  sections: [
    {
      key: "main",
      title: { vi: "Số liệu", en: "Figures" },
      items: [
        {
          key: "workers",
          kind: "integer",
          label: { vi: "Số lao động", en: "Workers" },
          required: true,
          min: 0,
          sum: true,
        },
        { key: "remarks", kind: "longText", label: { vi: "Ghi chú", en: "Remarks" } },
      ],
    },
  ],
};

/** An obligation as staff would write it; half-yearly 15/02 and 15/09, all enterprises. */
export function obligation(formId: number, overrides: Partial<ObligationContent> = {}): ObligationContent {
  return {
    ...{ nameVi: `Báo cáo thử ${++count}`, nameEn: `Trial report ${count}` },
    ...{
      instructionsVi: null,
      instructionsEn: null,
      citation: "Kế hoạch thử nghiệm, mục 1",
      quote: null,
      verified: false,
    },
    ...{ validFrom: "2024-07-19", validTo: "2030-12-31", dayOffRule: "NEXT_WORKING_DAY", opensDaysBefore: 30, formId },
    audience: { kind: "enterprises", parks: [], countries: [], headcountFrom: null, headcountTo: null },
    recurrence: {
      kind: "yearly",
      dates: [
        { month: 2, day: 15 },
        { month: 9, day: 15 },
      ],
      before: false,
    },
    reviewer: "LABOUR_OFFICER",
    ladder: [
      { step: -10, act: "MESSAGE" },
      { step: -3, act: "MESSAGE" },
      { step: 1, act: "MESSAGE" },
      { step: 5, act: "PHONE" },
      { step: 10, act: "LETTER" },
    ],
    ...overrides,
  };
}

/** An enterprise of the register with its lifecycle: `[["2024-01-01", "OPERATING"], …]`. */
export async function createEnterpriseWith(
  parkId: number,
  life: [day: string, state: EnterpriseLifecycle][],
  more: { headcount?: number; investorCountry?: string } = {},
): Promise<number> {
  const name = `Công ty Kỳ Hạn ${++count}`;
  const { id } = await db().organisation.create({ data: { kind: "ENTERPRISE", nameVi: name } });
  await db().enterprise.create({
    data: {
      ...{
        id,
        nameVi: name,
        slug: `ky-han-${id}`,
        taxCode: `09${String(id).padStart(8, "0")}`,
        parkId,
        investorCountry: "KR",
        headcount: 100,
      },
      lifecycle: life.at(-1)?.[1] ?? "INVESTING",
      ...more,
    },
  });
  await db().enterpriseLifecycleEvent.createMany({
    data: life.map(([day, toState]) => ({
      ...{
        enterpriseId: id,
        toState,
        unit: "SUPERVISION" as const,
        documentNumber: "1/TB",
        effectiveOn: dayToDate(day),
        documentDate: dayToDate(day),
      },
    })),
  });
  return id;
}
