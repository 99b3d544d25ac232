import { env } from "@/lib/config/env";
import { apiVacancy } from "@/lib/vacancies/api-queries";
import { problem, reply } from "@/lib/web/api";
import { openData } from "@/lib/web/open-data";

export const GET = openData(async (request, { params }: RouteContext<"/api/v1/vacancies/[id]">) => {
  const { id } = await params;
  const vacancy = /^[1-9]\d{0,8}$/.test(id) ? await apiVacancy(Number(id), env().PUBLIC_URL) : null;
  if (!vacancy) return problem(request, 404, "Not found", "There is no published listing with this id.");
  if (vacancy.status !== "PUBLISHED")
    return problem(request, 410, "Gone", `This listing has ended (${vacancy.status}); see ${vacancy.url}.`);
  return reply(request, vacancy);
});
