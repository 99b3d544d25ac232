/**
 * The architecture as rules for dependency-cruiser: `npm run boundaries`. Each rule is proven able to fail by a planted
 * violation in tests/boundaries.test.ts. What may be imported from where is explained in docs/decisions/0001.
 */
/** mail.ts writes letters into the transaction of other domains' commands: a command's helper, so one of them. */
const impure = [
  "^lib/[^/]+/(queries|commands|[a-z-]+-queries|[a-z-]+-commands)\\.ts$",
  "^lib/notifications/mail\\.ts$",
];
const tests = "\\.test\\.tsx?$";
const plumbing = "^lib/(db|web|jobs|runtime|config)/";
const databasePackages = "^node_modules/(pg|pg-boss|@prisma/[^/]+)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one thing with two names.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-imports-nothing",
      comment: "lib/core knows neither the domain nor a library; it is what everything else stands on.",
      severity: "error",
      from: { path: "^lib/core/", pathNot: tests },
      to: { pathNot: "^lib/core/|^node_modules/zod/" },
    },
    {
      name: "pure-unless-queries-or-commands",
      comment:
        "In a domain folder only queries.ts and commands.ts reach the outside: the rest is pure and tested in microseconds.",
      severity: "error",
      from: { path: "^lib/[^/]+/", pathNot: [plumbing, ...impure, tests] },
      to: { path: [...impure, "^lib/(db|web|jobs|runtime)/", databasePackages], pathNot: "^lib/db/generated/enums" },
    },
    {
      name: "lib-is-below",
      comment: "Code that the pages use must not know the pages.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-are-below-app",
      comment: "A component is used by pages, not the other way round; what one page alone uses lies in its _parts.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "only-web-knows-next",
      comment: "The rest of lib would run under any framework. lib/i18n may know next-intl.",
      severity: "error",
      from: { path: "^lib/", pathNot: ["^lib/web/", tests] },
      to: { path: "^node_modules/(next|next-auth|next-intl)/", pathNot: "^node_modules/next-intl/" },
    },
    {
      name: "only-what-speaks-knows-next-intl",
      comment: "Words are chosen in pages, components, letters and papers; the domain speaks codes.",
      severity: "error",
      from: { path: "^lib/", pathNot: ["^lib/(i18n|web|notifications)/", "^lib/papers/words\\.ts$", tests] },
      to: { path: "^node_modules/(next-intl|use-intl)/" },
    },
    {
      name: "only-queries-and-commands-know-the-database",
      comment: "Everything that reads or writes is found in two kinds of file.",
      severity: "error",
      from: {
        path: "^(lib|app|components)/",
        pathNot: [...impure, "^lib/(db|jobs|runtime)/", "^lib/web/server-", tests],
      },
      to: { path: ["^lib/db/", databasePackages], pathNot: ["^lib/db/generated/enums", "^lib/db/command\\.ts$"] },
    },
    {
      name: "components-see-only-pure-code",
      comment: "A component gets data and actions handed in.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: [...impure, "^lib/(db|web|jobs|runtime|config)/"],
        pathNot: "^lib/db/generated/enums",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pages-do-not-write",
      comment: "A page shows; its actions.ts writes, through action().",
      severity: "error",
      from: {
        path: "^(app|components)/",
        pathNot: ["/(actions|[a-z-]+-actions)\\.ts$", "^app/api/.+/route\\.ts$", tests],
      },
      to: { path: "^lib/[^/]+/(commands|[a-z-]+-commands)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "tests-stay-outside",
      comment: "What is shipped must not need what only tests have.",
      severity: "error",
      from: { path: "^(app|components|lib|prisma)/", pathNot: [tests, "^lib/runtime/"] },
      to: { path: "^tests/", pathNot: "^tests/factories/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/db/generated/(?!enums|client)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
