import { addDays, dayOf, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { knownPolicy } from "../../../prisma/seed/support-policy";
import type { ActorName } from "./actors";

/** Who reads support policies, who writes their drafts. */
export const policyReaders = ["labourOfficer", "labourHead", "leader", "office"] as const;
const writers = ["labourOfficer", "labourHead"] as const;

const nowhere = 2_000_000_000;
const reason = "Thử quyền";
let count = 0;

async function aVersion(state: "DRAFT" | "IN_FORCE") {
  count += 1;
  const inForce = state === "IN_FORCE";
  const policy = await db().supportPolicy.create({
    data: {
      code: `quyen-${process.pid}-${count}`,
      nameVi: "Chính sách thử quyền",
      nameEn: "Policy of a trial",
      citation: "Thử",
      validFrom: dayToDate("2024-01-01"),
      validTo: dayToDate("2030-12-31"),
      versions: {
        create: {
          no: 1,
          definition: knownPolicy,
          state,
          inForceFrom: inForce ? dayToDate("2024-01-01") : null,
          decidedAt: inForce ? new Date() : null,
        },
      },
    },
    select: { id: true, versions: { select: { id: true } } },
  });
  return { policyId: policy.id, id: policy.versions[0]?.id ?? 0 };
}
const seen = async (state: "DRAFT" | "IN_FORCE") => ({ id: (await aVersion(state)).id, version: 1 });
const decision = () => ({ inForceFrom: addDays(dayOf(new Date()), 30), document: "Số 1/QĐ-BQL", reason });

async function aRelease() {
  const user = await db().user.findFirstOrThrow({ where: { staffRole: "LEADER" } });
  const { id } = await aVersion("IN_FORCE");
  const made = await db().rateRelease.create({
    data: { policyVersionId: id, rateCode: "hoc-phi", reason, releasedById: user.id },
  });
  return { releaseId: made.id, reason };
}

const row = (may: readonly ActorName[], as: "labourHead" | "leader", own: () => Promise<unknown>, other: unknown) => ({
  may,
  foreign: { as, own, other: () => other },
});

export const policyCommands = {
  "policies.draft": row(writers, "labourHead", async () => ({ policyId: (await aVersion("IN_FORCE")).policyId }), {
    policyId: nowhere,
  }),
  "policies.save": row(
    writers,
    "labourHead",
    async () => ({ ...(await seen("DRAFT")), definition: knownPolicy, note: "" }),
    { id: nowhere, version: 1, definition: knownPolicy, note: "" },
  ),
  "policies.drop": row(writers, "labourHead", () => seen("DRAFT"), { id: nowhere, version: 1 }),
  "policies.bringIntoForce": row(
    ["labourHead"],
    "labourHead",
    async () => ({ ...(await seen("DRAFT")), ...decision() }),
    { id: nowhere, version: 1, ...decision() },
  ),
  "policies.retire": row(["labourHead"], "labourHead", async () => ({ ...(await seen("IN_FORCE")), reason }), {
    id: nowhere,
    version: 1,
    reason,
  }),
  "policies.releaseRate": row(
    ["leader"],
    "leader",
    async () => ({ versionId: (await aVersion("IN_FORCE")).id, rateCode: "hoc-phi", reason }),
    { versionId: nowhere, rateCode: "hoc-phi", reason },
  ),
  "policies.revokeRelease": row(["leader"], "leader", aRelease, { releaseId: nowhere, reason }),
};
