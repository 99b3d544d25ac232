import type { Day } from "@/lib/core/day";
import type {
  ContractType,
  EducationLevel,
  OrganisationKind,
  PersonKind,
  QualificationLevel,
} from "@/lib/db/generated/enums";

/** The course as the rules see it. */
export type CourseFacts = {
  schoolName: string;
  localSchool: boolean;
  programme: string;
  /** Code of a supported occupation; null: none of them. */
  occupationCode: string | null;
  level: QualificationLevel;
  /** đồng a person, the whole course. */
  tuition: number;
  startsOn: Day;
  endsOn: Day;
  months: number;
  cancelled: boolean;
};

/** How far a person came in the course; null fields: not said yet. */
export type Attendance = { monthsAttended: number | null; completedOn: Day | null; droppedOn: Day | null };

/** A paper that was brought: it counts unless an officer could not read it. */
export type PaperFact = { code: string; illegible: boolean };

/** Who hands the dossier in. */
export type ApplicantFacts = {
  kind: OrganisationKind;
  /** An enterprise operates on the day (schools always do). */
  operating: boolean;
};

/**
 * Everything that decides about one person, without a name and without a personal ID: the same record serves dossier,
 * wizard, annotated table and letter, and is what a frozen version keeps.
 */
export type PersonFacts = {
  kind: PersonKind;
  birthDate: Day;
  education: EducationLevel | null;
  job: string | null;
  occupationCode: string | null;
  qualificationHeld: QualificationLevel | null;
  fieldHeld: string | null;
  qualificationRequired: QualificationLevel | null;
  contractType: ContractType | null;
  contractFrom: Day | null;
  contractTo: Day | null;
  insuredSince: Day | null;
  permanentStaff: boolean | null;
  /** Left the organisation. */
  leftOn: Day | null;
  attendance: Attendance | null;
  papers: PaperFact[];
  /** Codes of rates that are granted to the person elsewhere, or asked for there, within what is once. */
  supportedElsewhere: string[];
};

/** What the rules look at besides the person. */
export type DossierFacts = {
  groupCode: string;
  course: CourseFacts;
  applicant: ApplicantFacts;
  /** Papers of the dossier as a whole. */
  papers: PaperFact[];
};
