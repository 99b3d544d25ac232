import { db } from "@/lib/db/client";
import { nobody, type Person } from "@/lib/identity/actor";
import {
  aCourse,
  aLink,
  courseInput,
  onRoster,
  policyOfTest,
  registrationInput,
  workerInput,
} from "../../factories/roster";
import { type ActorName, enterprise, everyone, school, type World } from "./actors";

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

/** A command on a course: to another organisation the course does not exist. */
const onCourse = (more: object = {}) => ({
  may: rosterKeepers,
  foreign: {
    as: "enterpriseMember" as const,
    own: async ({ actors }: World) => ({ ...seen(await aCourse(actors.enterpriseOwner)), ...more }),
    other: async ({ otherEnterpriseOwner }: World) => ({ ...seen(await aCourse(otherEnterpriseOwner)), ...more }),
  },
});

/** A person of an organisation in a course of it. */
async function participant(owner: Person) {
  const [entry, course] = [await onRoster(owner), await aCourse(owner)];
  const made = await db().courseParticipant.create({
    data: { courseId: course.id, rosterEntryId: entry.id, beneficiaryId: entry.beneficiaryId },
  });
  return { courseId: course.id, participantIds: [made.id] };
}

const onParticipant = (more: object = {}) => ({
  may: rosterKeepers,
  foreign: {
    as: "schoolMember" as const,
    own: async ({ actors }: World) => ({ ...(await participant(actors.schoolOwner)), ...more }),
    other: async ({ otherSchoolOwner }: World) => ({ ...(await participant(otherSchoolOwner)), ...more }),
  },
});

/** A registration that waits at the actor's organisation. */
async function waiting(owner: Person) {
  // Fetched when it is needed: the journeys read this table, and their loader reads no messages.
  const { register } = await import("@/lib/subsidies/registration-commands");
  await policyOfTest();
  const { id, code } = await aLink(owner);
  await register(nobody, registrationInput(code));
  return { ids: [(await db().selfRegistration.findFirstOrThrow({ where: { linkId: id } })).id] };
}

const onRegistration = (more: object = {}) => ({
  may: rosterKeepers,
  foreign: {
    as: "enterpriseMember" as const,
    own: async ({ actors }: World) => ({ ...(await waiting(actors.enterpriseOwner)), ...more }),
    other: async ({ otherEnterpriseOwner }: World) => ({ ...(await waiting(otherEnterpriseOwner)), ...more }),
  },
});

export const rosterCommands = {
  "roster.add": { may: rosterKeepers, foreign: "makes a row of the actor's own organisation" },
  "roster.edit": onEntry({ ...fields, personId: "" }),
  "roster.leave": onEntry({ leftOn: "2026-01-05" }),
  "roster.return": onEntry(),
  "roster.remove": onEntry(),
  "courses.create": { may: rosterKeepers, foreign: "makes a row of the actor's own organisation" },
  "courses.edit": onCourse(courseInput()),
  "courses.move": onCourse({ move: "start" }),
  "courses.remove": onCourse(),
  "courses.addPeople": {
    may: rosterKeepers,
    foreign: {
      as: "enterpriseOwner" as const,
      own: async ({ actors: { enterpriseOwner } }: World) => ({
        courseId: (await aCourse(enterpriseOwner)).id,
        entryIds: [(await onRoster(enterpriseOwner)).id],
      }),
      // Somebody of another roster into one's own course.
      other: async ({ actors: { enterpriseOwner }, otherEnterpriseOwner }: World) => ({
        courseId: (await aCourse(enterpriseOwner)).id,
        entryIds: [(await onRoster(otherEnterpriseOwner)).id],
      }),
    },
  },
  "courses.removePeople": onParticipant(),
  "courses.record": onParticipant({ what: "again" }),
  "registration.openLink": { may: rosterKeepers, foreign: "makes a row of the actor's own organisation" },
  "registration.closeLink": {
    may: rosterKeepers,
    foreign: {
      as: "schoolOwner" as const,
      own: async ({ actors }: World) => seen(await aLink(actors.schoolOwner)),
      other: async ({ otherSchoolOwner }: World) => seen(await aLink(otherSchoolOwner)),
    },
  },
  "registration.register": { may: everyone, foreign: "the code of a public link names the organisation" },
  "registration.withdraw": { may: everyone, foreign: "the secret of the status link names the row" },
  "registration.confirm": onRegistration(),
  "registration.decline": onRegistration({ reason: "Không làm việc ở đây" }),
  "registration.erase": { may: ["system"] as readonly ActorName[], foreign: "erases by age alone" },
};

const ofEnterprise = { sees: enterprise };
const ofSchool = { sees: school };

export const rosterPages = {
  "/enterprise/workers": ofEnterprise,
  "/enterprise/workers/new": ofEnterprise,
  "/enterprise/workers/[id]": { ...ofEnterprise, path: "/enterprise/workers/1" },
  "/enterprise/workers/[id]/edit": { ...ofEnterprise, path: "/enterprise/workers/1/edit" },
  "/dang-ky-hoc-nghe/[code]": { sees: "everyone" as const, path: "/dang-ky-hoc-nghe/a-link-that-never-was" },
  "/dang-ky-hoc-nghe/trang-thai/[token]": {
    sees: "everyone" as const,
    path: "/dang-ky-hoc-nghe/trang-thai/a-link-that-never-was",
  },
  "/enterprise/registrations": ofEnterprise,
  "/school/registrations": ofSchool,
  "/enterprise/courses": ofEnterprise,
  "/enterprise/courses/new": ofEnterprise,
  "/enterprise/courses/[id]": { ...ofEnterprise, path: "/enterprise/courses/1" },
  "/enterprise/courses/[id]/edit": { ...ofEnterprise, path: "/enterprise/courses/1/edit" },
  "/enterprise/courses/[id]/people": { ...ofEnterprise, path: "/enterprise/courses/1/people" },
  "/school/courses": ofSchool,
  "/school/courses/new": ofSchool,
  "/school/courses/[id]": { ...ofSchool, path: "/school/courses/3" },
  "/school/courses/[id]/edit": { ...ofSchool, path: "/school/courses/3/edit" },
  "/school/courses/[id]/people": { ...ofSchool, path: "/school/courses/3/people" },
  "/school/people": ofSchool,
  "/school/people/new": ofSchool,
  "/school/people/[id]": { ...ofSchool, path: "/school/people/121" },
  "/school/people/[id]/edit": { ...ofSchool, path: "/school/people/121/edit" },
};
