import { db } from "@/lib/db/client";
import type { ImportState } from "@/lib/db/generated/enums";
import type { ActorName } from "./actors";
import { enterprise, school, type World } from "./actors";
import { registered, registerKeepers } from "./register-rows";
import { reviewers } from "./review-rows";

/** Everybody whose tables are taken in: enterprises, schools, and the units that take an annex or the register. */
export const tableTakers: readonly ActorName[] = [
  ...new Set<ActorName>([...enterprise, ...school, ...reviewers, ...registerKeepers]),
];
export const staffTableTakers = tableTakers.filter((name) => !/^(enterprise|school)/.test(name)) as never;

/** A table of an organisation in a state: its id and version. */
async function aTable(organisationId: number, state: ImportState) {
  // The register must know the enterprise.
  await registered(organisationId);
  const layout = {
    headerFirst: 1,
    headerLast: 1,
    certainty: 1,
    columns: [{ column: 0, header: "Vị trí", field: "titleVi", certainty: 1 }],
  };
  const data = {
    kind: "NEEDS" as const,
    organisationId,
    createdById: 1,
    fileName: "bang.csv",
    fileHash: `${Math.random()}`,
    state,
    layout,
  };
  const { id, version } = await db().tableImport.create({ data, select: { id: true, version: true } });
  return { id, version };
}

/** A command of the owner of a table: to another enterprise it does not exist. */
const onTable = (state: ImportState, more: object = {}) => ({
  may: tableTakers,
  foreign: {
    as: "enterpriseMember" as const,
    own: async ({ enterpriseId }: World) => ({ ...(await aTable(enterpriseId, state)), ...more }),
    other: async ({ otherEnterpriseId }: World) => ({ ...(await aTable(otherEnterpriseId, state)), ...more }),
  },
});

export const importCommands = {
  "imports.start": { may: tableTakers, foreign: "makes a row of the actor's own organisation" },
  "imports.chooseHeader": onTable("MAPPING", { sheet: 0, headerFirst: 1, headerLast: 1 }),
  "imports.setMapping": onTable("MAPPING", { fields: { "0": "titleVi" } }),
  "imports.nameEnterprise": {
    ...onTable("CHECKED"),
    foreign: {
      as: "enterpriseMember" as const,
      own: async ({ enterpriseId }: World) => ({
        ...(await aTable(enterpriseId, "CHECKED")),
        name: "Tên",
        enterpriseId,
      }),
      other: async ({ otherEnterpriseId }: World) => ({
        ...(await aTable(otherEnterpriseId, "CHECKED")),
        name: "Tên",
        enterpriseId: otherEnterpriseId,
      }),
    },
  },
  "imports.apply": onTable("CHECKED", { policy: "accepted", handIn: false, again: false }),
  "imports.discard": onTable("CHECKED"),
  "imports.land": { may: ["system"] as readonly ActorName[], foreign: "the outbox names the table" },
  "imports.retry": { may: ["system"] as readonly ActorName[], foreign: "the outbox names the table" },
};
