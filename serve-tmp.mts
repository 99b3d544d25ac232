import { writeFileSync } from "node:fs";
import { startTestServer } from "./lib/runtime/test-server";
const server = await startTestServer();
writeFileSync("/tmp/forms/url", server.url);
const stop = async () => { await server.stop(); process.exit(0); };
process.on("SIGTERM", stop); process.on("SIGINT", stop);
setTimeout(stop, 35 * 60_000);
