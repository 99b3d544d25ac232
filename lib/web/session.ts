import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { StaffRole } from "@/lib/db/generated/enums";
import { href } from "@/lib/i18n/paths";
import { type ActingFor, type Actor, type May, nobody, type Person } from "@/lib/identity/actor";
import { actorOfSession } from "@/lib/identity/queries";
import { waitingForSecondStep } from "@/lib/identity/second-factor-queries";
import { touchEvery, touchSession } from "@/lib/identity/session-commands";
import { authOptions } from "./auth";
import { requestPathHeader } from "./request-facts";

/** Who makes this request; read once a request. The cookie only names a session row, the row decides. */
export const getActor = cache(async (): Promise<Actor> => {
  const session = await getServerSession(authOptions);
  if (!session?.sid) return nobody;
  const now = new Date();
  const { actor, lastSeenAt } = await actorOfSession(session.sid, now);
  if (now.getTime() - lastSeenAt.getTime() > touchEvery) await touchSession(session.sid, now);
  return actor;
});

/** The session of the cookie while it waits for its second step, and whose it is; null when there is none. */
export async function waitingSession(): Promise<{ sessionId: string; email: string } | null> {
  const sid = (await getServerSession(authOptions))?.sid;
  const waiting = sid ? await waitingForSecondStep(sid, new Date()) : null;
  return sid && waiting ? { sessionId: sid, ...waiting } : null;
}

/** A signed-in person; a stranger is led to the sign-in page and back here (or to `returnTo`) after it. */
export async function requirePerson(here?: string): Promise<Person> {
  const actor = await getActor();
  if (actor.kind === "person") return actor;
  const [locale, returnTo] = [await getLocale(), here ?? (await headers()).get(requestPathHeader)];
  redirect(href(locale, "signIn") + (returnTo ? `?next=${encodeURIComponent(returnTo)}` : ""));
}

export type StaffPerson = Person & { staffRole: StaffRole };

/**
 * Staff of HEZA to whom one of the permissions is given, or who have one of the roles (without either: any). For others
 * the page does not exist.
 */
export async function requireStaff(...allowed: (StaffRole | May)[]): Promise<StaffPerson> {
  const person = await requirePerson();
  const { staffRole } = person;
  if (person.mustEnrol) redirect(href(await getLocale(), "my", "second-step"));
  if (!staffRole) notFound();
  const fits = (one: StaffRole | May) => (typeof one === "function" ? one(person) : one === staffRole);
  if (allowed.length > 0 && !allowed.some(fits)) notFound();
  return { ...person, staffRole };
}

export type MemberPerson = Person & { organisation: ActingFor };

async function requireMember(kind: ActingFor["kind"]): Promise<MemberPerson> {
  const person = await requirePerson();
  const { organisation } = person;
  if (organisation?.kind !== kind) notFound();
  return { ...person, organisation };
}

/** A person who acts for an enterprise now. For others the page does not exist. */
export const requireEnterprise = () => requireMember("ENTERPRISE");

/** A person who acts for a school now. For others the page does not exist. */
export const requireSchool = () => requireMember("SCHOOL");
