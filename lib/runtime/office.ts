import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const programs = ["/usr/bin/soffice", "/usr/bin/pdftoppm", "/usr/bin/pdftotext", "/usr/bin/pdfinfo"];
const packages = ["libreoffice-writer", "libreoffice-calc", "poppler-utils", "fonts-liberation"];
const quarter = 15 * 60_000;

const missing = () => programs.filter((path) => !existsSync(path));

/** Are they on this machine? Nothing is installed. */
export const officeIsThere = (): boolean => missing().length === 0;

/**
 * LibreOffice and the tools that look into PDF files, to test with. Where they are missing and may be installed (root on
 * a Debian machine with its package server in reach) they are, in about a minute. Answers why there are none, else
 * undefined.
 */
export async function officeMissing(): Promise<string | undefined> {
  if (officeIsThere()) return undefined;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return `${missing().join(", ")}: not there, and this user cannot install Debian packages`;
  const apt = (...words: string[]) =>
    run("apt-get", ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=2", ...words], {
      timeout: quarter,
      maxBuffer: 50e6,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    await apt("update");
    await apt("install", "-y", "--no-install-recommends", ...packages);
  } catch (error) {
    return `apt-get: ${error instanceof Error ? error.message.slice(0, 500) : String(error)}`;
  }
  return officeIsThere() ? undefined : `${missing().join(", ")}: still not there after apt-get install`;
}

/** Opens Office files with LibreOffice and writes each as PDF into `folder`. Throws when one is not written. */
export async function toPdf(files: readonly string[], folder: string): Promise<void> {
  // A profile of its own: LibreOffice hands its work to another one that runs with the same profile.
  const profile = await mkdtemp(join(tmpdir(), "office-"));
  try {
    await run(
      "soffice",
      [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files],
      { timeout: quarter },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  for (const file of files) {
    const pdf = join(folder, file.replace(/^.*\//, "").replace(/\.\w+$/, ".pdf"));
    if (!existsSync(pdf)) throw new Error(`LibreOffice did not write ${pdf}`);
  }
}

/** The words of a PDF file, and its pages: their number and the size of the first in millimetres. */
export async function readPdf(file: string): Promise<{ text: string; pages: number; width: number; height: number }> {
  const [text, info] = await Promise.all([run("pdftotext", ["-layout", file, "-"]), run("pdfinfo", [file])]);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info.stdout) ?? [];
  const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);
  return {
    text: text.stdout.normalize("NFC"),
    pages: Number(/Pages:\s+(\d+)/.exec(info.stdout)?.[1]),
    width: millimetres(width),
    height: millimetres(height),
  };
}

/** Writes each page of a PDF as a grey picture (`prefix-1.pgm`, one pixel a millimetre) and as PNG to be looked at. */
export async function picture(file: string, prefix: string): Promise<void> {
  await run("pdftoppm", ["-r", "25.4", "-gray", file, prefix]);
  await run("pdftoppm", ["-r", "70", "-png", file, prefix]);
}
