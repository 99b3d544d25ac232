import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { redirects, rewrites, unknownAddresses } from "./lib/i18n/routing";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // An ordinary HTTP cache in front compresses (docs/decisions/0003); Node's CPU is for rendering.
  compress: false,
  typescript: { ignoreBuildErrors: true }, // `npm run check` type-checks; the build must not do it a second time
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "@node-rs/argon2",
    "pino",
    "nodemailer",
    "pdfmake",
    "docx",
    "docxtemplater",
    "pizzip",
  ],
  // A cached page is at most ten minutes old, wherever it is kept; what changes is told at once (docs/decisions/0002).
  expireTime: 600,
  // Finished pages stay in memory: on disk they would outlive the database that they were made from.
  experimental: { serverActions: { bodySizeLimit: "1mb" }, isrFlushToDisk: false },
  headers: async () => [
    { source: "/theme.js", headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }] },
  ],
  redirects: async () => redirects,
  rewrites: async () => ({
    beforeFiles: rewrites,
    afterFiles: unknownAddresses.outside,
    fallback: unknownAddresses.inside,
  }),
};

export default withNextIntl(config);
