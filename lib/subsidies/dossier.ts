import { createHash } from "node:crypto";
import { type Judgement, judge } from "./eligibility";
import type { CourseFacts, DossierFacts, PaperFact, PersonFacts } from "./facts";
import type { Finding, FindingCode } from "./findings";
import { stops } from "./findings";
import type { Policy } from "./policy";

/** The most persons that a dossier holds; the database refuses more. */
export const mostPersons = 2_000;

/** A paper as a frozen version keeps it. */
export type FrozenPaper = PaperFact & { fileId: number | null; fileName: string };

/** What a version keeps of the dossier besides its persons. */
export type DossierHead = { groupCode: string; course: CourseFacts; note: string | null; papers: FrozenPaper[] };

/** What nobody but the Authority can mend does not keep a dossier from being handed in. */
const authoritys: readonly FindingCode[] = ["rate_unknown"];

/** Does a finding keep the dossier from being handed in? What stops a person, and what the applicant can still bring. */
export const blocks = ({ severity, code }: Finding): boolean =>
  severity === "STOPS" || (severity === "ASKS" && !authoritys.includes(code));

/** A person with what the rules say of them. */
export type Judged<P> = P & Judgement & { stopped: boolean };

/** Judges all persons of a dossier. */
export const judgeAll = <P extends { facts: PersonFacts }>(
  policy: Policy,
  dossier: DossierFacts,
  persons: readonly P[],
): Judged<P>[] =>
  persons.map((person) => {
    const judgement = judge(policy, dossier, person.facts);
    return { ...person, ...judgement, stopped: stops(judgement.findings) };
  });

/** đồng of all persons. */
export const amountOf = (persons: readonly { amount: number }[]): number =>
  persons.reduce((sum, { amount }) => sum + amount, 0);

/** SHA-256, hexadecimal, of what may differ between two versions of one person. */
export const digestOf = (person: { fullName: string; facts: PersonFacts; papers: FrozenPaper[]; amount: number }) =>
  createHash("sha256")
    .update(JSON.stringify([person.fullName, person.facts, person.papers, person.amount]))
    .digest("hex");
