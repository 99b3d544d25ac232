import type { z } from "zod";
import type { Command } from "@/lib/db/command";
import { system } from "@/lib/identity/actor";

export type TaskContext = {
  /** The instant at which the attempt began. */
  now: Date;
  /** The same for every attempt of one job. */
  jobId: string;
};

export type Retry = {
  /** Attempts after the first. */
  limit: number;
  /** Pause before the first of them, doubling. */
  seconds: number;
  /** Longest pause. */
  mostSeconds: number;
};

const defaultRetry: Retry = { limit: 8, seconds: 5, mostSeconds: 900 };

export type Task = {
  topic: string;
  retry: Retry;
  /** Two waiting jobs with the same key are one. */
  key: ((payload: unknown) => string) | undefined;
  run: (payload: unknown, context: TaskContext) => Promise<void>;
};

/**
 * What is done for the outbox messages of one topic. A job may be handed out again when its worker dies, so `run` must
 * be safe to repeat: call a command through `asWorker`, which does nothing the second time.
 */
export function task<S extends z.ZodType>(definition: {
  topic: string;
  payload: S;
  retry?: Retry;
  key?: (payload: z.output<S>) => string;
  run: (payload: z.output<S>, context: TaskContext) => Promise<void>;
}): Task {
  const { topic, payload: shape, key, run } = definition;
  return {
    topic,
    retry: definition.retry ?? defaultRetry,
    key: key && ((payload) => key(shape.parse(payload))),
    run: async (payload, context) => run(shape.parse(payload), context),
  };
}

/** Calls a command as the worker, once a job however often it is handed out; a refusal throws, so that it is tried again. */
export async function asWorker<I, T>(command: Command<I, T>, input: unknown, context: TaskContext): Promise<T> {
  const { now, jobId } = context;
  const result = await command(system("worker"), input, { now, requestId: jobId, idempotencyKey: jobId });
  if (!result.ok) throw new Error(`${command.commandName} refused: ${result.code}`);
  return result.value;
}
