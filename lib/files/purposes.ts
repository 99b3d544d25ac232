import { anyOf, type May, ofEnterprise, ofSchool } from "@/lib/identity/actor";

/** Content types that can be handed in, as they are told by the content (lib/documents/file-content.ts). */
export const paperKinds = ["application/pdf", "image/jpeg", "image/png", "image/heic"] as const;
export type FileKind = (typeof paperKinds)[number];

export type FilePurpose = {
  /** Who may hand such a file in. What it then becomes part of is decided by the command that attaches it. */
  may: May;
  kinds: readonly FileKind[];
};

/**
 * What files are handed in for, `domain.thing`. A domain adds its own here, and, where others than the owner read them, a
 * row in lib/files/reader-queries.ts.
 */
export const filePurposes = {
  /** Papers of a subsidy dossier, of a person in it or of the whole. */
  "dossier.paper": { may: anyOf(ofEnterprise(), ofSchool()), kinds: paperKinds },
  /** What an applicant answers a control with. */
  "control.answer": { may: anyOf(ofEnterprise(), ofSchool()), kinds: paperKinds },
} as const satisfies Record<string, FilePurpose>;

export type FilePurposeName = keyof typeof filePurposes;

/** Who may hand in a file for anything at all. */
export const handsFilesIn: May = (actor) => Object.values(filePurposes).some(({ may }) => may(actor));

/** The purpose of that name, or undefined. */
export const purposeOf = (name: string): FilePurpose | undefined =>
  Object.hasOwn(filePurposes, name) ? filePurposes[name as FilePurposeName] : undefined;
