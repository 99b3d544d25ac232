import type { PersonKind } from "@/lib/db/generated/enums";
import type { RosterRow } from "@/lib/subsidies/roster-queries";

/** What an empty form holds. */
export const emptyPerson = (kind: PersonKind) => ({
  kind,
  personId: "",
  fullName: "",
  birthDate: null as string | null,
  staffCode: "",
  phone: "",
  email: "",
  education: "",
  job: "",
  occupationCode: "",
  qualificationHeld: "",
  fieldHeld: "",
  qualificationRequired: "",
  contractType: "",
  contractFrom: null as string | null,
  contractTo: null as string | null,
  insuredSince: null as string | null,
  permanentStaff: "",
});
export type RosterValues = ReturnType<typeof emptyPerson>;

/** What the form of a known person holds; the ID stays empty, which leaves it as it is. */
export const knownPerson = (person: RosterRow): RosterValues => ({
  kind: person.kind,
  personId: "",
  fullName: person.fullName,
  birthDate: person.birthDate,
  staffCode: person.staffCode ?? "",
  phone: person.phone ?? "",
  email: person.email ?? "",
  education: person.education ?? "",
  job: person.job ?? "",
  occupationCode: person.occupationCode ?? "",
  qualificationHeld: person.qualificationHeld ?? "",
  fieldHeld: person.fieldHeld ?? "",
  qualificationRequired: person.qualificationRequired ?? "",
  contractType: person.contractType ?? "",
  contractFrom: person.contractFrom,
  contractTo: person.contractTo,
  insuredSince: person.insuredSince,
  permanentStaff: person.permanentStaff === null ? "" : person.permanentStaff ? "yes" : "no",
});
