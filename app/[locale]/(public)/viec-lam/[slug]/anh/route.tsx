import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { getTranslations } from "next-intl/server";
import { type Locale, locales } from "@/lib/i18n/paths";
import { idOfSegment, listingState, named, titleOf } from "@/lib/vacancies/listing";
import { wageText } from "@/lib/vacancies/wage";
import { readListing, today } from "../../../_parts/reads";

const fonts = join(process.cwd(), "node_modules", "@expo-google-fonts", "be-vietnam-pro");
const font = (file: string) => readFile(join(fonts, file));

/** The colours of app/globals.css: an image knows no variables. */
const colours = { deep: "#0b2545", paper: "#fbfaf7", quiet: "#bccbdf", leaf: "#79d6a3" };

/** What a shared link shows: title, wage, enterprise, and that HEZA has checked it. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string; slug: string }> }) {
  const asked = await params;
  const locale = locales.find((known): known is Locale => known === asked.locale);
  const id = idOfSegment(asked.slug);
  const listing = locale && id !== null ? await readListing(id) : null;
  if (!locale || !listing || listingState(listing, today()) !== "open") return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: "public.card" });
  const common = await getTranslations({ locale, namespace: "common" });
  const [regular, bold] = await Promise.all([
    font("400Regular/BeVietnamPro_400Regular.ttf"),
    font("700Bold/BeVietnamPro_700Bold.ttf"),
  ]);
  const title = titleOf(listing, locale);
  return new ImageResponse(
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: 72,
        background: colours.deep,
        color: colours.paper,
        fontFamily: "Be Vietnam Pro",
      }}
    >
      <div style={{ display: "flex", fontSize: 30, color: colours.quiet }}>{common("authority")}</div>
      <div style={{ display: "flex", flexDirection: "column", gap: 20 }}>
        <div style={{ display: "flex", fontSize: title.length > 50 ? 56 : 68, fontWeight: 700, lineHeight: 1.15 }}>
          {title}
        </div>
        <div style={{ display: "flex", fontSize: 44 }}>{wageText(listing, locale)}</div>
        <div style={{ display: "flex", fontSize: 32, color: colours.quiet }}>
          {`${named(listing.enterprise, locale)} · ${named(listing.park, locale)}`}
        </div>
      </div>
      <div style={{ display: "flex", justifyContent: "space-between", fontSize: 30 }}>
        <div style={{ display: "flex", color: colours.leaf }}>{t("verified")}</div>
        <div style={{ display: "flex" }}>{common("productName")}</div>
      </div>
    </div>,
    {
      width: 1200,
      height: 630,
      fonts: [
        { name: "Be Vietnam Pro", data: regular, weight: 400 },
        { name: "Be Vietnam Pro", data: bold, weight: 700 },
      ],
      headers: { "Cache-Control": "public, max-age=3600, s-maxage=86400, stale-while-revalidate=86400" },
    },
  );
}
