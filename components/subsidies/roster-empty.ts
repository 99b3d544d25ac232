import type { PersonKind } from "@/lib/db/generated/enums";

export type RosterValues = Record<string, string | null>;

/** What an empty form holds. */
export const emptyPerson = (kind: PersonKind): RosterValues => ({
  kind,
  personId: "",
  fullName: "",
  birthDate: null,
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
  contractFrom: null,
  contractTo: null,
  insuredSince: null,
  permanentStaff: "",
});
