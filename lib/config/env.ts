import { z } from "zod";

const flag = z
  .enum(["true", "false", "1", "0"], { error: "must be true or false" })
  .optional()
  .transform((value) => value === "true" || value === "1");

const portWords = "must be a port number, 0 to 65535";

const megabyteWords = "must be a whole number of megabytes, 1 to 500";

/** One of them means that files go to an S3-compatible store, and it needs all. */
const s3Words = {
  FILES_S3_ENDPOINT: "the store's address, e.g. https://s3.example.vn",
  FILES_S3_BUCKET: "the name of the bucket, which exists already",
  FILES_S3_ACCESS_KEY: "the name of the key that may read, write, list and delete there",
  FILES_S3_SECRET_KEY: "the secret of that key",
};

const issuerWords = "must be the issuer's address, e.g. https://dang-nhap.example.vn; http only on this machine";

/** One of them means that the state's login is wanted, and it needs all. */
const oidcWords = {
  OIDC_ISSUER: "the address of the OpenID Connect provider, e.g. https://dang-nhap.example.vn",
  OIDC_CLIENT_ID: "the name under which the provider knows the portal",
  OIDC_CLIENT_SECRET: "the portal's secret at the provider",
  OIDC_NAME: "what the sign-in button calls the provider, e.g. VNeID",
};

/**
 * The environment, the only place that reads it. `npm start` fills what is missing for a machine of its own; a server of
 * the authority sets them itself (docs/guide/running.md).
 */
export const schema = z
  .object({
    NODE_ENV: z
      .enum(["development", "production", "test"], { error: "must be development, production or test" })
      .default("development"),
    DATABASE_URL: z
      .string({ error: "the address of the PostgreSQL database is missing" })
      .regex(/^postgres(ql)?:\/\//, {
        error: "must look like postgresql://user:password@host:5432/database",
      }),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: "must be the portal's own address, e.g. https://vieclam.example.vn" })
      .default("http://localhost:3000"),
    PORT: z.coerce
      .number({ error: portWords })
      .int({ error: portWords })
      .min(0, { error: portWords })
      .max(65535, { error: portWords })
      .default(3000),
    /** Address to listen on; all of the machine when it is not set. Behind a proxy on the same machine: 127.0.0.1. */
    HOST: z.string().optional(),
    NEXTAUTH_SECRET: z
      .string({ error: "is missing: 32 or more random characters that sign the sessions" })
      .min(32, { error: "must have 32 or more characters" }),
    /** Seals secrets at rest (authenticator apps). Without it NEXTAUTH_SECRET does, which then must never change. */
    SECRETS_KEY: z.string().min(32, { error: "must have 32 or more random characters" }).optional(),
    /** The key before, while secrets are sealed anew (`npm run db:reseal`): what is still sealed with it opens, too. */
    SECRETS_KEY_OLD: z.string().min(32, { error: "must have 32 or more characters, as the key before had" }).optional(),
    /** The mail server; without it mails are kept for the administrators to read. Options of nodemailer may follow a `?`. */
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, { error: "must look like smtp://user:password@host:587" })
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(/^([^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
        error: "must be a sender, e.g. HezaWorks <khong-tra-loi@vieclam.example.vn>",
      })
      .default("HezaWorks <khong-tra-loi@hezaworks.example>"),
    TRUST_PROXY: flag,
    /** The state's login (OpenID Connect): its issuer, as its own discovery document says it. Without it there is none. */
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: issuerWords })
      .refine((text) => text.startsWith("https:") || /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(text), {
        error: issuerWords,
      })
      .optional(),
    OIDC_CLIENT_ID: z.string().max(200, { error: "must have at most 200 characters" }).optional(),
    OIDC_CLIENT_SECRET: z.string().min(16, { error: "must have 16 or more characters" }).optional(),
    /** What people call that login; stands on the button. */
    OIDC_NAME: z.string().max(40, { error: "must have at most 40 characters: it stands on a button" }).optional(),
    /** Whoever reads /api/metrics says it; without it only this machine may. */
    METRICS_TOKEN: z.string().min(16, { error: "must have 16 or more characters" }).optional(),
    /** Where files lie that people hand in, on this machine; every web process and worker must see the same folder. */
    FILES_DIR: z.string().default(".data/files"),
    /** Largest file that is taken, in megabytes of 1,000,000 bytes. */
    FILES_LARGEST_MB: z.coerce
      .number({ error: megabyteWords })
      .int({ error: megabyteWords })
      .min(1, { error: megabyteWords })
      .max(500, { error: megabyteWords })
      .default(20),
    /** An S3-compatible store instead of the folder. The bucket stands in the path, as every such store understands. */
    FILES_S3_ENDPOINT: z
      .url({ protocol: /^https?$/, error: `must be ${s3Words.FILES_S3_ENDPOINT}` })
      .transform((address) => address.replace(/\/+$/, ""))
      .optional(),
    FILES_S3_BUCKET: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
        error: "must be the name of a bucket: 3 to 63 of a-z, 0-9, . and -",
      })
      .optional(),
    FILES_S3_REGION: z
      .string()
      .regex(/^[a-z0-9-]+$/, { error: "must be a region, e.g. us-east-1" })
      .default("us-east-1"),
    FILES_S3_ACCESS_KEY: z.string().optional(),
    FILES_S3_SECRET_KEY: z.string().optional(),
    /** The virus scanner (clamd), by TCP or by the path of its socket. Without it files are checked for their form only. */
    CLAMD_HOST: z.string().optional(),
    CLAMD_PORT: z.coerce
      .number({ error: portWords })
      .int({ error: portWords })
      .min(1, { error: portWords })
      .max(65535, { error: portWords })
      .default(3310),
    CLAMD_SOCKET: z
      .string()
      .startsWith("/", { error: "must be the path of clamd's socket, e.g. /run/clamav/clamd.ctl" })
      .optional(),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
        error: "must be fatal, error, warn, info, debug, trace or silent",
      })
      .default("info"),
  })
  .superRefine((given, context) => {
    for (const group of [oidcWords, s3Words]) {
      const wanted = Object.entries(group).filter(([name]) => given[name as keyof typeof given] === undefined);
      if (wanted.length === Object.keys(group).length) continue;
      for (const [name, words] of wanted)
        context.addIssue({ code: "custom", path: [name], message: `is missing: ${words}` });
    }
    if (given.CLAMD_HOST !== undefined && given.CLAMD_SOCKET !== undefined)
      context.addIssue({ code: "custom", path: ["CLAMD_SOCKET"], message: "must not be set beside CLAMD_HOST" });
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
