import { type Day, dateToDay, dayToDate } from "@/lib/core/day";
import { contentFields, emptyVacancy, type VacancyContent, vacancyDraft } from "./schema";

/** The columns of a vacancy's row that are its content; a `date` column travels as midnight UTC. */
export type ContentColumns = Omit<VacancyContent, "deadline"> & { deadline: Date | null };

/** For a query's `select`: every content column. */
export const contentSelect = Object.fromEntries(contentFields.map((field) => [field, true])) as {
  [Field in keyof VacancyContent]: true;
};

/** What a row says of the position; columns that are no content (state, version, search) are left behind. */
export function contentOf(row: ContentColumns): VacancyContent {
  const columns = Object.fromEntries(contentFields.map((field) => [field, row[field]])) as ContentColumns;
  return { ...columns, deadline: columns.deadline && dateToDay(columns.deadline) };
}

/** The same content as columns to write. */
export function columnsOf(content: VacancyContent): ContentColumns {
  return { ...content, deadline: content.deadline === null ? null : dayToDate(content.deadline) };
}

/**
 * The content of a stored version (`VacancyVersion.content`). A version outlives changes of the schema: fields that did
 * not exist when it was submitted have the value of an empty draft. Throws when the stored text is no content at all.
 */
export function contentOfVersion(stored: unknown): VacancyContent {
  if (typeof stored !== "object" || stored === null) throw new TypeError("a stored version is not an object");
  return vacancyDraft.parse({ ...emptyVacancy(1), ...stored });
}

export type ContentDifference = {
  [Field in keyof VacancyContent]: { field: Field; before: VacancyContent[Field]; after: VacancyContent[Field] };
}[keyof VacancyContent];

/** Fields in which two contents differ, in the order of the form. */
export function differences(before: VacancyContent, after: VacancyContent): ContentDifference[] {
  return contentFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }) as ContentDifference);
}

/** What a copy for a new round starts with: everything but the deadline, which was of the old round. */
export const copyOf = (content: VacancyContent): VacancyContent => ({ ...content, deadline: null });

/** Is a deadline still to come (or today)? */
export const stillOpen = (deadline: Day | null, today: Day): boolean => deadline !== null && deadline >= today;
