import type { MembershipRole, OrganisationKind, StaffRole } from "@/lib/db/generated/enums";

/** The organisation for which a person acts now; a person of several switches. */
export type ActingFor = {
  id: number;
  kind: OrganisationKind;
  role: MembershipRole;
  nameVi: string;
};

/**
 * Who acts. `nobody` is a stranger without a session; `system` is the worker, the seed and the launcher.
 * A person may be staff of HEZA or act for an organisation, or (just registered) neither. `key` is an enterprise's own
 * software, which may do what the key's organisation may do through the API and nothing else.
 */
export type Actor =
  | { kind: "nobody" }
  | { kind: "system"; name: string }
  | { kind: "key"; keyId: number; organisation: Pick<ActingFor, "id" | "kind" | "nameVi"> }
  | {
      kind: "person";
      userId: number;
      sessionId: string | null;
      fullName: string;
      email: string;
      staffRole: StaffRole | null;
      /** Staff who must set up a second step before they are staff: `staffRole` is null until then. */
      mustEnrol?: true;
      organisation: ActingFor | null;
    };

export type Person = Extract<Actor, { kind: "person" }>;
export type KeyActor = Extract<Actor, { kind: "key" }>;

export const nobody: Actor = { kind: "nobody" };
export const system = (name: string): Actor => ({ kind: "system", name });

/** A test on an actor: what `may` of a command takes. Tests combine with `anyOf`. */
export type May = (actor: Actor) => boolean;

export const anyone: May = () => true;
export const isPerson: May = (actor) => actor.kind === "person";
export const isSystem: May = (actor) => actor.kind === "system";

/** Staff of HEZA with one of the given roles; without roles, any staff. */
export const staff =
  (...roles: StaffRole[]): May =>
  (actor) =>
    actor.kind === "person" && actor.staffRole !== null && (roles.length === 0 || roles.includes(actor.staffRole));

/** Acting for an enterprise, as owner or member, or only with the given membership role. */
export const ofEnterprise =
  (role?: MembershipRole): May =>
  (actor) =>
    actor.kind === "person" &&
    actor.organisation?.kind === "ENTERPRISE" &&
    (role === undefined || actor.organisation.role === role);

/** An enterprise's software, by one of its keys. */
export const enterpriseKey: May = (actor) => actor.kind === "key" && actor.organisation.kind === "ENTERPRISE";

/** Acting for a school, as owner or member, or only with the given membership role. */
export const ofSchool =
  (role?: MembershipRole): May =>
  (actor) =>
    actor.kind === "person" &&
    actor.organisation?.kind === "SCHOOL" &&
    (role === undefined || actor.organisation.role === role);

export const anyOf =
  (...tests: May[]): May =>
  (actor) =>
    tests.some((test) => test(actor));

/**
 * The organisation that scopes an actor's queries: its id goes into the `where`. Throws for an actor without one, which
 * is a bug: `may` has let through who should not.
 */
export function scopeOf(actor: Actor, kind: OrganisationKind): number {
  const organisation = actor.kind === "person" || actor.kind === "key" ? actor.organisation : null;
  if (organisation?.kind !== kind) throw new Error(`actor is not of kind ${kind}`);
  return organisation.id;
}

/** The user id of a person; throws for others, which is a bug. */
export function userIdOf(actor: Actor): number {
  if (actor.kind !== "person") throw new Error("actor is no person");
  return actor.userId;
}
