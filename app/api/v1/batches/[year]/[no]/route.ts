import { env } from "@/lib/config/env";
import { apiBatch } from "@/lib/vacancies/api-batch-queries";
import { problem, reply } from "@/lib/web/api";
import { batchPath } from "@/lib/web/api-batch-path";
import { openData } from "@/lib/web/open-data";

export const GET = openData(async (request, { params }: RouteContext<"/api/v1/batches/[year]/[no]">) => {
  const path = batchPath(await params);
  const batch = path && (await apiBatch(path.year, path.no, env().PUBLIC_URL));
  return batch
    ? reply(request, batch)
    : problem(request, 404, "Not found", "There is no published batch of this number.");
});
