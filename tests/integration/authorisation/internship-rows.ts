import { anOffer, aPlacement, offerInput, placementInput } from "../../factories/internships";
import { type ActorName, enterprise, school, type World } from "./actors";

const seen = ({ id, version }: { id: number; version: number }) => ({ id, version });
const placers: readonly ActorName[] = [...enterprise, ...school];
const readers = ["labourOfficer", "labourHead", "leader"] as const;

const onOffer = (more: object) => ({
  may: enterprise,
  foreign: {
    as: "enterpriseMember" as const,
    own: async ({ actors }: World) => ({ ...seen(await anOffer(actors.enterpriseOwner)), ...more }),
    other: async ({ otherEnterpriseOwner }: World) => ({ ...seen(await anOffer(otherEnterpriseOwner)), ...more }),
  },
});

export const internshipCommands = {
  "internships.offer": { may: enterprise, foreign: "makes a row of the actor's own enterprise" },
  "internships.editOffer": onOffer(offerInput()),
  "internships.moveOffer": onOffer({ move: "close", reason: null }),
  "internships.propose": {
    may: placers,
    foreign: {
      as: "enterpriseMember" as const,
      own: async ({ actors, schoolId }: World) =>
        placementInput((await anOffer(actors.enterpriseOwner)).id, { schoolId }),
      // Students for another enterprise's offer.
      other: async ({ otherEnterpriseOwner, schoolId }: World) =>
        placementInput((await anOffer(otherEnterpriseOwner)).id, { schoolId }),
    },
  },
  "internships.movePlacement": {
    may: placers,
    foreign: {
      as: "schoolMember" as const,
      own: async ({ actors }: World) => ({
        ...seen(await aPlacement(actors.schoolOwner, (await anOffer(actors.enterpriseOwner)).id)),
        move: "takeBack",
      }),
      other: async ({ actors, otherSchoolOwner }: World) => ({
        ...seen(await aPlacement(otherSchoolOwner, (await anOffer(actors.enterpriseOwner)).id)),
        move: "takeBack",
      }),
    },
  },
  "outcomes.save": { may: school, foreign: "the rows are always those of the actor's own school" },
};

export const internshipPages = {
  "/enterprise/internships": { sees: enterprise },
  "/enterprise/internships/new": { sees: enterprise },
  "/enterprise/internships/[id]": { sees: enterprise, path: "/enterprise/internships/1" },
  "/school/internships": { sees: school },
  "/school/internships/[id]": { sees: school, path: "/school/internships/1" },
  "/school/outcomes": { sees: school },
  "/staff/internships": { sees: readers },
  "/staff/outcomes": { sees: readers },
};
