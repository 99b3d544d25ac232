import type { ToldEffect } from "@/lib/subsidies/change";
import type { Proposal } from "@/lib/subsidies/dossier-paper-commands";
import type { Action } from "@/lib/web/action";

type Moved = { id: number; version: number };

/** What an applicant does with a dossier. */
export type DossierActs = {
  edit: Action<Moved>;
  recompute: Action<Moved & { changed: number }>;
  copy: Action<Moved>;
  withdraw: Action<Moved>;
  addPeople: Action<Moved & { added: number; already: number }>;
  removePeople: Action<Moved>;
  answer: Action<Moved>;
  attach: Action<Moved>;
  place: Action<Proposal>;
  takeBack: Action<Moved>;
  submit: Action<Moved & { code: string; no: number }>;
  write: Action<{ id: number }>;
  answerAsked: Action<{ id: number }>;
  previewChange: Action<ToldEffect>;
  askChange: Action<{ id: number }>;
  takeChangeBack: Action<{ id: number }>;
};
