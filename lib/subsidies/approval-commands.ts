import { commitGranted } from "@/lib/budget/commitment-commands";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { listForAct, moveDossiers, writeAct } from "./approval-held-commands";
import { unreleasedRates } from "./approval-rate-queries";
import { chainAct, explainedAct } from "./approval-schema";
import { tellDecided } from "./dossier-mail-commands";

const noOne = { checkedById: null, checkedForId: null, checkedAt: null };

/** The head of labour, or a deputy, has checked a list. */
export const checkList = command({
  name: "approvals.check",
  input: chainAct,
  may: permissions.checkApprovals,
  patience: 60_000,
  run: async (context) => {
    const held = await listForAct(context, "head", "check");
    if (!held.ok) return held;
    const { row, capacity, totals } = held;
    const moved = await moveDossiers(context, row.id, "check", capacity);
    if (moved.length !== totals.dossiers) return refuse("changed_meanwhile");
    context.touches(...moved.map((id) => ({ type: "dossier", id })));
    const checked = { checkedById: userIdOf(context.actor), checkedForId: capacity.forUserId, checkedAt: context.now };
    return ok(await writeAct(context, held, "check", checked));
  },
});

/** The head gives a list back to the officers with the reason: it can be changed and proposed anew. */
export const returnToOfficer = command({
  name: "approvals.returnToOfficer",
  input: explainedAct,
  may: permissions.checkApprovals,
  patience: 60_000,
  run: async (context) => {
    const held = await listForAct(context, "head", "returnToOfficer");
    if (!held.ok) return held;
    const { reason } = context.input;
    const moved = await moveDossiers(context, held.row.id, "returnToOfficer", { ...held.capacity, reason });
    context.touches(...moved.map((id) => ({ type: "dossier", id })));
    const empty = { proposedById: null, proposedAt: null, ...noOne };
    return ok(await writeAct(context, held, "returnToOfficer", empty, reason));
  },
});

/** A leader gives a list back to the head with the reason. */
export const returnToHead = command({
  name: "approvals.returnToHead",
  input: explainedAct,
  may: permissions.decideApprovals,
  patience: 60_000,
  run: async (context) => {
    const held = await listForAct(context, "leader", "returnToHead");
    if (!held.ok) return held;
    const { reason } = context.input;
    const moved = await moveDossiers(context, held.row.id, "returnToHead", { ...held.capacity, reason });
    context.touches(...moved.map((id) => ({ type: "dossier", id })));
    return ok(await writeAct(context, held, "returnToHead", noOne, reason));
  },
});

/** What was decided for each person, written down for ever. */
const freezeDecisions = (tx: Tx, listId: number) => tx.$executeRaw`
  insert into "DossierDecisionPerson" ("dossierId", position, "beneficiaryId", "fullName", "birthDate", decision, "reasonCode",
    "reasonNote", lines, amount)
  select p."dossierId", p.position, p."beneficiaryId", v."fullName", (v.facts->>'birthDate')::date, p.decision, p."reasonCode",
    p."reasonNote", case p.decision when 'ACCEPTED' then p.lines else '[]'::jsonb end,
    case p.decision when 'ACCEPTED' then p.amount else 0 end
  from "DossierPerson" p join "SubsidyDossier" d on d.id = p."dossierId"
    join "DossierVersion" n on n."dossierId" = d.id and n.no = d."currentNo"
    join "DossierVersionPerson" v on v."versionId" = n.id and v.position = p.position
  where d."approvalListId" = ${listId} and d.state in ('APPROVED', 'REFUSED')`;

/** Whoever was accepted has the benefit, for good; whoever was refused may ask for it again. */
async function settleClaims({ tx, now }: Context<unknown>, listId: number) {
  const inList = Prisma.sql`from "DossierPerson" p join "SubsidyDossier" d on d.id = p."dossierId"
    where c."personId" = p.id and d."approvalListId" = ${listId} and d.state in ('APPROVED', 'REFUSED') and c.state = 'IN_FLIGHT'`;
  await tx.$executeRaw`update "SupportClaim" c set state = 'GRANTED' ${inList} and p.decision = 'ACCEPTED'`;
  await tx.$executeRaw`update "SupportClaim" c set state = 'RELEASED', "endedAt" = ${now} ${inList} and p.decision = 'REFUSED'`;
}

/**
 * A leader, or a deputy, approves a whole list in one act (ký): dossiers with somebody accepted are granted, the others
 * refused; benefits are granted and released, applicants are told. Refuses `unverified_rate` (params rates) while
 * something in it rests on a rate that nobody has confirmed and no leader has released; `over_allocation` (params year,
 * missing) while the allocation does not cover all of it, `budget_paused` and `budget_closed` (params year).
 */
export const approveList = command({
  name: "approvals.approve",
  input: chainAct,
  may: permissions.decideApprovals,
  patience: 120_000,
  run: async (context) => {
    const { tx, actor, now, touches } = context;
    const held = await listForAct(context, "leader", "approve");
    if (!held.ok) return held;
    const { row, capacity, totals } = held;
    const waiting = await unreleasedRates(tx, row.id);
    if (waiting.length > 0)
      return refuse("unverified_rate", { params: { rates: waiting.map(({ code }) => code).join(", ") } });
    const accepted = Prisma.sql`exists (select 1 from "DossierPerson" p where p."dossierId" = d.id and p.decision = 'ACCEPTED')`;
    const granted = await moveDossiers(context, row.id, "approve", capacity, accepted);
    const refused = await moveDossiers(context, row.id, "refuse", capacity);
    if (granted.length + refused.length !== totals.dossiers) return refuse("changed_meanwhile");
    touches(...[...granted, ...refused].map((id) => ({ type: "dossier", id })));
    await freezeDecisions(tx, row.id);
    await settleClaims(context, row.id);
    await tellDecided(context, [...granted, ...refused]);
    const approved = { approvedById: userIdOf(actor), approvedForId: capacity.forUserId, approvedAt: now };
    const written = await writeAct(context, held, "approve", approved);
    // Last, because everybody who moves money waits here.
    const committed = await commitGranted(context, [...granted, ...refused], {
      ...{ key: `list:${row.id}`, ground: "LIST", subjectId: row.id, document: row.title },
    });
    if (!committed.ok) return committed;
    return ok(written);
  },
});
