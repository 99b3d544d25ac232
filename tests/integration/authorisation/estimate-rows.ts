import { estimateBasis, firstScenarios } from "@/lib/budget/estimate";
import { yearFor } from "@/lib/budget/ledger-commands";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { EstimateState } from "@/lib/db/generated/enums";
import { loadSupportPolicy } from "@/prisma/seed/support-policy";
import type { World } from "./actors";
import type { CommandRow, PageRow } from "./table";

/** Who reads the money of training support. */
const readers = ["office", "leader", "labourHead", "labourOfficer"] as const;
const nowhere = 2_000_000_000;
const reason = "Thử quyền";
const scenarios = firstScenarios(["Thấp", "Dự kiến", "Cao"]);

/** An estimate that asks for something; everything of HEZA is of the whole Authority. */
async function anEstimate(state: EstimateState) {
  await loadSupportPolicy(db());
  const version = await db().supportPolicyVersion.findFirstOrThrow({ where: { state: "IN_FORCE" } });
  const basis = estimateBasis.parse({
    lines: [],
    history: { all: { dropped: 0, of: 0 }, groups: {}, attended: { months: 0, ofMonths: 0 } },
    ...{ available: 0, leftOut: 0, unit: 1 },
  });
  const { id } = await db().budgetEstimate.create({
    data: {
      ...{ policyId: version.policyId, policyVersionId: version.id, year: 2031, kind: "YEARLY", title: "Thử quyền" },
      ...{ basis, scenarios, chosen: "expected", amount: 1_000_000, state, basisAt: dayToDate("2026-11-01") },
      ...{ createdAt: dayToDate("2026-11-01"), currentNo: state === "DRAFT" ? 0 : 1 },
    },
  });
  return { id, version: 1 };
}

const onEstimate = (
  may: readonly ["labourHead"] | readonly ["office"] | readonly ["labourHead", "labourOfficer"],
  state: EstimateState,
  more: object = {},
): CommandRow => ({
  may,
  foreign: {
    as: may[0],
    own: async () => ({ ...(await anEstimate(state)), ...more }),
    other: () => ({ id: nowhere, version: 1, ...more }),
  },
});
const writers = ["labourHead", "labourOfficer"] as const;

export const estimateCommands: Record<string, CommandRow> = {
  "estimates.create": { may: writers, foreign: "makes a row; estimates are the whole Authority's" },
  "estimates.save": onEstimate(writers, "DRAFT", { title: "Thử quyền", note: "", scenarios, chosen: "expected" }),
  "estimates.gather": onEstimate(writers, "DRAFT"),
  "estimates.submit": onEstimate(["labourHead"], "DRAFT"),
  "estimates.withdraw": onEstimate(["labourHead"], "DRAFT", { reason }),
  "estimates.return": onEstimate(["office"], "SUBMITTED", { reason }),
  "estimates.propose": onEstimate(["office"], "SUBMITTED", { document: "Tờ trình thử", documentOn: "2026-11-01" }),
};

export const estimatePages: Record<string, PageRow> = {
  "/staff/budget/estimates": { sees: readers },
  "/staff/budget/estimates/[id]": { sees: readers, path: "/staff/budget/estimates/1" },
};

/** A settlement of a year of its own. */
async function aSettlement(world: World, state: "DRAFT" | "PROPOSED") {
  await loadSupportPolicy(db());
  const policy = await db().supportPolicy.findFirstOrThrow({ orderBy: { id: "asc" } });
  settledYear += 1;
  const budgetYearId = await yearFor(db(), policy.id, settledYear);
  const proposed = { preparedById: world.actors.admin.userId, preparedAt: new Date(), document: "Thử" };
  const { id } = await db().finalSettlement.create({
    data: {
      ...{ budgetYearId, asOf: new Date(), createdAt: new Date(), lastEntryId: 0, state },
      ...(state === "PROPOSED" && { ...proposed, documentOn: dayToDate("2026-11-01") }),
    },
  });
  return { id, version: 1 };
}
let settledYear = 2060;

const onSettlement = (
  may: readonly ["office"] | readonly ["leader"],
  state: "DRAFT" | "PROPOSED",
  more: object = {},
): CommandRow => ({
  may,
  foreign: {
    as: may[0],
    own: async (world) => ({ ...(await aSettlement(world, state)), ...more }),
    other: () => ({ id: nowhere, version: 1, ...more }),
  },
});

export const settlementCommands: Record<string, CommandRow> = {
  "settlements.open": { may: ["office"], foreign: "makes a row; the money is the whole Authority's" },
  "settlements.refresh": onSettlement(["office"], "DRAFT"),
  "settlements.explain": onSettlement(["office"], "DRAFT", {
    ...{ lines: [{ claimId: nowhere, digest: "0".repeat(64) }], note: "Thử quyền" },
  }),
  "settlements.propose": onSettlement(["office"], "DRAFT", { document: "Báo cáo thử", documentOn: "2026-11-01" }),
  "settlements.return": onSettlement(["leader"], "PROPOSED", { reason }),
  "settlements.close": onSettlement(["leader"], "PROPOSED"),
};

export const settlementPages: Record<string, PageRow> = {
  "/staff/budget/settlements": { sees: readers },
  "/staff/budget/settlements/[id]": { sees: readers, path: "/staff/budget/settlements/1" },
};
