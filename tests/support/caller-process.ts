import { createInterface } from "node:readline";
import { db } from "@/lib/db/client";
import type { Command } from "@/lib/db/command";
import type { Person } from "@/lib/identity/actor";
import { inviteStaff } from "@/lib/identity/invitation-commands";
import { applyImport, setMapping, startImport } from "@/lib/imports/import-commands";
import { publishBatch } from "@/lib/vacancies/publication-commands";

/**
 * Calls commands as the web server does when somebody presses a button: a line of JSON in (`{ no, name, userId, input }`),
 * a line out (`{ no, result }`, or `{ no, error }` when nothing can be said of the outcome). Bytes travel as base64.
 */
const commands: Record<string, Command<never, unknown>> = Object.fromEntries(
  [publishBatch, startImport, setMapping, applyImport, inviteStaff].map((one) => [one.commandName, one]),
) as Record<string, Command<never, unknown>>;

async function personOf(userId: number): Promise<Person> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    include: { memberships: { include: { organisation: true } } },
  });
  const [membership] = user.memberships;
  return {
    kind: "person",
    userId,
    sessionId: null,
    fullName: user.fullName,
    email: user.email,
    staffRole: user.staffRole,
    organisation: membership
      ? {
          id: membership.organisationId,
          kind: membership.organisation.kind,
          role: membership.role,
          nameVi: membership.organisation.nameVi,
        }
      : null,
  };
}

type Asked = { no: number; name: string; userId: number; input: Record<string, unknown> };

async function answer({ no, name, userId, input }: Asked): Promise<object> {
  try {
    const { bytes, ...rest } = input;
    const whole = typeof bytes === "string" ? { ...rest, bytes: new Uint8Array(Buffer.from(bytes, "base64")) } : rest;
    return { no, result: await commands[name]?.(await personOf(userId), whole) };
  } catch (error) {
    return { no, error: String(error) };
  }
}

// The connection is there before the first call, as in a server that has answered before.
await db().$queryRaw`select 1`;
process.stdout.write(`${JSON.stringify({ no: 0, result: "ready" })}\n`);
for await (const line of createInterface({ input: process.stdin }))
  void answer(JSON.parse(line) as Asked).then((said) => process.stdout.write(`${JSON.stringify(said)}\n`));
process.exit(0);
