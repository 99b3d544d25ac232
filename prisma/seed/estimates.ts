import { createEstimate } from "@/lib/budget/estimate-commands";
import { decideBudget, proposeBudget } from "@/lib/budget/proposal-commands";
import { openSettlement } from "@/lib/budget/settlement-commands";
import { dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { staffOf } from "./budget";

/** What a command answers in the seed is a success, or the seed is wrong. */
function done<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(`the seed was refused: ${result.code}`);
  return result.value;
}

/**
 * An estimate of next year's need in three scenarios, and the settlement of last year, whose invented allocation
 * nobody had drawn on yet.
 */
export async function seedEstimates(now: Date): Promise<void> {
  const policy = await db().supportPolicy.findFirstOrThrow({ orderBy: { id: "asc" } });
  const year = Number(dayOf(now).slice(0, 4));
  const next = year + 1;
  const title = `Dự toán mẫu kinh phí hỗ trợ đào tạo năm ${next}`;
  const note = "Dữ liệu mẫu, không có thật.";
  const head = await staffOf("LABOUR_HEAD");
  done(await createEstimate(head, { policyId: policy.id, year: next, kind: "YEARLY", title, note }, { now }));
  const office = await staffOf("OFFICE");
  const { id, version } = done(
    await proposeBudget(
      office,
      {
        ...{ policyId: policy.id, year: year - 1, kind: "ALLOCATE", amount: 200_000_000 },
        document: "Quyết định mẫu số 01/QĐ-MẪU về giao dự toán (dữ liệu mẫu, không có thật)",
        documentOn: `${year - 1}-01-15`,
      },
      { now },
    ),
  );
  done(await decideBudget(await staffOf("LEADER"), { id, version, decision: "APPROVED" }, { now }));
  done(await openSettlement(office, { policyId: policy.id, year: year - 1 }, { now }));
}
