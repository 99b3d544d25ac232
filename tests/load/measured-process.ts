import { spawn } from "node:child_process";

/**
 * Runs one part of a bench in a process of its own, so that its peak of memory is nobody else's, on the database at `url`.
 *
 * @returns its last line, read as JSON
 */
export async function runMeasured(url: string, name: string, ...words: (string | number)[]): Promise<unknown> {
  const script = ["--conditions=react-server", "--import", "tsx", `tests/load/${name}.ts`, ...words.map(String)];
  const child = spawn(process.execPath, script, {
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
