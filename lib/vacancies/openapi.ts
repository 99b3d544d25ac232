import { z } from "zod";
import { createDocument, type ZodOpenApiPathItemObject } from "zod-openapi";
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
      ...more,
      "500": { description: "Internal error", ...problemBody },
    },
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
        "Vacancies of the factories in Hải Phòng's industrial parks, checked and published by the Hải Phòng Economic Zone Authority. Read only, no key, UTF-8 JSON. Applying for these jobs is free of charge.",
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
      "/parks": get("Industrial parks", apiParkPage, { query: pageQuery }),
    },
  });
