import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathItemObject } from "zod-openapi";
import {
  apiOutcomeFigurePage,
  apiSchoolFigurePage,
  apiSchoolPage,
  outcomeFiguresQuery,
  schoolFiguresQuery,
} from "@/lib/cohorts/public-api";
import { apiSupportPolicy } from "@/lib/subsidies/api";
import {
  apiBatch,
  apiBatchLinePage,
  apiBatchPage,
  apiParkPage,
  apiProblem,
  apiVacancy,
  apiVacancyPage,
  pageQuery,
  vacancyQuery,
} from "./api";
import {
  apiNeed,
  apiNeedPage,
  changedNeed,
  idempotencyKey,
  needProblem,
  needQuery,
  newNeed,
  writtenNeed,
} from "./need-api";
import { openDataTerms } from "./open-terms";

const problemBody = { content: { "application/problem+json": { schema: apiProblem } } };
const etag = z.string().meta({ description: "Send it back as If-None-Match: an unchanged answer is a 304" });

const get = (
  summary: string,
  answer: z.ZodType,
  request: NonNullable<ZodOpenApiPathItemObject["get"]>["requestParams"] = {},
  more: Record<string, object> = {},
): ZodOpenApiPathItemObject => ({
  get: {
    summary,
    requestParams: request,
    responses: {
      "200": { description: "OK", headers: z.object({ etag }), content: { "application/json": { schema: answer } } },
      "304": { description: "Not modified" },
      "400": { description: "The query does not fit", ...problemBody },
      "429": { description: "Too many requests from one address; see Retry-After", ...problemBody },
      ...more,
      "500": { description: "Internal error", ...problemBody },
    },
  },
});

const security = [{ enterpriseKey: [] }];
const ownProblem = { content: { "application/problem+json": { schema: needProblem } } };
const ownProblems = {
  "400": { description: "The request cannot be read", ...ownProblem },
  "401": { description: "No key, or one that is unknown, revoked or expired", ...ownProblem },
  "429": { description: "Too many requests; see Retry-After", ...ownProblem },
  "500": { description: "Internal error", ...ownProblem },
};
const needPath = z.object({ id: z.coerce.number().int() });

const writeOperation = (summary: string, body: z.ZodType, made: "200" | "201"): ZodOpenApiOperationObject => ({
  summary,
  security,
  requestParams: {
    ...(made === "200" && { path: needPath }),
    header: z.object({ "Idempotency-Key": made === "201" ? idempotencyKey : idempotencyKey.optional() }),
  },
  requestBody: { required: true, content: { "application/json": { schema: body } } },
  responses: {
    [made]: { description: "Written", content: { "application/json": { schema: writtenNeed } } },
    ...ownProblems,
    ...(made === "200" && { "404": { description: "Not found", ...ownProblem } }),
    "409": { description: "Changed meanwhile, not in this state, or Idempotency-Key used before", ...ownProblem },
    "413": { description: "The body is too large", ...ownProblem },
    "415": { description: "Not JSON", ...ownProblem },
    "422": { description: "Fields do not fit", ...ownProblem },
  },
});

const readOperation = (
  summary: string,
  answer: z.ZodType,
  requestParams: NonNullable<ZodOpenApiOperationObject["requestParams"]>,
): ZodOpenApiOperationObject => ({
  summary,
  security,
  requestParams,
  responses: {
    "200": { description: "OK", content: { "application/json": { schema: answer } } },
    ...ownProblems,
    ...(requestParams.path && { "404": { description: "Not found", ...ownProblem } }),
  },
});

const notFound = { "404": { description: "Not found", ...problemBody } };
const batchPath = z.object({ year: z.coerce.number().int(), no: z.coerce.number().int() });

/** The OpenAPI 3.1 document of the public API, made from the same schemas that the routes answer with. */
export const openApiDocument = (origin: string) =>
  createDocument({
    openapi: "3.1.0",
    info: {
      title: "HezaWorks public API",
      version: "1.0.0",
      description:
        "Vacancies of the factories in Hải Phòng's industrial parks, checked and published by the Hải Phòng Economic Zone Authority. UTF-8 JSON. What is published is read without a key; /needs is for an enterprise's own software, with a key of that enterprise. Applying for these jobs is free of charge.\n\nTerms of use of the open data (all but /needs): " +
        openDataTerms,
    },
    components: {
      securitySchemes: {
        enterpriseKey: { type: "http", scheme: "bearer", description: "From /enterprise/api-keys" },
      },
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: {
      "/vacancies": get("Open vacancies, newest first", apiVacancyPage, { query: vacancyQuery }),
      "/vacancies/{id}": get(
        "One open vacancy",
        apiVacancy,
        { path: z.object({ id: z.coerce.number().int() }) },
        { ...notFound, "410": { description: "The listing has ended", ...problemBody } },
      ),
      "/batches": get("Published batches, newest first", apiBatchPage, { query: pageQuery }),
      "/batches/{year}/{no}": get("One published batch with its totals", apiBatch, { path: batchPath }, notFound),
      "/batches/{year}/{no}/vacancies": get(
        "The lines of a batch as they were published",
        apiBatchLinePage,
        { path: batchPath, query: pageQuery },
        notFound,
      ),
      "/needs": {
        get: readOperation("The enterprise's own needs, latest first", apiNeedPage, { query: needQuery }),
        post: writeOperation("A new draft; people submit it at the desk", newNeed, "201"),
      },
      "/needs/{id}": {
        get: readOperation("One need of the enterprise", apiNeed, { path: needPath }),
        put: writeOperation("All fields of a draft or returned need anew", changedNeed, "200"),
        patch: writeOperation("Some fields of a draft or returned need", changedNeed, "200"),
      },
      "/parks": get("Industrial parks", apiParkPage, { query: pageQuery }),
      "/schools": get("Schools with their programmes and contact offices", apiSchoolPage, { query: pageQuery }),
      "/school-figures": get("Students, intake and expected graduates by field and level", apiSchoolFigurePage, {
        query: schoolFiguresQuery,
      }),
      "/graduate-outcomes": get("What became of schools' graduates after 6 and 12 months", apiOutcomeFigurePage, {
        query: outcomeFiguresQuery,
      }),
      "/support-policy": get("The policy of training support in force", apiSupportPolicy, {}, notFound),
    },
  });
