import { yearFor } from "@/lib/budget/ledger-commands";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { loadSupportPolicy } from "@/prisma/seed/support-policy";
import type { World } from "./actors";
import type { CommandRow, PageRow } from "./table";

const nowhere = 2_000_000_000;
let year = 2040;

async function aYear() {
  await loadSupportPolicy(db());
  const policy = await db().supportPolicy.findFirstOrThrow({ orderBy: { id: "asc" } });
  year += 1;
  return { policyId: policy.id, id: await yearFor(db(), policy.id, year) };
}

/** A proposal of somebody who is not the actor. */
const aProposal = async (world: World, more: object = {}) => {
  const { id } = await db().budgetProposal.create({
    data: {
      ...{ budgetYearId: (await aYear()).id, kind: "ALLOCATE", amount: 1_000_000, document: "Quyết định thử" },
      ...{ documentOn: dayToDate("2026-01-05"), proposedById: world.actors.admin.userId, proposedAt: new Date() },
    },
  });
  return { id, version: 1, ...more };
};

const onProposal = (may: readonly ["office"] | readonly ["leader"], more: object = {}): CommandRow => ({
  may,
  foreign: {
    as: may[0],
    own: (world) => aProposal(world, more),
    other: () => ({ id: nowhere, version: 1, ...more }),
  },
});
const onYear = (more: object = {}): CommandRow => ({
  may: ["office", "leader"],
  foreign: {
    as: "office",
    own: async () => ({ id: (await aYear()).id, version: 1, ...more }),
    other: () => ({ id: nowhere, version: 1, ...more }),
  },
});

export const budgetCommands: Record<string, CommandRow> = {
  "budget.propose": { may: ["office"], foreign: "makes a row; the money is the whole Authority's" },
  "budget.decide": onProposal(["leader"], { decision: "REFUSED", note: "Thử quyền" }),
  "budget.withdraw": onProposal(["office"]),
  "budget.pause": onYear({ reason: "Thử quyền" }),
  "budget.resume": onYear(),
  "budget.takeIn": {
    may: ["office"],
    foreign: {
      as: "office",
      own: async () => ({ policyId: (await aYear()).policyId, year: 2039 }),
      other: () => ({ policyId: nowhere, year: 2039 }),
    },
  },
};

const readers = ["office", "leader", "labourHead", "labourOfficer"] as const;

export const budgetPages: Record<string, PageRow> = {
  "/staff/budget": { sees: readers },
  // The sample's only year.
  "/staff/budget/[year]": { sees: readers, path: "/staff/budget/1" },
  "/staff/budget/[year]/people": { sees: readers, path: "/staff/budget/1/people" },
};
