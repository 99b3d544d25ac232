import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { unknownAddresses } from "./lib/i18n/routing";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // ICU messages are parsed once, by the build, and not for each page that is made.
  experimental: {
    messages: {
      path: ["./lib/i18n/messages/vi", "./lib/i18n/messages/en"],
      format: "json",
      locales: ["vi", "en"],
      precompile: true,
    },
  },
});

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // An ordinary HTTP cache in front compresses (docs/decisions/0003); Node's CPU is for rendering.
  compress: false,
  // The server marks finished pages itself, once a page and not once a request (lib/web/http-page.ts).
  generateEtags: false,
  typescript: { ignoreBuildErrors: true }, // `npm run check` type-checks; the build must not do it a second time
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "@node-rs/argon2",
    "pino",
    "nodemailer",
    "openid-client",
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
    {
      source: "/:file(theme|suggest).js",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: unknownAddresses.outside,
    fallback: unknownAddresses.inside,
  }),
};

export default withNextIntl(config);
