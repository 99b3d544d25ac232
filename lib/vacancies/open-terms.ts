import { openBudget } from "@/lib/identity/limits";

/** On what terms open data are read; in the contract, where each answer points to. Our proposal: no source says any. */
export const openDataTerms = [
  "Draft, to be confirmed by the Authority.",
  "Free of charge for any purpose, also commercial.",
  "Name the source (Hải Phòng Economic Zone Authority, HezaWorks) and the day on which you read it.",
  "As it is, without warranty; figures may be corrected.",
  "Not to be used to find out who somebody is.",
  `At most ${openBudget.times} requests ${openBudget.minutes === 1 ? "a minute" : `in ${openBudget.minutes} minutes`} from one address; beyond, 429 with Retry-After.`,
].join(" ");
