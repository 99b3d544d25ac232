import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { projectRoot } from "./folders";

/** A step of the check: a command of package.json, or a program from node_modules. */
const steps: [string, string[]][] = [
  ["generate", ["npm", "run", "-s", "generate"]],
  ["typecheck", ["npm", "run", "-s", "typecheck"]],
  ["lint", ["npm", "run", "-s", "lint"]],
  ["boundaries", ["npm", "run", "-s", "boundaries"]],
  ["unused code", ["npx", "--no-install", "knip", "--no-progress"]],
  ["schema drift", ["npm", "run", "-s", "db:diff"]],
];

function runStep([program = "", ...parameters]: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const take = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** Runs every check, also after one failed; says what failed and why. */
export async function check(): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const [name, command] of steps) {
    const since = Date.now();
    const { code, output } = await runStep(command);
    console.log(
      `  ${code === 0 ? "✓" : "✗"} ${name.padEnd(14)}${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s`,
    );
    if (code === 0) continue;
    failed += 1;
    console.log(output);
  }
  return { passed: steps.length - failed, failed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { failed } = await check();
  process.exit(failed > 0 ? 1 : 0);
}
