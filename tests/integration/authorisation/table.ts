import { type ActorName, everyone, type PersonName, people, type World } from "./actors";

/**
 * Who may do and see what: one row for every command, page and route handler. A new one without a row fails
 * `authorisation.test.ts`, and so does a row whose subject is gone. To add yours:
 *
 * **A command** — in `commands`, in the section of its domain:
 * ```
 * "vacancies.submit": {
 *   may: ["enterpriseOwner", "enterpriseMember"],            // exactly these; all others are refused
 *   foreign: {                                               // a row that is not the actor's does not exist
 *     as: "enterpriseMember",
 *     own: async (world) => ({ vacancyId: (await createVacancy(world.enterpriseId)).id, version: 1 }),
 *     other: async (world) => ({ vacancyId: (await createVacancy(world.otherEnterpriseId)).id, version: 1 }),
 *   },
 * },
 * ```
 * `own` must be reached (whatever the command then says, not `not_found`), `other` must answer `not_found`. A command
 * without rows of others says why in words: `foreign: "only the actor's own account"`.
 *
 * **A page** — in `pages`, by its address inside `app/[locale]` without the groups in brackets: `sees: "everyone"` for
 * public ones, else the actors who get it; strangers are led to the sign-in page, other people get 404. A page with
 * parameters gives `path` for one that exists for those who see it (the sample data's, for the live check in tests/e2e).
 *
 * **A route handler** — in `routes`, by its address: `open: "everyone"`, or in words what guards it.
 */
export type CommandRow = {
  may: readonly ActorName[];
  foreign:
    | string
    | {
        as: PersonName;
        own: (world: World) => Promise<unknown> | unknown;
        other: (world: World) => Promise<unknown> | unknown;
      };
};

export type PageRow = { sees: "everyone" | readonly PersonName[]; path?: string };
export type RouteRow = { open: "everyone" } | { guardedBy: string };

const own = "only the actor's own account";

export const commands: Record<string, CommandRow> = {
  // identity -----------------------------------------------------------------------------------------------------------
  "identity.signIn": { may: everyone, foreign: "address and password name the account" },
  "identity.signOut": { may: people, foreign: own },
  "identity.endOtherSessions": { may: people, foreign: own },
  "identity.endSession": {
    may: people,
    foreign: {
      as: "enterpriseMember",
      own: ({ actors }) => ({ sessionId: actors.enterpriseMember.sessionId }),
      other: ({ actors }) => ({ sessionId: actors.enterpriseOwner.sessionId }),
    },
  },
  "identity.switchOrganisation": {
    may: people,
    foreign: {
      as: "enterpriseMember",
      own: ({ enterpriseId }) => ({ organisationId: enterpriseId }),
      other: ({ otherEnterpriseId }) => ({ organisationId: otherEnterpriseId }),
    },
  },

  // places and organisations -------------------------------------------------------------------------------------------

  // vacancies ----------------------------------------------------------------------------------------------------------

  // review and batches -------------------------------------------------------------------------------------------------

  // notifications, jobs, audit -----------------------------------------------------------------------------------------
};

export const pages: Record<string, PageRow> = {
  // public -------------------------------------------------------------------------------------------------------------
  "/[...rest]": { sees: "everyone", path: "/nothing-here" },

  // account ------------------------------------------------------------------------------------------------------------

  // my -----------------------------------------------------------------------------------------------------------------

  // enterprise ---------------------------------------------------------------------------------------------------------

  // school -------------------------------------------------------------------------------------------------------------

  // staff --------------------------------------------------------------------------------------------------------------
};

export const routes: Record<string, RouteRow> = {
  "/api/auth/[...nextauth]": { open: "everyone" },
  "/api/health": { open: "everyone" },
  "/api/internal/revalidate": { guardedBy: "the secret of the process, which only the server itself knows" },
};
