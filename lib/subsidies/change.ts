import { z } from "zod";
import { type Day, formatDay, isDay } from "@/lib/core/day";
import type { FieldProblem } from "@/lib/core/result";
import { type SupportLine, supportLines, totalOf } from "./amounts";
import type { CourseFacts, PersonFacts } from "./facts";
import type { Policy } from "./policy";

const day = z.string().refine(isDay, { params: { code: "date" } });
const id = z.int().positive();
const reason = z.string().trim().min(3).max(1_000);

/** What may change after the decision; each can only lessen what was granted, or move it in time. */
export const changeRequest = z.discriminatedUnion("kind", [
  /** A person leaves the course, by their position in the dossier. */
  z.object({
    kind: z.literal("DROP_PERSON"),
    position: id,
    droppedOn: day,
    monthsAttended: z.int().min(0).max(72),
  }),
  z.object({ kind: z.literal("DATES"), startsOn: day, endsOn: day, months: z.int().min(1).max(72) }),
  /** đồng a person, the whole course. */
  z.object({ kind: z.literal("TUITION"), tuition: z.int().min(0).max(10_000_000_000) }),
]);
export type ChangeRequest = z.output<typeof changeRequest>;

/** What an applicant wants to change, before it is asked for. */
export const plannedChange = z.object({ id, change: changeRequest });
/** The same as it is typed, with the reason. */
export const changeForm = plannedChange.extend({ reason });
/** A request as whoever decides on it, or takes it back, saw it. */
export const seenChange = z.object({ id, requestId: id, version: id });
/** What is asked for, with the sum, đồng, that stood in sight. */
export const askedChange = changeForm.extend({ version: id, after: z.int().min(0) });
/** The same with the sum, đồng, that it leaves. */
export const grantedChange = seenChange.extend({
  after: z.int().min(0),
  note: z.string().trim().max(1_000).default(""),
});
export const refusedChange = seenChange.extend({ note: reason });

/** A person whom the decision supports, as they were handed in, with what they are granted now. */
export type GrantedPerson = {
  position: number;
  beneficiaryId: number;
  fullName: string;
  facts: PersonFacts;
  lines: SupportLine[];
  amount: number;
};

/** A decided dossier: its own policy version, the course and the persons as decisions and granted changes left them. */
export type DecidedDossier = {
  policyCode: string;
  policy: Policy;
  groupCode: string;
  course: CourseFacts;
  persons: GrantedPerson[];
};

/** What a change does to the facts alone; amounts stay. */
export function factsAfter(dossier: DecidedDossier, change: ChangeRequest): DecidedDossier {
  switch (change.kind) {
    case "DATES": {
      const { startsOn, endsOn, months } = change;
      return { ...dossier, course: { ...dossier.course, startsOn, endsOn, months } };
    }
    case "TUITION":
      return { ...dossier, course: { ...dossier.course, tuition: change.tuition } };
    case "DROP_PERSON": {
      const { monthsAttended, droppedOn } = change;
      const attendance = { monthsAttended, completedOn: null, droppedOn };
      return {
        ...dossier,
        persons: dossier.persons.map((person) =>
          person.position === change.position ? { ...person, facts: { ...person.facts, attendance } } : person,
        ),
      };
    }
  }
}

/** Each line as it is, or as it is computed anew where that is less: a change never grants more. */
const lessened = (lines: readonly SupportLine[], anew: readonly SupportLine[]): SupportLine[] =>
  lines.map((line) => {
    const other = anew.find(({ rate }) => rate === line.rate);
    return other && other.amount < line.amount ? other : line;
  });

export type ChangedPerson = Pick<GrantedPerson, "position" | "beneficiaryId" | "fullName" | "lines"> & {
  before: number;
  after: number;
};
/** What is told of an effect: its sums, how many persons get less, and the first of them. */
export type ToldEffect = {
  before: number;
  after: number;
  count: number;
  persons: Omit<ChangedPerson, "beneficiaryId" | "lines">[];
};

const toldPersons = 50;

export const toldOf = ({ before, after, persons }: ChangeEffect): ToldEffect => ({
  ...{ before, after, count: persons.length },
  persons: persons.slice(0, toldPersons).map(({ lines: _, beneficiaryId: __, ...person }) => person),
});

/** đồng of the whole dossier before and after, and the persons who get less. */
export type ChangeEffect = { before: number; after: number; persons: ChangedPerson[] };

const sumOf = (persons: readonly GrantedPerson[]) => persons.reduce((sum, { amount }) => sum + amount, 0);

/** What a change would leave, by the dossier's own policy version: the same rules as the decision. Pure. */
export function effectOf(dossier: DecidedDossier, change: ChangeRequest): ChangeEffect {
  const { policy, groupCode, course, persons } = factsAfter(dossier, change);
  const changed = persons.flatMap(({ facts, lines: now, amount: before, ...person }): ChangedPerson[] => {
    const lines = lessened(now, supportLines(policy, groupCode, course, facts));
    const after = totalOf(lines);
    const { position, beneficiaryId, fullName } = person;
    return after < before ? [{ position, beneficiaryId, fullName, lines, before, after }] : [];
  });
  const before = sumOf(dossier.persons);
  return { before, after: changed.reduce((sum, one) => sum - one.before + one.after, before), persons: changed };
}

/** What stands against a change of this dossier, at its field; null when nothing does. */
export function problemOf(
  { policy, course, persons }: DecidedDossier,
  change: ChangeRequest,
  today: Day,
): FieldProblem | null {
  const at = (field: string, code: string, params: NonNullable<FieldProblem["params"]> = {}): FieldProblem => ({
    ...{ path: ["change", field], code, params },
  });
  const between = (from: Day, to: Day) => ({ from: formatDay(from), to: formatDay(to) });
  const moreMonths = (months: number, field: string) =>
    months > course.months ? at(field, "moreMonths", { most: course.months }) : null;
  switch (change.kind) {
    case "DATES": {
      const { startsOn, endsOn, months } = change;
      const { from, to } = policy.validity;
      if (endsOn < startsOn) return at("endsOn", "daysInOrder");
      if (startsOn < from) return at("startsOn", "outsideWindow", between(from, to));
      if (endsOn > to) return at("endsOn", "outsideWindow", between(from, to));
      if (startsOn === course.startsOn && endsOn === course.endsOn && months === course.months)
        return at("startsOn", "nothingChanges");
      return moreMonths(months, "months");
    }
    case "TUITION":
      return change.tuition < course.tuition ? null : at("tuition", "lessTuition", { tuition: course.tuition });
    case "DROP_PERSON": {
      const { position, droppedOn, monthsAttended } = change;
      if (!persons.some((one) => one.position === position)) return at("position", "notSupported");
      // Whoever never began may say so before the course does.
      if (droppedOn > course.endsOn || (droppedOn < course.startsOn && monthsAttended > 0))
        return at("droppedOn", "outsideCourse", between(course.startsOn, course.endsOn));
      if (droppedOn > today) return at("droppedOn", "futureDay");
      return moreMonths(monthsAttended, "monthsAttended");
    }
  }
}
