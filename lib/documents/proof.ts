/** The bytes of a file that a form sent. */
export const bytesOf = (file: { content: string }): Buffer<ArrayBuffer> => Buffer.from(file.content, "base64");

const signatures = [
  { type: "application/pdf", extension: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", extension: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", extension: "jpg", bytes: [0xff, 0xd8, 0xff] },
] as const;

/** What may be kept as a proof: PDF, PNG or JPEG, told by the content and never by the name; null for anything else. */
export const proofType = (bytes: Uint8Array): { type: string; extension: string } | null =>
  signatures.find((known) => known.bytes.every((byte, at) => bytes[at] === byte)) ?? null;

/** A file's name with the ending that its content has. */
export const namedAs = (name: string, extension: string): string =>
  `${name.replace(/\.[^.]*$/, "").slice(0, 150) || "tep"}.${extension}`;
