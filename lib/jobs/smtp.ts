import { createTransport } from "nodemailer";
import type { Mail } from "@/lib/db/generated/client";

/** Hands a mail to the SMTP server; resolves when the server has accepted it. */
export type Send = (mail: Mail) => Promise<void>;

export type SmtpOptions = { url: string; from: string; timeouts?: { connect: number; silence: number } };

const patience = { connect: 20_000, silence: 60_000 };

/**
 * One connection a mail: what happens to a connection happens to that mail alone. Options of nodemailer may stand in the
 * address, e.g. `smtp://mail.example.vn:587?requireTLS=true`; beside an address nodemailer reads no others, so ours go
 * there too.
 */
export function smtpSender({ url, from, timeouts = patience }: SmtpOptions): Send {
  const address = new URL(url);
  const ours = {
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  for (const [name, value] of Object.entries(ours))
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(value));
  const transport = createTransport(address.href);
  return async (mail) => {
    await transport.sendMail({
      from,
      // As an object: the address is never read as a list of several.
      to: { name: "", address: mail.toAddress },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      date: mail.createdAt,
      headers: {
        "Content-Language": mail.locale,
        // RFC 3834: holiday answers and the like stay away.
        "Auto-Submitted": "auto-generated",
      },
    });
  };
}
