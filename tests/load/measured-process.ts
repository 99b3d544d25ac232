import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { dataFolder, projectRoot } from "@/lib/runtime/folders";

/**
 * Runs one part of a bench in a process of its own, so that its peak of memory is nobody else's, on the database at `url`. As
 * the portal's own pages it is compiled first: what reads TypeScript would stand in the peak.
 *
 * @param flags of Node, as a bound on the memory that it may take
 * @returns its last line, read as JSON
 */
export async function runMeasured(
  url: string,
  name: string,
  words: (string | number)[],
  flags: readonly string[] = [],
): Promise<unknown> {
  const outfile = join(dataFolder, "measured", `${name}.mjs`);
  await build({
    ...{ entryPoints: [join(projectRoot, "tests/load", `${name}.ts`)], outfile, bundle: true, packages: "external" },
    ...{ platform: "node", format: "esm", conditions: ["react-server"], logLevel: "error" },
  });
  const child = spawn(process.execPath, [...flags, "--conditions=react-server", outfile, ...words.map(String)], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      NODE_ENV: "production",
      LOG_LEVEL: "silent",
      NEXTAUTH_SECRET: "x".repeat(40),
      PUBLIC_URL: "http://localhost",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (data: Buffer) => {
    said += data;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${name} ${words.join(" ")} ended with ${code}`);
  return JSON.parse(said.trim().split("\n").at(-1) ?? "null");
}
