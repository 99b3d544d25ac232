import type { DetailedError, Upload } from "tus-js-client";
import type { Refusal } from "@/lib/core/result";
import { fileAddress, uploadAddress } from "@/lib/files/place";
import type { FileFacts } from "@/lib/files/problems";

/** What happens to a file on its way. */
export type SendEvents = {
  /** The portal knows it under this key. */
  named: (key: string) => void;
  progress: (sent: number) => void;
  /** All bytes are there. */
  sent: (key: string) => void;
  /** What was sent is kept; `start()` goes on. */
  stopped: (why: "network" | "signed_out") => void;
  refused: (refusal: Refusal) => void;
};

/** Bytes a request; what a broken one has brought counts all the same. */
const chunkSize = 2_000_000;
/** A file up to this size goes along when it is announced: one request instead of two, and little to lose if it breaks. */
const smallFile = 250_000;

class SignedOut extends Error {}

const keyOf = (address: string | null): string => address?.split("/").at(-1) ?? "";

/** What the portal said; where a proxy said it, by its status. */
function refusalOf(error: Error | DetailedError): Refusal {
  const answer = "originalResponse" in error ? error.originalResponse : null;
  try {
    const said = JSON.parse(answer?.getBody() ?? "") as Refusal;
    if (typeof said.code === "string") return said;
  } catch {
    // Not ours.
  }
  return { ok: false, code: answer?.getStatus() === 413 ? "file_too_large" : "network" };
}

const isSignedOut = (error: Error | DetailedError): boolean =>
  "causingError" in error && error.causingError instanceof SignedOut;

/** Worth another try: no answer, an overloaded server, or another request for the same file that is just ending. */
const passing = (status: number) =>
  status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507);

/**
 * Makes ready to send a file by the tus protocol. The same file, chosen again after the page was reloaded or the browser
 * closed, goes on where it was: what was begun is noted in the browser.
 */
export async function prepareSending(file: File, purpose: string, events: SendEvents): Promise<Upload> {
  const tus = await import("tus-js-client");
  const upload = new tus.Upload(file, {
    endpoint: uploadAddress,
    chunkSize,
    uploadDataDuringCreation: file.size <= smallFile,
    retryDelays: [500, 2_000, 5_000, 10_000],
    metadata: { filename: file.name, purpose },
    // The same file for another purpose is another file.
    fingerprint: async (one) => ["hezaworks", purpose, one.name, one.size, one.lastModified].join("-"),
    removeFingerprintOnSuccess: true,
    onAfterResponse: (_, response) => {
      // Else tus would take it for an upload that is gone, and begin anew.
      if (response.getStatus() === 401) throw new SignedOut();
    },
    onShouldRetry: (error) => !isSignedOut(error) && passing(error.originalResponse?.getStatus() ?? 0),
    onUploadUrlAvailable: () => events.named(keyOf(upload.url)),
    onProgress: (sent) => events.progress(sent),
    onSuccess: () => events.sent(keyOf(upload.url)),
    onError: (error) => {
      if (isSignedOut(error)) return events.stopped("signed_out");
      const refusal = refusalOf(error);
      return refusal.code === "network" || refusal.code === "unexpected"
        ? events.stopped("network")
        : events.refused(refusal);
    },
  });
  const [before] = await upload.findPreviousUploads();
  if (before) upload.resumeFromPreviousUpload(before);
  return upload;
}

/** Takes a file back; one that is part of something already stays what it is. */
export async function takeBack(key: string): Promise<void> {
  await fetch(`${uploadAddress}/${key}`, { method: "DELETE", headers: { "tus-resumable": "1.0.0" } }).catch(() => {});
}

/** What the portal knows of a file; null when it does not know it, undefined when it cannot be asked now. */
export async function askState(key: string): Promise<FileFacts | null | undefined> {
  try {
    const answer = await fetch(`${fileAddress(key)}/state`, { cache: "no-store" });
    if (answer.ok) return (await answer.json()) as FileFacts;
    return answer.status === 404 ? null : undefined;
  } catch {
    return undefined;
  }
}
