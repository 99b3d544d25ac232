import { randomBytes } from "node:crypto";
import { refresh as refreshPage } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { log } from "@/lib/config/log";
import { type Result, refuse } from "@/lib/core/result";
import type { Command } from "@/lib/db/command";
import { getActor } from "./session";

export type ActionMeta = { idempotencyKey?: string | undefined };

/** What a form calls: the command's input, and an optional key that makes a repeated submit harmless. */
export type Action<T> = (input: unknown, meta?: ActionMeta) => Promise<Result<T>>;

/**
 * Makes a server action of a command: finds the actor, passes the request id, and answers every outcome as a `Result`.
 * A bug is answered as `unexpected` with the reference number under which the log has its cause. After success the page
 * that called is rendered anew, unless `refresh: false` (autosave).
 */
export function action<I, T>(command: Command<I, T>, options: { refresh?: boolean } = {}): Action<T> {
  return async (input, meta) => {
    const requestId = (await headers()).get("x-request-id") ?? randomBytes(6).toString("hex");
    try {
      const key = typeof meta?.idempotencyKey === "string" ? meta.idempotencyKey.slice(0, 100) : undefined;
      const result = await command(await getActor(), input, { now: new Date(), requestId, idempotencyKey: key });
      if (result.ok && options.refresh !== false) refreshPage();
      return result;
    } catch (error) {
      unstable_rethrow(error);
      log().error({ requestId, command: command.commandName, err: error }, "command failed");
      return refuse("unexpected", { params: { reference: requestId } });
    }
  };
}
