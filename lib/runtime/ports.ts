import { connect, createServer } from "node:net";

/** Does anything answer at this port of the machine? */
function portAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

/** Can we listen at this port (0: at any)? The port that we got, or undefined when it is taken. */
function tryListen(port: number, host?: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, ...(host ? { host } : {}), exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

/** True when nobody listens at the port, on any of the machine's addresses. */
export async function portIsFree(port: number): Promise<boolean> {
  return !(await portAnswers(port)) && (await tryListen(port)) !== undefined;
}

/** A free port of the loopback address, the preferred one if it is free. */
export async function freePort(preferred?: number): Promise<number> {
  const port = (preferred && (await tryListen(preferred, "127.0.0.1"))) || (await tryListen(0, "127.0.0.1"));
  if (!port) throw new Error("No free port on 127.0.0.1.");
  return port;
}
