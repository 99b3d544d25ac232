import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";
import { env } from "@/lib/config/env";

/** What the scanner says: nothing found, the name of what was found, or that it cannot be asked now. */
export type ScanAnswer = { state: "clean" } | { state: "infected"; virus: string } | { state: "unreachable" };

/** Bytes a frame; clamd takes any length up to its StreamMaxLength. */
const frame = 64 * 1_024;

function reach(): Socket | null {
  const { CLAMD_HOST, CLAMD_PORT, CLAMD_SOCKET } = env();
  if (CLAMD_SOCKET) return connect({ path: CLAMD_SOCKET });
  return CLAMD_HOST ? connect({ host: CLAMD_HOST, port: CLAMD_PORT }) : null;
}

/** Whether files must pass a scanner. */
export const scansForViruses = (): boolean => env().CLAMD_HOST !== undefined || env().CLAMD_SOCKET !== undefined;

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));

async function send(socket: Socket, file: string): Promise<void> {
  await write(socket, Buffer.from("zINSTREAM\0"));
  for await (const chunk of createReadStream(file, { highWaterMark: frame }) as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.byteLength);
    await write(socket, Buffer.concat([length, chunk]));
  }
  await write(socket, Buffer.alloc(4));
}

/**
 * Has clamd look at a file on this machine by its INSTREAM command. An answer that is none (a limit of clamd, a broken
 * connection, more than `patience` milliseconds) counts as not reachable: a file is never let through unseen.
 */
export async function scanForViruses(file: string, patience: number): Promise<ScanAnswer> {
  const socket = reach();
  if (!socket) return { state: "clean" };
  socket.setTimeout(patience, () => socket.destroy(new Error("clamd is silent")));
  try {
    const said = new Promise<string>((resolve, reject) => {
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk.toString("utf8");
      });
      socket.once("end", () => resolve(text));
      socket.once("error", reject);
      socket.once("close", () => reject(new Error("clamd hung up")));
    });
    // Whoever sends notices a broken connection, too; one of the two tells it.
    said.catch(() => {});
    await send(socket, file);
    const answer = (await said).replace(/\0/g, "").trim();
    if (/^stream: OK$/.test(answer)) return { state: "clean" };
    const virus = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    return virus ? { state: "infected", virus: virus.slice(0, 100) } : { state: "unreachable" };
  } catch {
    return { state: "unreachable" };
  } finally {
    socket.destroy();
  }
}
