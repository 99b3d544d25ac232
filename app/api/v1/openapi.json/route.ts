import { env } from "@/lib/config/env";
import { openApiDocument } from "@/lib/vacancies/openapi";
import { reply } from "@/lib/web/api";
import { openData } from "@/lib/web/open-data";

export const GET = openData(async (request) => reply(request, openApiDocument(env().PUBLIC_URL)));
