import { onRoster, workerInput } from "../../factories/roster";
import { type ActorName, enterprise, school, type World } from "./actors";

/** Whoever acts for an enterprise or a school. */
export const rosterKeepers: readonly ActorName[] = [...enterprise, ...school];

const seen = ({ id, version }: { id: number; version: number }) => ({ id, version });

/** A command on a row of a roster: to another organisation the row does not exist. */
const onEntry = (more: object = {}) => ({
  may: rosterKeepers,
  foreign: {
    as: "enterpriseMember" as const,
    own: async ({ actors }: World) => ({ ...seen(await onRoster(actors.enterpriseOwner)), ...more }),
    other: async ({ otherEnterpriseOwner }: World) => ({ ...seen(await onRoster(otherEnterpriseOwner)), ...more }),
  },
});

const { personId: _, ...fields } = workerInput();

export const rosterCommands = {
  "roster.add": { may: rosterKeepers, foreign: "makes a row of the actor's own organisation" },
  "roster.edit": onEntry({ ...fields, personId: "" }),
  "roster.leave": onEntry({ leftOn: "2026-01-05" }),
  "roster.return": onEntry(),
  "roster.remove": onEntry(),
};

const ofEnterprise = { sees: enterprise };
const ofSchool = { sees: school };

export const rosterPages = {
  "/enterprise/workers": ofEnterprise,
  "/enterprise/workers/new": ofEnterprise,
  "/enterprise/workers/[id]": { ...ofEnterprise, path: "/enterprise/workers/1" },
  "/enterprise/workers/[id]/edit": { ...ofEnterprise, path: "/enterprise/workers/1/edit" },
  "/school/people": ofSchool,
  "/school/people/new": ofSchool,
  "/school/people/[id]": { ...ofSchool, path: "/school/people/121" },
  "/school/people/[id]/edit": { ...ofSchool, path: "/school/people/121/edit" },
};
