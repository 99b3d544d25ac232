import { env } from "@/lib/config/env";
import { openApiDocument } from "@/lib/vacancies/openapi";
import { publicApi, reply } from "@/lib/web/api";

export const GET = publicApi(async (request) => reply(request, openApiDocument(env().PUBLIC_URL)));
