import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { projectRoot } from "./folders";

/** A step of the check: a command of package.json, or a program from node_modules. */
type Step = [name: string, command: string[]];

const first: Step = ["generate", ["npm", "run", "-s", "generate"]];
/** Run side by side, each lane in its order: the first takes as long as all others together. */
const lanes: Step[][] = [
  [["typecheck", ["npm", "run", "-s", "typecheck"]]],
  [
    ["lint", ["npm", "run", "-s", "lint"]],
    ["boundaries", ["npm", "run", "-s", "boundaries"]],
    ["schema drift", ["npm", "run", "-s", "db:diff"]],
    ["unused code", ["npx", "--no-install", "knip", "--no-progress"]],
    // Their loader reads no JSON: an import that leads there stops all of them.
    [
      "journeys load",
      ["npx", "--no-install", "playwright", "test", "--config", "tests/playwright.config.ts", "--list"],
    ],
  ],
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

async function holds([name, command]: Step): Promise<boolean> {
  const since = Date.now();
  const { code, output } = await runStep(command);
  console.log(
    `  ${code === 0 ? "✓" : "✗"} ${name.padEnd(14)}${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s`,
  );
  if (code !== 0) console.log(output);
  return code === 0;
}

/** Runs every check, also after one failed; says what failed and why. */
export async function check(): Promise<{ passed: number; failed: number }> {
  const results = [await holds(first)];
  await Promise.all(
    lanes.map(async (lane) => {
      for (const step of lane) results.push(await holds(step));
    }),
  );
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { failed } = await check();
  process.exit(failed > 0 ? 1 : 0);
}
