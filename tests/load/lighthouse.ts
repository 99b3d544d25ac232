import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { findChromium } from "@/lib/runtime/chromium";
import type { Figure } from "./figures";

/** Fetched by npx when it is wanted: 200 packages and 185 MB are too much for everybody's `npm ci`. */
const lighthouse = "lighthouse@12.8.2";
const wanted = ["performance", "accessibility", "best-practices", "seo"] as const;
const report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), displayValue: z.string().optional() }),
  ),
});

/** Chromium inside asks nobody but the portal. */
const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"].concat(
  ["background-networking", "component-update", "sync"].map((what) => `--disable-${what}`),
);

async function measure(url: string): Promise<z.output<typeof report>> {
  const folder = mkdtempSync(join(tmpdir(), "heza-lighthouse-"));
  const file = join(folder, "report.json");
  const chromium = findChromium();
  const words = [
    "--yes",
    lighthouse,
    url,
    "--quiet",
    "--output=json",
    `--output-path=${file}`,
    `--chrome-flags=${flags.join(" ")}`,
  ];
  try {
    const code = await new Promise((resolve, reject) => {
      const child = spawn("npx", [...words, `--only-categories=${wanted.join(",")}`], {
        env: { ...process.env, ...chromium.env, CHROME_PATH: chromium.path },
        stdio: ["ignore", "ignore", "inherit"],
      });
      child.once("error", reject);
      child.once("exit", resolve);
    });
    if (code !== 0) throw new Error(`Lighthouse ended with ${code} at ${url}`);
    return report.parse(JSON.parse(readFileSync(file, "utf8")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lighthouse's four marks of a page, as on a slow phone; 95 of 100 is the least. What costs points stands beside them. */
export async function markPage(name: string, url: string): Promise<Figure> {
  const { categories, audits } = await measure(url);
  const marks = wanted.map((category) => Math.round((categories[category]?.score ?? 0) * 100));
  const costly = Object.values(audits).filter(({ score }) => score !== null && score < 0.9);
  return {
    name: `Lighthouse on a phone, ${name} page: points short of 100 in the worst of four`,
    value: 100 - Math.min(...marks),
    unit: "",
    most: 5,
    detail: `${marks.join(" / ")} (${wanted.join(", ")}). ${costly.map(({ title, displayValue = "" }) => `${title} ${displayValue}`.trim()).join("; ")}`,
  };
}
