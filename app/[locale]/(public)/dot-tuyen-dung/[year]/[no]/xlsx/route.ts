import { publicPaper } from "../../../_parts/public-paper";

/** All lines of a published batch as an Excel workbook. */
export const GET = (_: Request, { params }: { params: Promise<{ locale: string; year: string; no: string }> }) =>
  publicPaper("annex-excel", params);
