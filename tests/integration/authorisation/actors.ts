import { type Actor, type KeyActor, nobody, type Person, system } from "@/lib/identity/actor";
import { actorOf, createMember, createOrganisation, createStaff, createUser } from "../../factories/identity";

export const staffNames = [
  "labourOfficer",
  "labourHead",
  "investment",
  "supervision",
  "office",
  "employmentCentre",
  "leader",
  "admin",
] as const;

export const actorNames = [
  "nobody",
  /** A person with an account and nothing else, as after a registration that is not decided yet. */
  "newcomer",
  "enterpriseOwner",
  "enterpriseMember",
  "schoolOwner",
  "schoolMember",
  ...staffNames,
  /** Software with a key of `enterpriseOwner`'s enterprise. */
  "enterpriseKey",
  "system",
] as const;

export type ActorName = (typeof actorNames)[number];
export type PersonName = Exclude<ActorName, "nobody" | "enterpriseKey" | "system">;

/** Shorthands for the table. */
export const everyone: readonly ActorName[] = [...actorNames];
export const people = actorNames.filter(
  (name): name is PersonName => name !== "nobody" && name !== "enterpriseKey" && name !== "system",
);
export const enterprise = ["enterpriseOwner", "enterpriseMember"] as const;
export const school = ["schoolOwner", "schoolMember"] as const;
export const staff = [...staffNames];

/** Two enterprises and two schools with their people, and a person of each unit of HEZA. */
export type World = {
  actors: Record<ActorName, Actor> & Record<PersonName, Person> & { enterpriseKey: KeyActor };
  /** Organisation of `enterpriseOwner` and `enterpriseMember`, and one that is none of theirs. */
  enterpriseId: number;
  otherEnterpriseId: number;
  schoolId: number;
  otherSchoolId: number;
  /** Owners of the other organisations. */
  otherEnterpriseOwner: Person;
  otherSchoolOwner: Person;
};

export async function makeWorld(): Promise<World> {
  const [own, other, ownSchool, otherSchool] = [
    await createOrganisation("ENTERPRISE"),
    await createOrganisation("ENTERPRISE"),
    await createOrganisation("SCHOOL"),
    await createOrganisation("SCHOOL"),
  ];
  const newcomer = await createUser();
  return {
    actors: {
      nobody,
      newcomer: await actorOf(newcomer.id),
      enterpriseOwner: await createMember(own.id, "OWNER"),
      enterpriseMember: await createMember(own.id, "MEMBER"),
      schoolOwner: await createMember(ownSchool.id, "OWNER"),
      schoolMember: await createMember(ownSchool.id, "MEMBER"),
      labourOfficer: await createStaff("LABOUR_OFFICER"),
      labourHead: await createStaff("LABOUR_HEAD"),
      investment: await createStaff("INVESTMENT"),
      supervision: await createStaff("SUPERVISION"),
      office: await createStaff("OFFICE"),
      employmentCentre: await createStaff("EMPLOYMENT_CENTRE"),
      leader: await createStaff("LEADER"),
      admin: await createStaff("ADMIN"),
      enterpriseKey: { kind: "key", keyId: 1, organisation: { id: own.id, kind: "ENTERPRISE", nameVi: own.nameVi } },
      system: system("test"),
    },
    enterpriseId: own.id,
    otherEnterpriseId: other.id,
    schoolId: ownSchool.id,
    otherSchoolId: otherSchool.id,
    otherEnterpriseOwner: await createMember(other.id, "OWNER"),
    otherSchoolOwner: await createMember(otherSchool.id, "OWNER"),
  };
}
