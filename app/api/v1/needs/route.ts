import { z } from "zod";
import { needQuery, newNeed } from "@/lib/vacancies/need-api";
import { apiFinding, contentFromCodes, ownNeeds } from "@/lib/vacancies/need-api-queries";
import { createVacancy } from "@/lib/vacancies/vacancy-commands";
import { fromCursor, problem, readQuery, toCursor } from "@/lib/web/api";
import { fieldsProblem, keyApi, ownReply, readWrite, refusalProblem } from "@/lib/web/key-api";
import { deskUrl } from "./_parts/addresses";

/** The enterprise's own needs, latest first. */
export const GET = keyApi(async (request, key, now) => {
  const query = readQuery(request, needQuery);
  if (query instanceof Response) return query;
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor, z.tuple([z.number().int()]));
  if (cursor === null) return problem(request, 400, "The cursor does not fit", "Pass `nextCursor` of the page before.");
  const { limit, status } = query;
  const { items, cursor: next } = await ownNeeds(key, now, { limit, status, before: cursor?.[0], deskUrl });
  return ownReply({ items, nextCursor: next === null ? null : toCursor([next]) });
});

/** A new draft, by the command of the desk. */
export const POST = keyApi(async (request, key, now) => {
  const asked = await readWrite(request, now, newNeed, true);
  if (asked instanceof Response) return asked;
  const said = await contentFromCodes(asked.body.content);
  if ("fields" in said) return fieldsProblem(request, said.fields);
  const result = await createVacancy(key, said, asked.options);
  if (!result.ok) return refusalProblem(request, result);
  const { id, version, findings } = result.value;
  const body = { id, version, deskUrl: deskUrl(id), findings: findings.map(apiFinding) };
  return ownReply(body, 201, { location: `/api/v1/needs/${id}` });
});
