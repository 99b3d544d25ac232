import { createHash } from "node:crypto";
import { z } from "zod";

/** Somebody whom the state's login vouches for: who vouches, and its lasting name for the person (claims `iss`, `sub`). */
export type ExternalIdentity = { issuer: string; subject: string };

/** As which an identity is stored and known again. The subject itself, which may be a citizen's number, is not kept. */
export const identityHash = ({ issuer, subject }: ExternalIdentity): string =>
  createHash("sha256").update(`${issuer}\n${subject}`).digest("base64url");

/** The identity in a command's input: already hashed, so that no subject stands in the trail, either. */
export const identityInput = z.object({ issuer: z.url(), subjectHash: z.string().length(43) });
