import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Received = { messageId: string; to: string; mail: ParsedMail };

/** What the server answers: nothing for 250, a code for a refusal, a promise to make the client wait. */
type Answer = number | undefined;
type Behaviour = {
  /** At `RCPT TO`. */
  recipient?: (address: string) => Answer;
  /** After the message is complete, before it counts as accepted. */
  message?: (received: Received) => Answer | Promise<Answer>;
  /** After it was accepted and counted, before the server says so. */
  accepted?: (received: Received) => Promise<void>;
};

const refusal = (code: number) =>
  Object.assign(new Error(code < 500 ? "try later" : "refused"), { responseCode: code });

/** A real SMTP server on a free port that remembers what it has accepted. */
export class MailServer {
  readonly received: Received[] = [];
  behaviour: Behaviour = {};
  connections = 0;
  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      closeTimeout: 100,
      onConnect: (_session, done) => {
        self.connections++;
        done();
      },
      onRcptTo: ({ address }, _session, done) => {
        const code = self.behaviour.recipient?.(address);
        done(code ? refusal(code) : undefined);
      },
      onData: (stream, session, done) => {
        simpleParser(stream)
          .then(async (mail) => {
            const received = { messageId: mail.messageId ?? "", to: session.envelope.rcptTo[0]?.address ?? "", mail };
            const code = await self.behaviour.message?.(received);
            if (code) return done(refusal(code));
            self.received.push(received);
            await self.behaviour.accepted?.(received);
            done();
          })
          .catch(done);
      },
    });
    server.on("error", () => {});
    const self = new MailServer(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return self;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Message-IDs of what was accepted, each once. */
  get distinct(): Set<string> {
    return new Set(this.received.map(({ messageId }) => messageId));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** Waits until `test` holds; fails with `what` after `milliseconds`. */
export async function until(
  what: string,
  test: () => boolean | Promise<boolean>,
  milliseconds = 20_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await test())) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
