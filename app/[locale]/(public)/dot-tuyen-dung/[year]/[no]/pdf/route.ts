import { publicPaper } from "../../../_parts/public-paper";

/** The leaflet of a published batch, A5. */
export const GET = (_: Request, { params }: { params: Promise<{ locale: string; year: string; no: string }> }) =>
  publicPaper("leaflet", params);
