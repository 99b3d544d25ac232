import type { Readable } from "node:stream";
import { Server } from "@tus/server";
import { DataStore, ERRORS, Upload } from "@tus/utils";
import { log } from "@/lib/config/log";
import type { Refusal, Result } from "@/lib/core/result";
import { outOfSpace } from "@/lib/core/storage-full";
import { checkFile } from "@/lib/files/check-commands";
import { discardFile } from "@/lib/files/file-commands";
import { heldFile } from "@/lib/files/file-queries";
import { uploadAddress } from "@/lib/files/place";
import { beginUpload, keepBytes, WrongPlace } from "@/lib/files/upload-commands";
import type { Actor } from "@/lib/identity/actor";

type Call = { actor: Actor; now: Date; requestId: string };

/** An answer that tus knows how to send: thrown by the store. */
const answer = (status_code: number, body: object) => ({ status_code, body: JSON.stringify(body) });

const statusOf: Record<string, number> = {
  forbidden: 403,
  not_found: 404,
  file_too_large: 413,
  invalid_input: 400,
  storage_full: 507,
};

const refused = (refusal: Refusal) => answer(statusOf[refusal.code] ?? 422, refusal);

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw refused(result);
  return result.value;
};

/** The portal's files as tus sees them, for one actor: those of others do not exist. */
class HeldFiles extends DataStore {
  constructor(private readonly call: Call) {
    super();
    this.extensions = ["creation", "creation-with-upload", "termination"];
  }

  override async create(upload: Upload): Promise<Upload> {
    const { actor, now, requestId } = this.call;
    const { filename, purpose } = upload.metadata ?? {};
    const input = { name: filename, purpose, size: upload.size };
    // The protocol names an upload before it is made; ours are named by the command.
    upload.id = must(await beginUpload(actor, input, { now, requestId })).key;
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const file = await heldFile(this.call.actor, id);
    if (!file) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({ id, size: file.size, offset: file.received, metadata: { filename: file.name } });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { actor, now } = this.call;
    try {
      return await keepBytes(actor, id, offset, stream, now);
    } catch (error) {
      if (error instanceof WrongPlace) throw ERRORS.INVALID_OFFSET;
      if (outOfSpace(error)) throw refused({ ok: false, code: "storage_full" });
      throw error;
    }
  }

  override async remove(id: string): Promise<void> {
    const { actor, now, requestId } = this.call;
    must(await discardFile(actor, { key: id }, { now, requestId }));
  }
}

/**
 * Answers a request of the tus protocol (tus.io, 1.0.0: creation, creation-with-upload, termination) for an actor. With the
 * last byte the file is looked at, so that its state stands when the answer comes. A server for each request: it holds
 * nothing, and which file goes on where is decided in the database, for all processes alike.
 */
export function answerUpload(request: Request, call: Call): Promise<Response> {
  const server = new Server({
    path: uploadAddress,
    datastore: new HeldFiles(call),
    relativeLocation: true,
    allowedOrigins: [],
    // A name until the command has given the true one.
    namingFunction: () => "new",
    onUploadFinish: async (_, upload) => {
      // Whatever goes wrong here, the bytes are kept and the worker looks at them.
      await checkFile(upload.id, call.now, call.requestId).catch((error: unknown) =>
        log().error({ requestId: call.requestId, err: error }, "file could not be checked: the worker tries again"),
      );
      return {};
    },
    onResponseError: (_, error) => {
      if ("status_code" in error) return undefined;
      log().error({ requestId: call.requestId, err: error }, "upload failed");
      return answer(500, { ok: false, code: "unexpected", params: { reference: call.requestId } });
    },
  });
  return server.handleWeb(request);
}
