import { describe, expect, test } from "vitest";
import { readEnv, schema } from "./env";

const good = { DATABASE_URL: "postgresql://app@localhost/app", NEXTAUTH_SECRET: "x".repeat(32) };

/** For each variable what is wrong, and the words that say so. */
const wrong: Record<keyof typeof schema.shape, [value: string | undefined, words: string][]> = {
  NODE_ENV: [["live", "must be development, production or test"]],
  DATABASE_URL: [
    [undefined, "the address of the PostgreSQL database is missing"],
    ["mysql://x", "must look like postgresql://user:password@host:5432/database"],
  ],
  PUBLIC_URL: [
    ["vieclam", "must be the portal's own address, e.g. https://vieclam.example.vn"],
    ["ftp://vieclam.example.vn", "must be the portal's own address, e.g. https://vieclam.example.vn"],
  ],
  PORT: ["many", "70000", "-1", "1.5"].map((value) => [value, "must be a port number, 0 to 65535"]),
  HOST: [],
  NEXTAUTH_SECRET: [
    [undefined, "is missing: 32 or more random characters that sign the sessions"],
    ["short", "must have 32 or more characters"],
  ],
  SECRETS_KEY: [["short", "must have 32 or more random characters"]],
  SECRETS_KEY_OLD: [["short", "must have 32 or more characters, as the key before had"]],
  OIDC_ISSUER: ["dang-nhap.example.vn", "http://dang-nhap.example.vn", "ftp://localhost"].map((value) => [
    value,
    "must be the issuer's address, e.g. https://dang-nhap.example.vn; http only on this machine",
  ]),
  OIDC_CLIENT_ID: [["x".repeat(201), "must have at most 200 characters"]],
  OIDC_CLIENT_SECRET: [["short", "must have 16 or more characters"]],
  OIDC_NAME: [["Một tên rất dài ".repeat(4), "must have at most 40 characters: it stands on a button"]],
  SMTP_URL: [["mail.example.vn", "must look like smtp://user:password@host:587"]],
  MAIL_FROM: ["HezaWorks", "a@b.vn\nBcc: c@d.vn", "A <a@b.vn> <c@d.vn>"].map((value) => [
    value,
    "must be a sender, e.g. HezaWorks <khong-tra-loi@vieclam.example.vn>",
  ]),
  METRICS_TOKEN: [["short", "must have 16 or more characters"]],
  TRUST_PROXY: [["yes", "must be true or false"]],
  FILES_DIR: [],
  FILES_LARGEST_MB: ["0", "501", "1.5", "many"].map((value) => [
    value,
    "must be a whole number of megabytes, 1 to 500",
  ]),
  FILES_S3_ENDPOINT: ["s3.example.vn", "ftp://s3.example.vn"].map((value) => [
    value,
    "must be the store's address, e.g. https://s3.example.vn",
  ]),
  FILES_S3_BUCKET: ["A", "ho_so"].map((value) => [value, "must be the name of a bucket: 3 to 63 of a-z, 0-9, . and -"]),
  FILES_S3_REGION: [["Hải Phòng", "must be a region, e.g. us-east-1"]],
  FILES_S3_ACCESS_KEY: [],
  FILES_S3_SECRET_KEY: [],
  CLAMD_HOST: [],
  CLAMD_PORT: ["0", "70000", "x"].map((value) => [value, "must be a port number, 0 to 65535"]),
  CLAMD_SOCKET: [["clamd.ctl", "must be the path of clamd's socket, e.g. /run/clamav/clamd.ctl"]],
  LOG_LEVEL: [["loud", "must be fatal, error, warn, info, debug, trace or silent"]],
};

describe("each variable says what is wrong with it", () => {
  test("and none is forgotten here", () => {
    expect(Object.keys(wrong).sort()).toEqual(Object.keys(schema.shape).sort());
  });
  const rows = Object.entries(wrong).flatMap(([name, cases]) =>
    cases.map(([value, words]) => ({ name, value, words })),
  );
  test.each(rows)("$name=$value: $words", ({ name, value, words }) => {
    expect(() => readEnv({ ...good, [name]: value })).toThrow(`\n  ${name}: ${words}`);
  });
});

test("all that is wrong is said at once", () => {
  expect(() => readEnv({})).toThrow(/DATABASE_URL[\s\S]*NEXTAUTH_SECRET/);
});

test("the rest has sound defaults; an empty variable is one that is not set", () => {
  expect(readEnv({ ...good, SMTP_URL: "", PORT: "" })).toMatchObject({
    NODE_ENV: "development",
    PORT: 3000,
    PUBLIC_URL: "http://localhost:3000",
    TRUST_PROXY: false,
    LOG_LEVEL: "info",
  });
  expect(readEnv(good).SMTP_URL).toBeUndefined();
  expect(readEnv({ ...good, MAIL_FROM: "cong@heza.example", TRUST_PROXY: "1" })).toMatchObject({
    MAIL_FROM: "cong@heza.example",
    TRUST_PROXY: true,
  });
});

test("the state's login has all of its variables or none", () => {
  const whole = {
    OIDC_ISSUER: "https://dang-nhap.example.vn",
    OIDC_CLIENT_ID: "cong-lao-dong",
    OIDC_CLIENT_SECRET: "x".repeat(16),
    OIDC_NAME: "VNeID",
  };
  expect(readEnv({ ...good, ...whole })).toMatchObject(whole);
  for (const name of Object.keys(whole))
    expect(() => readEnv({ ...good, ...whole, [name]: "" })).toThrow(`\n  ${name}: is missing: `);
  expect(readEnv({ ...good, OIDC_NAME: "" }).OIDC_NAME).toBeUndefined();
});

test("an S3-compatible store has all of its variables or none; the scanner is reached in one way", () => {
  const whole = {
    FILES_S3_ENDPOINT: "https://s3.example.vn",
    FILES_S3_BUCKET: "ho-so",
    FILES_S3_ACCESS_KEY: "cong",
    FILES_S3_SECRET_KEY: "bi-mat",
  };
  expect(readEnv({ ...good, ...whole, FILES_S3_ENDPOINT: "https://s3.example.vn/" })).toMatchObject(whole);
  for (const name of Object.keys(whole))
    expect(() => readEnv({ ...good, ...whole, [name]: "" })).toThrow(`\n  ${name}: is missing: `);
  expect(() => readEnv({ ...good, CLAMD_HOST: "127.0.0.1", CLAMD_SOCKET: "/run/clamd.ctl" })).toThrow(
    "CLAMD_SOCKET: must not be set beside CLAMD_HOST",
  );
});
