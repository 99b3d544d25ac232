import { dayOf } from "@/lib/core/day";
import { apiSupportPolicy } from "@/lib/subsidies/api";
import { trainingSupport } from "@/lib/subsidies/policy";
import { policyInForce } from "@/lib/subsidies/policy-queries";
import { problem, reply } from "@/lib/web/api";
import { openData } from "@/lib/web/open-data";

/** The support policy in force, as data. */
export const GET = openData(async (request) => {
  const version = await policyInForce(dayOf(new Date()), trainingSupport);
  if (!version) return problem(request, 404, "Not found", "No support policy is in force today.");
  const { policyCode, nameVi, nameEn, no, inForceFrom, definition } = version;
  return reply(
    request,
    apiSupportPolicy.parse({
      code: policyCode,
      name: { vi: nameVi, en: nameEn },
      version: no,
      inForceFrom,
      definition,
    }),
  );
});
