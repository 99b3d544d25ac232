import { z } from "zod";
import { apiSchoolPage } from "@/lib/cohorts/public-api";
import { schoolsAfter } from "@/lib/cohorts/public-school-queries";
import { env } from "@/lib/config/env";
import { href } from "@/lib/i18n/paths";
import { pageQuery } from "@/lib/vacancies/api";
import { fromCursor, problem, readQuery, reply, toCursor } from "@/lib/web/api";
import { openData } from "@/lib/web/open-data";

/** Schools with their programmes and offices. */
export const GET = openData(async (request) => {
  const query = readQuery(request, pageQuery);
  if (query instanceof Response) return query;
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor, z.tuple([z.number().int()]));
  if (cursor === null) return problem(request, 400, "The cursor does not fit", "Pass `nextCursor` of the page before.");
  const schools = await schoolsAfter(cursor?.[0] ?? 0, query.limit);
  const last = schools.at(-1);
  const items = schools.map((school) => ({
    slug: school.slug,
    nameVi: school.nameVi,
    nameEn: school.nameEn,
    kind: school.kind,
    province: school.province,
    address: school.address,
    office: { name: school.officeName, phone: school.officePhone, email: school.officeEmail },
    website: school.website,
    url: env().PUBLIC_URL + href("vi", "schools", school.slug),
    year: school.year,
    programmes: school.programmes.map(({ name, ...programme }) => ({ ...programme, nameVi: name })),
  }));
  const nextCursor = schools.length === query.limit && last ? toCursor([last.id]) : null;
  return reply(request, apiSchoolPage.parse({ items, nextCursor }));
});
