import { cohortsSheet } from "@/lib/cohorts/sheet";
import type { ImportKind } from "@/lib/db/generated/enums";
import { type Actor, anyOf, type May, ofEnterprise, ofSchool, staff } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { keepsRegister } from "@/lib/organisations/rules";
import { registerSheet } from "@/lib/organisations/sheet";
import { rosterSheet } from "@/lib/subsidies/roster-sheet";
import { annexSheet, needsSheet } from "@/lib/vacancies/sheet";
import type { TableDescription } from "./description";

/** What can be taken in, by whom. */
const kinds: Record<ImportKind, { description: TableDescription; may: May }> = {
  NEEDS: { description: needsSheet, may: ofEnterprise() },
  ANNEX: { description: annexSheet, may: staff("LABOUR_OFFICER", "LABOUR_HEAD") },
  REGISTER: { description: registerSheet, may: keepsRegister },
  ROSTER: { description: rosterSheet, may: permissions.keepRoster },
  COHORTS: { description: cohortsSheet, may: ofSchool() },
};

export const importKinds = Object.keys(kinds) as [ImportKind, ...ImportKind[]];
export const descriptionOf = (kind: ImportKind): TableDescription => kinds[kind].description;

/** Kinds that an actor may take in. */
export const kindsOf = (actor: Actor): ImportKind[] => importKinds.filter((kind) => kinds[kind].may(actor));

/** Staff whose unit takes any table in. */
export const staffTakesTablesIn: May = anyOf(kinds.ANNEX.may, kinds.REGISTER.may);

export const takesTablesIn: May = anyOf(...importKinds.map((kind) => kinds[kind].may));

/** For a query's `where`: the imports that an actor may see; an organisation its own, staff those of their unit's kinds. */
export const importScope = (actor: Actor) => ({
  kind: { in: kindsOf(actor) },
  organisationId: actor.kind === "person" ? (actor.organisation?.id ?? null) : null,
});
