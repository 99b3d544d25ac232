"use client";

import { createContext, useContext } from "react";
import type { FieldProblem, Refusal } from "@/lib/core/result";

export type SaveState =
  | { kind: "untouched" }
  /** Typed and kept on the device, not on the server yet. */
  | { kind: "here" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  /** The server was not reached; it goes on trying. */
  | { kind: "retrying" };

export type Restored = {
  at: Date;
  /** The record has changed since this was typed: nothing is put in before the person says so. */
  outdated: boolean;
  take: () => void;
  discard: () => void;
};

export type FormInfo = {
  id: string;
  /** False until the browser runs the form: what is typed before would be lost, so fields wait. */
  ready: boolean;
  pending: boolean;
  refusal: Refusal | null;
  say: (problem: FieldProblem) => string;
  sayRefusal: (refusal: Refusal) => string;
  /** Counts failed submits, so that the summary takes the focus each time. */
  failures: number;
  save: SaveState;
  restored: Restored | null;
};

export const FormInfoContext = createContext<FormInfo | null>(null);

export function useFormInfo(): FormInfo {
  const info = useContext(FormInfoContext);
  if (!info) throw new Error("a form field stands outside <Form>");
  return info;
}

/** The id of a field's control: the target of its label and of the summary's link. */
export const controlId = (form: string, name: string): string => `${form}-${name}`;
