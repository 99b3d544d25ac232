import { createEstimate, submitEstimate } from "@/lib/budget/estimate-commands";
import { openSettlement } from "@/lib/budget/settlement-commands";
import { dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { staffOf } from "./budget";
import { done } from "./dossiers";

/**
 * Estimates of next year's need in three scenarios, one being written and one with the office, and the settlement of last
 * year. After the payments, whose years they are about.
 */
export async function seedEstimates(now: Date): Promise<void> {
  const { id: policyId } = await db().supportPolicy.findFirstOrThrow({ orderBy: { id: "asc" } });
  const year = Number(dayOf(now).slice(0, 4));
  const next = year + 1;
  const note = "Dữ liệu mẫu, không có thật.";
  const head = await staffOf("LABOUR_HEAD");
  const begin = async (kind: "YEARLY" | "AD_HOC", title: string) =>
    done(await createEstimate(head, { policyId, year: next, kind, title, note }, { now })).id;
  await begin("YEARLY", `Dự toán mẫu kinh phí hỗ trợ đào tạo năm ${next}`);
  const id = await begin("AD_HOC", `Dự toán mẫu bổ sung năm ${next}`);
  const { version } = await db().budgetEstimate.findUniqueOrThrow({ where: { id } });
  done(await submitEstimate(head, { id, version }, { now }));
  done(await openSettlement(await staffOf("OFFICE"), { policyId, year: year - 1 }, { now }));
}
