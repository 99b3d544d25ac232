import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";
import { DocumentKind } from "@/lib/db/generated/enums";

const day = z.string().refine(isDay, { params: { code: "date" } });
const id = z.number().int().positive();
const line = (maximum: number) => z.string().max(maximum).transform(tidy);
/** An empty field of a form is "not said". */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());
export const reason = line(500).refine((text) => text.length >= 5, { params: { code: "tooShort", minimum: 5 } });

export const documentKinds = Object.values(DocumentKind);

/** What a number is asked for. */
export const newDocument = z.object({
  registerId: id,
  kind: z.enum(DocumentKind),
  /** Trích yếu nội dung. */
  subject: line(300).refine((text) => text.length >= 10, { params: { code: "tooShort", minimum: 10 } }),
  recipients: optional(line(500)),
  issuedOn: day,
  /** Lines above the name, as they are printed: "KT. TRƯỞNG BAN" and "PHÓ TRƯỞNG BAN". */
  signerTitle: optional(
    z
      .string()
      .max(120)
      .transform((text) => text.normalize("NFC").trim()),
  ),
  signerName: optional(line(100)),
  /** The published batch whose letter bears the number. */
  batchId: optional(id),
});

export type NewDocument = z.output<typeof newDocument>;

export const cancelledDocument = z.object({ id, version: id, reason });

/** A register that was kept on paper so far this year: the portal counts on from its last number. */
export const startedRegister = z.object({
  registerId: id,
  year: z.number().int().min(2000).max(2100),
  lastNo: z.number().int().min(0).max(100_000),
});

export const documentSorts = ["number", "issued"] as const;

/** The list as its address says it; anything unreadable falls back. */
export const documentQuery = z.object({
  q: z.string().trim().max(100).catch(""),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  kind: z.enum(DocumentKind).optional().catch(undefined),
  state: z.enum(["counting", "cancelled"]).optional().catch(undefined),
  sort: z.enum(documentSorts).catch("issued"),
  direction: z.enum(["asc", "desc"]).catch("desc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DocumentQuery = z.output<typeof documentQuery>;

export const documentsPerPage = 25;

/** The number as it is written: "123/BQL-LĐ". */
export const writtenNumber = (document: { no: number; symbol: string }): string => `${document.no}/${document.symbol}`;
