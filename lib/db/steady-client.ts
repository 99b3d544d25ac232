import pg from "pg";

/**
 * A connection for pools whose loss never ends the process. pg-pool takes its own listener off a connection that it hands
 * out, and whoever gets it adds one only an instant later: when the answer before and the server's last words ("terminating
 * connection …") arrive together, nobody listens in between, and Node ends a process over an error that nobody hears.
 * Whoever uses the connection is told by the query that fails.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on("error", () => {});
  }
}
