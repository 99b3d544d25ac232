import type { ObligationContent } from "@/lib/deadlines/schema";

const blankAudience = { parks: [], countries: [], headcountFrom: null, headcountTo: null, units: [], ids: [] };
const blankRecurrence = {
  dates: [{ month: null, day: null }],
  before: false,
  daysAfter: null,
  coversFrom: null,
  coversTo: null,
  dueOn: null,
};

/** What the form opens with: every kind of audience and recurrence keeps its own fields, so that trying another loses nothing. */
export const valuesOf = (content: ObligationContent) => ({
  content: {
    ...content,
    instructionsVi: content.instructionsVi ?? "",
    instructionsEn: content.instructionsEn ?? "",
    quote: content.quote ?? "",
    audience: { ...blankAudience, ...content.audience },
    recurrence: { ...blankRecurrence, ...content.recurrence },
  },
});

/** A new obligation: all enterprises, once a year, and the ladder that is usual. */
export const newValues = (today: string) => ({
  content: {
    nameVi: "",
    nameEn: "",
    instructionsVi: "",
    instructionsEn: "",
    citation: "",
    quote: "",
    verified: false,
    validFrom: today,
    validTo: null,
    audience: { kind: "enterprises", ...blankAudience },
    recurrence: { kind: "yearly", ...blankRecurrence },
    dayOffRule: "NEXT_WORKING_DAY",
    opensDaysBefore: 30,
    formId: null,
    reviewer: "LABOUR_OFFICER",
    ladder: [
      { step: -10, act: "MESSAGE" },
      { step: -3, act: "MESSAGE" },
      { step: 0, act: "MESSAGE" },
      { step: 1, act: "MESSAGE" },
      { step: 5, act: "PHONE" },
      { step: 10, act: "LETTER" },
    ],
  },
});
