import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { z } from "zod";
import { dataFolder } from "./folders";

/** A browser to test with, and the variables that it needs. */
export interface Chromium {
  path: string;
  env: Record<string, string>;
}

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function packageFolder(): string {
  let folder = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
  while (!existsSync(join(folder, "bin/chromium.br"))) folder = dirname(folder);
  return folder;
}

/** The browser inside the npm package, with libraries and fonts for a machine that has none; unpacked once a version. */
function unpacked(): Chromium {
  const source = packageFolder();
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(source, "package.json"), "utf8")));
  const folder = join(dataFolder, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(dataFolder, { recursive: true });
    const half = mkdtempSync(join(dataFolder, "chromium-unpacking-"));
    const decompress = (name: string) => brotliDecompressSync(readFileSync(join(source, "bin", name)));
    for (const archive of ["al2023.tar", "swiftshader.tar", "fonts.tar"]) {
      const tar = join(half, archive);
      writeFileSync(tar, decompress(`${archive}.br`));
      execFileSync("tar", ["xf", tar, "-C", half]);
      rmSync(tar);
    }
    // The package's own list of font folders is that of the cloud service it was made for.
    writeFileSync(
      join(half, "fonts.conf"),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    );
    writeFileSync(join(half, "chromium"), decompress("chromium.br"), { mode: 0o755 });
    renameSync(half, folder);
  }
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  return { path: join(folder, "chromium"), env: { LD_LIBRARY_PATH: libraries, ...fonts } };
}

/** CHROMIUM_PATH, or an installed browser, or the one that came with `npm ci` (CHROMIUM_PATH=packaged insists on it). */
export function findChromium(): Chromium {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && wanted !== "packaged") return { path: wanted, env: {} };
  const found = wanted ? undefined : installed.find((path) => existsSync(path));
  return found ? { path: found, env: {} } : unpacked();
}
