import { beforeAll, describe, expect, it } from "vitest";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { policyInForce, policyVersion, releasedRates } from "@/lib/subsidies/policy-queries";
import { knownPolicy, loadSupportPolicy } from "../../prisma/seed/support-policy";

beforeAll(() => db().$transaction(loadSupportPolicy));

describe("the version in force", () => {
  it("is the latest that was brought into force by the day, and is read whole", async () => {
    const policy = await db().supportPolicy.create({
      data: {
        code: "thu-ngay",
        nameVi: "Chính sách thử",
        nameEn: "Trial policy",
        citation: "Thử",
        validFrom: dayToDate("2024-01-01"),
        validTo: dayToDate("2030-12-31"),
      },
    });
    const version = (no: number, state: "DRAFT" | "IN_FORCE" | "RETIRED", from: string | null) =>
      db().supportPolicyVersion.create({
        data: {
          policyId: policy.id,
          no,
          definition: knownPolicy,
          state,
          inForceFrom: from && dayToDate(from),
          decidedAt: from && dayToDate(from),
        },
      });
    const first = await version(1, "IN_FORCE", "2024-01-01");
    const second = await version(2, "IN_FORCE", "2025-03-01");
    await version(3, "RETIRED", "2025-06-01");
    const draft = await version(4, "DRAFT", null);
    const on = async (day: string) => (await policyInForce(day, "thu-ngay"))?.versionId;
    expect(await on("2023-12-31")).toBeUndefined();
    expect(await on("2025-02-28")).toBe(first.id);
    expect(await on("2025-03-01")).toBe(second.id);
    expect(await on("2026-11-22")).toBe(second.id);
    expect((await policyInForce("2025-03-01", "thu-ngay"))?.definition).toEqual(knownPolicy);
    expect(await policyVersion(draft.id)).toMatchObject({ no: 4, inForceFrom: null, policyCode: "thu-ngay" });
    expect(await policyVersion(0)).toBeNull();
    expect(await releasedRates(second.id)).toEqual(new Set());
  });

  it("comes with the portal: Resolution 03/2024", async () => {
    expect(await policyInForce("2026-11-22", "nq-03-2024")).toMatchObject({ no: 1, inForceFrom: "2024-07-19" });
  });
});
