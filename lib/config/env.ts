import { z } from "zod";

const flag = z
  .enum(["true", "false", "1", "0"])
  .optional()
  .transform((value) => value === "true" || value === "1");

/**
 * The environment, the only place that reads it. `npm start` fills what is missing for a machine of its own; a server of
 * the authority sets them itself (docs/guide/running.md).
 */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.string({ error: "the address of the PostgreSQL database is missing" }).regex(/^postgres(ql)?:\/\//, {
    error: "must look like postgresql://user:password@host:5432/database",
  }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be the portal's own address, e.g. https://vieclam.example.vn" })
    .default("http://localhost:3000"),
  PORT: z.coerce.number({ error: "must be a port number" }).int().min(0).max(65535).default(3000),
  /** Address to listen on; all of the machine when it is not set. Behind a proxy on the same machine: 127.0.0.1. */
  HOST: z.string().optional(),
  NEXTAUTH_SECRET: z
    .string({ error: "is missing: 32 or more random characters that sign the sessions" })
    .min(32, { error: "must have 32 or more characters" }),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, { error: "must look like smtp://user:password@host:587" })
    .optional(),
  MAIL_FROM: z.string().min(3).default("HezaWorks <khong-tra-loi@hezaworks.example>"),
  TRUST_PROXY: flag,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Env = z.output<typeof schema>;

/** Validates an environment; throws one error that names every variable at fault and what is expected of it. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n${lines.join("\n")}`);
}

let known: Env | undefined;

/** The validated environment of this process. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}
